// Package catalogue presents the rules of the library to readers: as RULES.md
// and as JSON.
package catalogue

//go:generate go run ./gen ../../RULES.md ../../README.md ../launchtest/rules.txt

import (
	"slices"

	"github.com/ec2launch/ec2launch/validate"
)

// An Entry is a rule as data.
type Entry struct {
	ID        string    `json:"id"`
	Summary   string    `json:"summary"`
	Reading   string    `json:"reading,omitempty"`
	Severity  string    `json:"severity"`
	Code      string    `json:"code,omitempty"`
	CodeBasis string    `json:"codeBasis,omitempty"`
	Editions  []string  `json:"editions"`
	Source    string    `json:"source"`
	URL       string    `json:"url"`
	On        []string  `json:"on,omitempty"` // calls and structures that it judges, if not launches
	Members   []string  `json:"members"`
	When      []string  `json:"when,omitempty"`
	Reads     []string  `json:"reads,omitempty"`
	Facts     []Fact    `json:"facts,omitempty"`
	Asks      []string  `json:"asks,omitempty"` // what it asks the account for
	Age       string    `json:"age,omitempty"`  // of what the account says
	Limits    []Dated   `json:"limits,omitempty"`
	Values    *Dated    `json:"values,omitempty"`
	Good      []Example `json:"good"`
	Bad       []Example `json:"bad"`
}

// A Fact about the instance type that a rule rests on.
type Fact struct {
	Name string `json:"name"`
	Age  string `json:"age"`
}

// Dated is a limit or an enumeration: a figure or a list of values an edition.
type Dated struct {
	ID       string         `json:"id"`
	Summary  string         `json:"summary"`
	Editions map[string]any `json:"editions"`
}

// An Example of a request, as JSON in the shape of the AWS CLI.
type Example struct {
	Spec     string   `json:"spec"`
	Account  string   `json:"account,omitempty"` // what the account says
	Base64   bool     `json:"base64,omitempty"`  // UserData is sent as it stands, not encoded first
	At       string   `json:"at,omitempty"`
	Editions []string `json:"editions,omitempty"` // in which the example holds, if not in all of the rule
}

// Entries presents rules as data, in their order.
func Entries(rules []*validate.Rule) []Entry {
	entries := make([]Entry, len(rules))
	for i, r := range rules {
		entries[i] = entry(r)
	}
	return entries
}

func entry(r *validate.Rule) Entry {
	e := Entry{
		ID:       r.ID,
		Summary:  r.Summary,
		Reading:  r.Reading,
		Severity: r.Severity.String(),
		Code:     r.Code,
		Source:   r.Source.String(),
		URL:      r.Source.URL(),
		Editions: names(r.Editions()),
		Members:  slices.Collect(r.Constrained()),
		When:     r.When,
		Reads:    r.Reads,
		Good:     examples(r, r.Good),
		Bad:      examples(r, r.Bad),
	}
	for _, s := range r.On {
		e.On = append(e.On, s.String())
	}
	if r.Code != "" {
		e.CodeBasis = r.CodeBasis.String()
	}
	for _, f := range r.Facts {
		e.Facts = append(e.Facts, Fact{f.String(), f.Age().String()})
	}
	for _, asked := range r.Asks {
		e.Asks, e.Age = append(e.Asks, asked.Name()), r.Age.String()
	}
	for l := range r.Figures() {
		d := Dated{l.ID, l.Summary, map[string]any{}}
		for _, edition := range r.Editions() {
			if n, ok := l.In(edition); ok {
				d.Editions[edition.String()] = n
			}
		}
		e.Limits = append(e.Limits, d)
	}
	if v := r.Values; v != nil {
		e.Values = &Dated{v.ID, v.Summary, map[string]any{}}
		for _, edition := range r.Editions() {
			if in := v.In(edition); in != nil {
				e.Values.Editions[edition.String()] = in
			}
		}
	}
	return e
}

func examples(r *validate.Rule, all []validate.Example) []Example {
	out := make([]Example, len(all))
	for i, ex := range all {
		out[i] = Example{Spec: ex.Spec, Account: ex.Account, Base64: ex.Base64, At: ex.At}
		if in := ex.Editions(r); len(in) < len(r.Editions()) {
			out[i].Editions = names(in)
		}
	}
	return out
}

func names(editions []validate.Edition) []string {
	var names []string
	for _, e := range editions {
		names = append(names, e.String())
	}
	return names
}
