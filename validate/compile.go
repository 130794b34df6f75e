package validate

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/internal/nearest"
)

// compile makes a validator of the configuration.
func (c *config) compile() (*Validator, error) {
	var faults []error
	fault := func(format string, args ...any) {
		faults = append(faults, fmt.Errorf("validate: "+format, args...))
	}
	if !slices.Contains(Editions(), c.edition) {
		fault("unknown edition %d", c.edition)
	}
	if c.facts == nil {
		fault("no catalogue of instance types")
	}
	v := &Validator{edition: c.edition, facts: c.facts, raised: c.raised, strict: c.strict, advise: c.advise}
	names, tags := newIndex(), newTags()
	for _, r := range c.rules {
		if err := wellFormed(r); err != nil {
			fault("%w", err)
			continue
		}
		if err := names.add(r); err != nil {
			fault("rule %s: %w", r.ID, err)
		}
		if slices.Contains(c.skip, r.ID) || !r.holds(c.edition) || r.Severity == SeverityAdvice && !c.advise {
			continue
		}
		compiled, err := c.compileRule(r, tags)
		if err != nil {
			fault("rule %s: %w", r.ID, err)
		}
		v.rules = append(v.rules, compiled...)
	}
	for _, err := range names.unknown(c) {
		fault("%w", err)
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return v, nil
}

// compileRule returns the checks that a rule is made of: a Tag or Values rule
// is one for each of its members.
func (c *config) compileRule(r *Rule, t tags) ([]compiled, error) {
	when, unknown, ok := members.SetOf(r.When...)
	if !ok {
		return nil, fmt.Errorf("a request has no member %s", unknown)
	}
	if _, unknown, ok := members.SetOf(r.Members...); !ok {
		return nil, fmt.Errorf("a request has no member %s", unknown)
	}
	if r.Check != nil {
		return []compiled{{r, when, r.Check}}, nil
	}
	var allowed []string
	if r.Values != nil {
		if allowed = r.Values.In(c.edition); allowed == nil {
			return nil, nil
		}
		allowed = slices.Concat(allowed, c.allowed[r.Values.ID])
	}
	var all []compiled
	for _, member := range r.Members {
		f, err := newFieldCheck(member)
		switch {
		case err != nil:
		case r.Tag != "":
			err = f.withTag(t, r)
		default:
			err = f.withValues(allowed, r.Values.AnyCase)
		}
		if err != nil {
			return nil, err
		}
		set, _, _ := members.SetOf(append([]string{member}, r.When...)...)
		all = append(all, compiled{r, set, f.check})
	}
	return all, nil
}

// wellFormed checks what the type of a rule cannot.
func wellFormed(r *Rule) error {
	if r == nil {
		return errors.New("a rule is nil")
	}
	forms := 0
	for _, has := range []bool{r.Tag != "", r.Values != nil, r.Check != nil} {
		if has {
			forms++
		}
	}
	var faults []error
	for _, f := range []struct {
		wrong bool
		fault string
	}{
		{!kebab(r.ID), "the ID must be in kebab-case"},
		{r.Summary == "", "a Summary must say what must hold"},
		{r.Source.URL() == "", "a Source must be named"},
		{r.Severity > SeverityAdvice, "unknown Severity"},
		{r.Severity == SeverityError && r.Code == "", "a Code must say what EC2 would answer"},
		{slices.Contains(r.Limits, nil), "a limit is nil"},
		{forms != 1, "there must be exactly one of Tag, Values and Check"},
		{forms == 1 && r.Check == nil && len(r.Members) == 0, "Members must say what to test"},
	} {
		if f.wrong {
			faults = append(faults, fmt.Errorf("rule %q: %s", r.ID, f.fault))
		}
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

// index knows the names that options may refer to.
type index struct {
	rules  map[string]*Rule
	limits map[string]*Limit
	values map[string]*Values
}

func newIndex() index {
	return index{map[string]*Rule{}, map[string]*Limit{}, map[string]*Values{}}
}

func (x index) add(r *Rule) error {
	if _, given := x.rules[r.ID]; given {
		return errors.New("given twice")
	}
	x.rules[r.ID] = r
	for _, l := range r.Limits {
		if known := x.limits[l.ID]; known != nil && known != l {
			return fmt.Errorf("another limit has the ID %q", l.ID)
		}
		x.limits[l.ID] = l
	}
	if v := r.Values; v != nil {
		if known := x.values[v.ID]; known != nil && known != v {
			return fmt.Errorf("other values have the ID %q", v.ID)
		}
		x.values[v.ID] = v
	}
	return nil
}

// unknown lists the names in options that nothing has.
func (x index) unknown(c *config) []error {
	return slices.Concat(
		misses("Skip", "ID", slices.Values(c.skip), x.rules),
		misses("Raise", "limit", maps.Keys(c.raised), x.limits),
		misses("Allow", "values", maps.Keys(c.allowed), x.values),
	)
}

func misses[T any](option, kind string, names iter.Seq[string], known map[string]T) []error {
	var faults []error
	for _, name := range slices.Sorted(names) {
		if _, ok := known[name]; !ok {
			near := suggest(name, slices.Sorted(maps.Keys(known)))
			faults = append(faults, fmt.Errorf("%s: no rule has the %s %q%s", option, kind, name, near))
		}
	}
	return faults
}

// suggest names what comes near an unknown name.
func suggest(name string, known []string) string {
	near := nearest.Names(name, known, 1)
	if len(near) == 0 {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", near[0])
}
