package validate

import (
	"errors"
	"fmt"
	"slices"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/members"
)

// wellFormed checks what the type of a rule cannot.
func wellFormed(r *Rule) error {
	if r == nil {
		return errors.New("a rule is nil")
	}
	var faults []error
	wrong := func(bad bool, format string, args ...any) {
		if bad {
			faults = append(faults, fmt.Errorf("rule %q: "+format, append([]any{clip(r.ID, maxQuoted)}, args...)...))
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
	wrong(r.Severity > SeverityAdvice, "unknown Severity")
	wrong(r.Severity == SeverityError && r.Code == "", "a Code must say what EC2 would answer")
	wrong(forms != 1, "there must be exactly one of Tag, Range, Values and Check")
	wrong(len(r.Members)+len(r.Given) == 0, "Members or Given must say what it constrains")
	wrong(r.Check == nil && len(r.Given) > 0, "Given is for a Check; name its members in Members")
	wrong(slices.Contains(r.Limits, nil), "a limit is nil")
	wrong(r.Range != nil && r.Range.Min == nil && r.Range.Max == nil, "its Range has no end")
	var seen members.Set
	for m := range r.Named() {
		if one := members.SetOf(m); one == (members.Set{}) {
			wrong(true, "a request has no member %s", clip(m, maxQuoted))
		} else if seen.Has(&one) {
			wrong(true, "it names %s twice", clip(m, maxQuoted))
		} else {
			seen.Add(&one)
		}
	}
	return errors.Join(faults...)
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
