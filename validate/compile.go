package validate

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/ec2launch/ec2launch/internal/members"
)

// A compiled rule is one ready to run; a Tag, Range or Values rule is one for
// each of its members. The rule itself is a copy, or lent, so that nobody
// changes it.
type compiled struct {
	*Rule
	check   func(*Pass)
	field   *fieldCheck // whose check it is; nil for a rule's own
	figures []figure    // of the limits that it lists

	all   members.Set    // what must be set for it to run
	oneOf members.Set    // what one must be set of, too; empty: nothing more
	wrong members.Set    // what must have a value that fails its test; of a rule with a Check, none
	set   func(any) bool // whether a call sets what it takes to run; stands for the above where the subject is a call
	house bool           // given by [Also]
}

// A figure is a limit in the edition of a validator.
type figure struct {
	limit *Limit
	n     int64
	ok    bool
}

// figure returns what a limit is in the edition, unless overridden. A nil limit
// has no figure. A negative override, a fault by itself, counts for nothing.
func (c *config) figure(l *Limit) (n int64, ok bool) {
	if l == nil {
		return 0, false
	}
	if n, ok := c.overrides[l.ID]; ok && n >= 0 {
		return n, true
	}
	return l.In(c.edition)
}

// vet finds what is wrong with the configuration, and drops the rules that are
// not well formed, to find the other faults.
func (c *config) vet() {
	if !c.edition.known() {
		c.fault("unknown edition %d", c.edition)
		c.edition = Latest
	}
	if facts := reflect.ValueOf(c.facts); !facts.IsValid() || facts.Kind() == reflect.Pointer && facts.IsNil() {
		c.fault("no catalogue of instance types")
	}
	names := newIndex(len(c.rules) + len(c.house))
	c.rules, c.house = c.vetRules(c.rules, names), c.vetRules(c.house, names)
	for _, r := range c.house {
		c.vetHouse(r)
	}
	for _, err := range names.unknown(c) {
		c.fault("%w", err)
	}
}

// vetRules returns the rules that are well formed, and gives the names of all.
func (c *config) vetRules(rules []*Rule, names index) (well []*Rule) {
	for _, r := range rules {
		if r == nil {
			c.fault("a rule is nil")
			continue
		}
		found := r.findLimits()
		faults := wellFormed(r)
		if !found {
			faults = append(faults, "its LimitsOf panics")
		}
		if len(faults) > 0 {
			for _, f := range faults {
				c.faultOf(r, "%s", f)
			}
			names.note(r)
			continue
		}
		if err := names.add(r); err != nil {
			c.faultOf(r, "%w", err)
		}
		c.vetRange(r)
		well = append(well, r)
	}
	return well
}

// vetRange finds a Range that lets nothing in, as the editions and overrides of its
// two ends may make it.
func (c *config) vetRange(r *Rule) {
	if r.Range == nil || !c.applies(r) {
		return
	}
	least, bounded := c.figure(r.Range.Min)
	most, ok := c.figure(r.Range.Max)
	if bounded && ok && least > most {
		c.faultOf(r, "its Range would let nothing in: the limit %q is %d, and the limit %q is %d",
			clip(r.Range.Min.ID, maxQuoted), least, clip(r.Range.Max.ID, maxQuoted), most)
	}
}

// vetHouse finds a Range or Values of a house that would refuse nothing, since the
// edition states no end of it or no value.
func (c *config) vetHouse(r *Rule) {
	if !c.applies(r) {
		return
	}
	switch {
	case r.Range != nil:
		_, least := c.figure(r.Range.Min)
		_, most := c.figure(r.Range.Max)
		if least || most {
			return
		}
		var ends []string
		for _, l := range [...]*Limit{r.Range.Min, r.Range.Max} {
			if l != nil {
				ends = append(ends, fmt.Sprintf("%q", clip(l.ID, maxQuoted)))
			}
		}
		c.faultOf(r, "it would refuse nothing in edition %s, for which its Range has no figure of the limit %s: "+
			"leave out Since in the Figures, or give the rule a Since", c.edition, strings.Join(ends, " nor of "))
	case r.Values != nil && r.Values.in(c.edition) == nil:
		c.faultOf(r, "it would refuse nothing in edition %s, for which its Values %q have no set: "+
			"leave out Since in the Sets, or give the rule a Since", c.edition, clip(r.Values.ID, maxQuoted))
	}
}

// compile makes a validator of rules that are well formed.
func (c *config) compile() (*Validator, error) {
	v := c.validator()
	for i, r := range slices.Concat(c.rules, c.house) {
		if !c.wants(r) {
			continue
		}
		base := c.base(r)
		base.house = i >= len(c.rules)
		for _, s := range r.Subjects() {
			if s == Launch {
				c.addLaunch(v, base)
			} else {
				c.addCall(v, base, s)
			}
		}
	}
	return c.unlessFaulty(v)
}

// compileLaunches is compile for rules of the library on launches alone.
func (c *config) compileLaunches() (*Validator, error) {
	v := c.validator()
	for _, r := range c.rules {
		if c.wants(r) {
			c.addLaunch(v, c.base(r))
		}
	}
	return c.unlessFaulty(v)
}

// validator returns a validator of no rules, with room for those of c.
func (c *config) validator() *Validator {
	n := len(c.rules) + len(c.house)
	return &Validator{program: program{
		edition: c.edition, facts: c.facts, strict: c.strict, advise: c.advise, rules: make([]compiled, 0, n+n/4),
	}}
}

// unlessFaulty returns v, or all that was found wrong with the configuration.
func (c *config) unlessFaulty(v *Validator) (*Validator, error) {
	if len(c.faults) > 0 {
		return nil, errors.Join(c.faults...)
	}
	return v, nil
}

// applies reports whether the edition and the options ask for a rule.
func (c *config) applies(r *Rule) bool {
	return !slices.Contains(c.skip, r.ID) && r.holds(c.edition) && (r.Severity != SeverityAdvice || c.advise)
}

// wants reports whether a rule applies and, where it has Values, the edition states
// them.
func (c *config) wants(r *Rule) bool {
	return c.applies(r) && (r.Values == nil || r.Values.in(c.edition) != nil)
}

// base is what the compiled forms of a rule have in common.
func (c *config) base(r *Rule) compiled {
	one := compiled{Rule: r, check: r.Check}
	for l := range r.Figures() {
		n, ok := c.figure(l)
		one.figures = append(one.figures, figure{l.original(), n, ok})
	}
	return one
}

// addLaunch adds a rule on launches.
func (c *config) addLaunch(v *Validator, r compiled) {
	r.all = members.SetOf(r.When...)
	if r.Check != nil {
		r.oneOf = members.SetOf(r.Given...)
		if len(r.Asks) > 0 {
			v.asking = append(v.asking, r)
		} else {
			v.rules = append(v.rules, r)
		}
		return
	}
	for _, member := range r.Members {
		each, kind := members.Values(member)
		f := c.newFieldCheck(r, member, kind)
		if f == nil {
			return
		}
		f.each = each
		v.tests.Add(member, &f.holds)
		r.wrong, r.field, r.check = members.SetOf(member), f, f.check
		v.rules = append(v.rules, r)
	}
}
