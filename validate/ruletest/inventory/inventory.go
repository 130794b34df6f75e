// Package inventory runs the inventory of documented constraints against the
// rules: the list, made from the documentation and not from the rules, of what
// a request must satisfy, with examples and boundary cases of each entry.
//
// Each area keeps its part in testdata/inventory.json.
package inventory

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// An Entry is one documented constraint.
type Entry struct {
	ID string `json:"id"`
	// Rules are the IDs of the rules that enforce it; empty when Reason says
	// why nothing does.
	Rules  []string `json:"rules,omitempty"`
	Reason string   `json:"reason,omitempty"`
	// Note says where the documentation is read differently than the
	// inventory once had it.
	Note string `json:"note,omitempty"`
	bounds
	Invalid json.RawMessage `json:"invalid,omitempty"`
	Valid   json.RawMessage `json:"valid,omitempty"`
	Cases   []Case          `json:"cases,omitempty"`

	file string // that Load read it from
}

// OnlineReason is the Reason of entries that nobody can decide without asking
// EC2: the account, the AMI, the Region or the capacity tells.
const OnlineReason = "EC2 alone knows"

// A Case is a boundary case of an entry.
type Case struct {
	Name string `json:"name"`
	bounds
	Valid bool            `json:"valid"`
	Spec  json.RawMessage `json:"spec"`
}

// bounds are the editions in which examples hold, both included, by name. Zero
// is unbounded.
type bounds struct {
	Since validate.Edition `json:"since,omitempty"`
	Until validate.Edition `json:"until,omitempty"`
}

func (b bounds) in(e validate.Edition) bool { return e >= b.Since && (b.Until == 0 || e <= b.Until) }

// Load reads an area's part of the inventory.
func Load(t *testing.T, file string) []Entry {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var entries []Entry
	if err := json.Unmarshal(data, &entries); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	for i := range entries {
		entries[i].file = file
	}
	return entries
}

// Run checks every example of the entries against rules: valid ones break no
// rule, invalid ones break rules of their own entry and no others.
func Run(t *testing.T, entries []Entry, rules []*validate.Rule) {
	t.Helper()
	for _, edition := range validate.Editions() {
		v, err := validate.NewValidator(rules, validate.In(edition), validate.Advise())
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if enforced := in(edition, rules, e.Rules); enforced || len(e.Rules) == 0 {
				e.run(t, v, enforced)
			}
		}
	}
}

// in reports whether one of the rules with the given IDs belongs to an edition.
func in(edition validate.Edition, rules []*validate.Rule, ids []string) bool {
	return slices.ContainsFunc(rules, func(r *validate.Rule) bool {
		return slices.Contains(ids, r.ID) && slices.Contains(r.Editions(), edition)
	})
}

func (e Entry) run(t *testing.T, v *validate.Validator, enforced bool) {
	t.Helper()
	expect := func(name string, spec json.RawMessage, valid bool) {
		t.Helper()
		if err := e.check(v, name, spec, valid); err != nil {
			t.Error(err)
		}
	}
	if e.Valid != nil && e.in(v.Edition()) {
		expect("valid example", e.Valid, true)
	}
	if e.Invalid != nil && e.in(v.Edition()) {
		expect("invalid example", e.Invalid, !enforced)
	}
	for _, c := range e.Cases {
		if c.in(v.Edition()) {
			expect(c.Name, c.Spec, c.Valid || !enforced)
		}
	}
}

// check checks one fragment. Advice of other entries does not count. The error
// names the file and the entry.
func (e Entry) check(v *validate.Validator, name string, spec json.RawMessage, valid bool) error {
	place := fmt.Sprintf("%s: %s, %s, in %v", e.file, e.ID, name, v.Edition())
	in, err := decode(spec)
	if err != nil {
		return fmt.Errorf("%s: %w", place, err)
	}
	own, others := 0, []string{}
	report := v.Check(in)
	for _, f := range report.Violations {
		switch {
		case slices.Contains(e.Rules, f.Rule):
			own++
		case f.Severity != validate.SeverityAdvice:
			others = append(others, f.Rule)
		}
	}
	switch {
	case len(others) > 0:
		return fmt.Errorf("%s: breaks rules of other entries, %v:\n%s\n%s", place, others, spec, report)
	case valid && own > 0:
		return fmt.Errorf("%s: must break no rule, and breaks %v:\n%s\n%s", place, e.Rules, spec, report)
	case !valid && own == 0:
		return fmt.Errorf("%s: must break one of %v, and breaks none:\n%s", place, e.Rules, spec)
	}
	return nil
}

// decode completes a fragment, whose user data is base64, to a request.
func decode(spec json.RawMessage) (*ec2.RunInstancesInput, error) {
	in, err := ruletest.Decode("{}")
	if err != nil {
		return nil, err
	}
	err = clijson.DecodeFragment(in, strings.NewReader(string(spec)), clijson.Base64UserData())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", spec, err)
	}
	return in, nil
}
