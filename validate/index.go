package validate

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/ec2launch/ec2launch/internal/nearest"
)

// An index knows the names that options may refer to.
type index struct {
	rules  map[string]*Rule
	limits map[string]*Limit
	values map[string]*Values
}

func newIndex(rules int) index {
	return index{make(map[string]*Rule, rules), make(map[string]*Limit, rules/4), make(map[string]*Values, rules/8)}
}

func (x index) add(r *Rule) error {
	if _, given := x.rules[r.ID]; given {
		return errors.New("given twice")
	}
	x.rules[r.ID] = r
	for l := range r.Figures() {
		if known := x.limits[l.ID]; known != nil && !slices.Equal(known.Figures, l.Figures) {
			return fmt.Errorf("another limit has the ID %q", clip(l.ID, maxQuoted))
		}
		x.limits[l.ID] = l
	}
	if v := r.Values; v != nil {
		if known := x.values[v.ID]; known != nil && !sameSets(known, v) {
			return fmt.Errorf("other values have the ID %q", clip(v.ID, maxQuoted))
		}
		x.values[v.ID] = v
	}
	return nil
}

func sameSets(a, b *Values) bool {
	return slices.EqualFunc(a.Sets, b.Sets, func(a, b ValueSet) bool {
		return a.Since == b.Since && slices.Equal(a.Values, b.Values)
	})
}

// note adds the names of a rule that is not well formed, which options may
// refer to all the same.
func (x index) note(r *Rule) {
	x.rules[r.ID] = r
	for l := range r.Figures() {
		if l != nil {
			x.limits[l.ID] = l
		}
	}
	if r.Values != nil {
		x.values[r.Values.ID] = r.Values
	}
}

// unknown lists the names in options that nothing has.
func (x index) unknown(c *config) []error {
	return slices.Concat(
		x.misses("Skip", "ID", slices.Values(c.skip), keys(x.rules)),
		x.misses("Override", "limit", maps.Keys(c.overrides), keys(x.limits)),
		x.misses("Allow", "values", maps.Keys(c.allowed), keys(x.values)),
	)
}

func keys[T any](named map[string]T) []string { return slices.Sorted(maps.Keys(named)) }

func (x index) misses(option, kind string, names iter.Seq[string], known []string) []error {
	var faults []error
	for _, name := range slices.Sorted(names) {
		if _, ok := slices.BinarySearch(known, name); ok {
			continue
		}
		hint := x.ofRule(name, kind)
		switch {
		case strings.Contains(name, ","):
			hint = "; give each by itself, not joined by commas"
		case hint == "":
			hint = suggest(name, known)
		}
		faults = append(faults, fmt.Errorf("%s: no rule has the %s %q%s", option, kind, clip(name, maxQuoted), hint))
	}
	return faults
}

// ofRule names the limits or values of the rule whose ID was taken for the name of
// one; "" where there is no such rule.
func (x index) ofRule(id, kind string) string {
	r := x.rules[id]
	if r == nil {
		return ""
	}
	var names []string
	if kind == "values" && r.Values != nil {
		names = append(names, clip(r.Values.ID, maxQuoted))
	}
	for l := range r.Figures() {
		if kind == "limit" && l != nil {
			names = append(names, clip(l.ID, maxQuoted))
		}
	}
	const most = 5
	switch n := len(names); {
	case n == 0:
		return "; it is the ID of a rule, which has none"
	case n > most:
		names = append(names[:most], "…")
	}
	return "; it is the ID of a rule, which has " + strings.Join(names, ", ")
}

// suggest names what comes near an unknown name, or else the first that begins
// with all its words, unless the name is longer than those that are known.
func suggest(name string, known []string) string {
	if len(name) > maxQuoted {
		return ""
	}
	near := nearest.Names(name, known, 1)
	if len(near) == 0 {
		begins := func(k string) bool { return strings.HasPrefix(k, name+"-") }
		at := slices.IndexFunc(known, begins)
		if at < 0 {
			return ""
		}
		near = known[at:]
	}
	return fmt.Sprintf("; did you mean %q?", clip(near[0], maxQuoted))
}
