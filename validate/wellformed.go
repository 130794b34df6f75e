package validate

import (
	"fmt"
	"slices"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/members"
)

// wellFormed lists what is wrong with a rule that its type cannot tell, each
// mistake once.
func wellFormed(r *Rule) (faults []string) {
	wrong := func(bad bool, format string, args ...any) {
		if bad {
			faults = append(faults, fmt.Sprintf(format, args...))
		}
	}
	forms := 0
	for _, has := range [...]bool{r.Tag != "", r.Range != nil, r.Values != nil, r.Check != nil} {
		if has {
			forms++
		}
	}
	wrong(!kebab(r.ID), "the ID must be in kebab-case")
	wrong(r.Summary == "", "a Summary must say what must hold")
	wrong(r.Source == Source{}, "a Source must be named")
	link := r.Source.pageFault()
	wrong(link != "", "%s", link)
	wrong(r.Severity > SeverityAdvice, "unknown Severity")
	wrong(r.Severity == SeverityError && r.Code == "", "a Code must say what EC2 would answer")
	wrong(r.Since > Latest, "its Since is no edition that there is")
	wrong(r.Until > Latest, "its Until is no edition that there is")
	wrong(r.Until != 0 && r.Until < r.Since && r.Since <= Latest, "no edition lies between Since and Until")
	wrong(forms != 1, "there must be exactly one of Tag, Range, Values and Check")
	wrong(len(r.Members)+len(r.Given) == 0, "Members or Given must say what it constrains")
	wrong(forms == 1 && r.Check == nil && len(r.Given) > 0, "Given is for a Check; name its members in Members")
	wrong(len(r.Asks) > 0 && (r.Check == nil || len(r.On) > 0), "Asks is for a Check of launches")
	wrong(slices.Contains(r.Asks, nil), "one of Asks is nil")
	wrong(r.Age > Moving, "unknown Age")
	wrong(slices.ContainsFunc(r.Facts, unknownFact), "one of Facts is no fact that there is")
	tag := tagFault(r.Tag)
	wrong(tag != "", "tag %q: %s", clip(r.Tag, maxQuoted), tag)
	wrong(r.Range != nil && r.Range.Min == nil && r.Range.Max == nil, "its Range has no end")
	wrong(r.Values != nil && r.Values.ID == "", "its Values have no ID, which Allow takes")
	wrong(r.Values != nil && len(r.Values.Sets) == 0, "its Values have no Sets")
	wrong(r.Values != nil && slices.ContainsFunc(r.Values.Sets, func(s ValueSet) bool { return len(s.Values) == 0 }),
		"one of the Sets of its Values is empty")
	wrong(r.Values != nil && slices.ContainsFunc(r.Values.Sets, func(s ValueSet) bool { return slices.Contains(s.Values, "") }),
		"one of the Sets of its Values has an empty value")
	wrong(r.Values != nil && !inOrder(r.Values.Sets, func(s ValueSet) Edition { return s.Since }),
		"the Sets of its Values must be of editions that there are, oldest first, one of each")
	for l := range r.Figures() {
		switch {
		case l == nil:
			wrong(true, "a limit is nil")
		case l.ID == "":
			wrong(true, "a limit has no ID, which Override takes")
		case len(l.Figures) == 0:
			wrong(true, "the limit %q has no Figures", clip(l.ID, maxQuoted))
		case !inOrder(l.Figures, func(f Figure) Edition { return f.Since }):
			wrong(true, "the Figures of the limit %q must be of editions that there are, oldest first, one of each", clip(l.ID, maxQuoted))
		case slices.ContainsFunc(l.Figures, func(f Figure) bool { return f.N < 0 }):
			wrong(true, "the Figures of the limit %q must not be negative", clip(l.ID, maxQuoted))
		}
	}
	if len(r.On) > 0 {
		wrong(len(r.Facts) > 0 && !slices.Contains(r.On, Launch), "Facts are of the instance type of a Launch")
		wellFormedOn(r, wrong)
		return faults
	}
	var seen members.Set
	unknown := map[string]bool{}
	for m := range r.Named() {
		if one := members.SetOf(m); one == (members.Set{}) {
			wrong(!unknown[m], "a request has no member %s", clip(m, maxQuoted))
			unknown[m] = true
		} else if seen.Has(&one) {
			wrong(true, "it names %s twice", clip(m, maxQuoted))
		} else {
			seen.Add(&one)
		}
	}
	return faults
}

func unknownFact(f instancetype.Fact) bool {
	return !slices.Contains(slices.Collect(instancetype.Facts()), f)
}

// inOrder reports whether a list has the oldest edition first, each once, and none
// that there is not.
func inOrder[T any](list []T, since func(T) Edition) bool {
	for i, one := range list {
		if since(one) > Latest || i > 0 && since(one) <= since(list[i-1]) {
			return false
		}
	}
	return true
}

// wellFormedOn checks the members of a rule with On.
func wellFormedOn(r *Rule, wrong func(bad bool, format string, args ...any)) {
	seen := map[string]bool{}
	for m := range r.Named() {
		for _, s := range r.On {
			wrong(!s.has(m), "%s has no member %s", s, clip(m, maxQuoted))
		}
		wrong(seen[m], "it names %s twice", clip(m, maxQuoted))
		seen[m] = true
	}
	for i, s := range r.On {
		wrong(slices.Contains(r.On[:i], s), "On names %s twice", s)
	}
}

// kebab reports whether s is made of lower-case words joined by hyphens.
func kebab(s string) bool {
	word := false
	for i := range len(s) {
		switch c := s[i]; {
		case format.Lower(c) || format.Digit(c):
			word = true
		case c != '-' || !word:
			return false
		default:
			word = false
		}
	}
	return word
}
