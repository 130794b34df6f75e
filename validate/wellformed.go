package validate

import (
	"errors"
	"fmt"
	"slices"
	"strings"

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
	wrong(len(r.Members)+len(r.Absent) == 0, "Members or Absent must say what it constrains")
	wrong(r.Check == nil && len(r.Absent) > 0, "only a Check can find something Absent")
	wrong(slices.Contains(slices.Collect(r.Figures()), nil), "a limit is nil")
	wrong(r.Range != nil && r.Range.Min == nil && r.Range.Max == nil, "its Range has no end")
	seen := make(map[string]bool, len(r.Members)+len(r.Absent)+len(r.When)+len(r.Reads))
	for m := range r.Named() {
		wrong(!members.Known(m), "a request has no member %s", clip(m, maxQuoted))
		wrong(seen[m], "it names %s twice", clip(m, maxQuoted))
		seen[m] = true
	}
	return errors.Join(faults...)
}

// kebab reports whether s is made of lower-case words joined by hyphens.
func kebab(s string) bool {
	for word := range strings.SplitSeq(s, "-") {
		if strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789") != "" || word == "" {
			return false
		}
	}
	return true
}
