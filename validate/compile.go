package validate

import (
	"errors"
	"reflect"
	"slices"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/members"
)

// A compiled rule is one ready to run; a Tag, Range or Values rule is one for
// each of its members. It shares nothing with the rule that it was made of.
type compiled struct {
	id       string
	severity Severity
	code     string
	basis    Basis
	source   Source
	secret   bool
	facts    []instancetype.Fact
	values   string // ID of its Values

	asks    []Asked
	age     Age
	house   bool           // given by [Also]
	all     members.Set    // what must be set for it to run
	any     *members.Set   // of which one must be set, too; nil asks for none
	wrong   members.Set    // what must have a value that fails its test; of a rule with a Check, none
	set     func(any) bool // of a rule with On, instead of all, any and wrong
	check   func(*Pass)
	field   *fieldCheck // whose check it is; nil for a rule's own
	figures []figure    // of the limits that it lists
}

// A figure is a limit in the edition of a validator.
type figure struct {
	limit *Limit
	n     int64
	ok    bool
}

// figure returns what a limit is in the edition, unless overridden. A nil limit
// has no figure.
func (c *config) figure(l *Limit) (n int64, ok bool) {
	if l == nil {
		return 0, false
	}
	if n, ok := c.overrides[l.ID]; ok {
		return n, true
	}
	return l.In(c.edition)
}

// compile makes a validator of the configuration.
func (c *config) compile() (*Validator, error) {
	if !c.edition.known() {
		c.fault("unknown edition %d", c.edition)
		c.edition = Latest // to find the other faults
	}
	if facts := reflect.ValueOf(c.facts); !facts.IsValid() || facts.Kind() == reflect.Pointer && facts.IsNil() {
		c.fault("no catalogue of instance types")
	}
	n := len(c.rules) + len(c.house)
	v := &Validator{edition: c.edition, facts: c.facts, strict: c.strict, advise: c.advise,
		rules: make([]compiled, 0, n+n/4)}
	names := newIndex(n)
	for i, r := range slices.Concat(c.rules, c.house) {
		if err := wellFormed(r); err != nil {
			c.fault("%w", err)
			names.note(r)
			continue
		}
		if err := names.add(r); err != nil {
			c.fault("rule %s: %w", clip(r.ID, maxQuoted), err)
		}
		if slices.Contains(c.skip, r.ID) || !r.holds(c.edition) || r.Severity == SeverityAdvice && !c.advise {
			continue
		}
		for _, s := range r.Subjects() {
			if err := c.add(v, r, s, i >= len(c.rules)); err != nil {
				c.fault("rule %s: %w", clip(r.ID, maxQuoted), err)
			}
		}
	}
	for _, err := range names.unknown(c) {
		c.fault("%w", err)
	}
	if len(c.faults) > 0 {
		return nil, errors.Join(c.faults...)
	}
	return v, nil
}

// add compiles a rule on one of its subjects.
func (c *config) add(v *Validator, r *Rule, on Subject, house bool) error {
	base := compiled{
		id: r.ID, severity: r.Severity, code: r.Code, basis: r.CodeBasis, source: r.Source, secret: r.Secret,
		facts: slices.Clone(r.Facts), house: house, check: r.Check, asks: slices.Clone(r.Asks), age: r.Age,
	}
	if r.Values != nil {
		base.values = r.Values.ID
	}
	for l := range r.Figures() {
		n, ok := c.figure(l)
		base.figures = append(base.figures, figure{l.original(), n, ok})
	}
	if on != Launch {
		return c.addCall(v, r, on, base)
	}
	base.all = members.SetOf(r.When...)
	if r.Check != nil {
		if len(r.Given) > 0 {
			any := members.SetOf(r.Given...)
			base.any = &any
		}
		if len(r.Asks) > 0 {
			v.asking = append(v.asking, base)
		} else {
			v.rules = append(v.rules, base)
		}
		return nil
	}
	if r.Values != nil && r.Values.In(c.edition) == nil {
		return nil
	}
	for _, member := range r.Members {
		each, kind := members.Values(member)
		f, err := c.newFieldCheck(r, member, kind)
		if err != nil {
			return err
		}
		f.each = each
		v.tests.Add(member, f.holds)
		one := base
		one.wrong, one.field, one.check = members.SetOf(member), f, f.check
		v.rules = append(v.rules, one)
	}
	return nil
}
