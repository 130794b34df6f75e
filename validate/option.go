package validate

import (
	"fmt"
	"slices"

	"github.com/ec2launch/ec2launch/instancetype"
)

// An Option changes what a [Validator] checks.
type Option func(*config)

type config struct {
	edition   Edition
	facts     instancetype.Catalogue
	rules     []*Rule
	house     []*Rule
	skip      []string
	overrides map[string]int64
	allowed   map[string][]string
	strict    bool
	advise    bool
	faults    []error
}

// newConfig is the configuration of a validator without options.
func newConfig(rules []*Rule) *config {
	return &config{
		edition:   Latest,
		facts:     instancetype.Embedded(),
		rules:     rules,
		overrides: map[string]int64{},
		allowed:   map[string][]string{},
	}
}

// fault records what is wrong with the configuration.
func (c *config) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Errorf("validate: "+format, args...))
}

// faultOf records what is wrong with a rule.
func (c *config) faultOf(r *Rule, format string, args ...any) {
	c.fault("rule %q: "+format, append([]any{clip(r.ID, maxQuoted)}, args...)...)
}

// In checks against an edition other than [Latest].
func In(e Edition) Option { return func(c *config) { c.edition = e } }

// Skip switches rules off by ID.
func Skip(ids ...string) Option {
	return func(c *config) { c.skip = append(c.skip, ids...) }
}

// Also adds the rules of a house.
//
// They fail closed: one that panics, that reports at a path which no request
// has, or that reads a [Limit] it does not list, is a violation of
// [SeverityError] that names the rule. What it panicked with is withheld, since
// it may hold values of the request. A rule of the library that fails only
// warns, lest a fault of the library refuse a launch that EC2 accepts.
func Also(rules ...*Rule) Option {
	rules = Clone(rules)
	return func(c *config) { c.house = append(c.house, rules...) }
}

// Facts replaces the embedded catalogue of instance types, for instance by
// live answers of DescribeInstanceTypes. Nil is refused.
func Facts(catalogue instancetype.Catalogue) Option {
	return func(c *config) { c.facts = catalogue }
}

// Override replaces one dated figure by its ID, whatever the edition: a limit that
// AWS has raised since, or one that a house sets lower. It is given once for each
// limit, in the unit of the limit, and is not negative. [NewValidator] refuses
// figures that leave a [Range] nothing to let in. It cannot tell what limits mean to
// a Check, which may refuse every value, as with gp3-iops-min above gp3-iops-max.
func Override(limit string, n int64) Option {
	return func(c *config) {
		if _, again := c.overrides[limit]; again {
			c.fault("Override: %q is given twice", clip(limit, maxQuoted))
		}
		if n < 0 {
			c.fault("Override: %q must not be negative", clip(limit, maxQuoted))
		}
		c.overrides[limit] = n
	}
}

// Allow adds values to an enumeration by the ID of its [Values], for instance
// those that AWS has added since. They hold in every edition that states the
// enumeration.
func Allow(enumeration string, values ...string) Option {
	return func(c *config) {
		if len(values) == 0 || slices.Contains(values, "") {
			c.fault("Allow: %q needs values, and none that is empty", clip(enumeration, maxQuoted))
		}
		c.allowed[enumeration] = append(c.allowed[enumeration], values...)
	}
}

// Strict lets rules reject on recorded facts about instance types that AWS may
// have changed since. Without it such rules warn and date the fact.
func Strict() Option { return func(c *config) { c.strict = true } }

// Advise runs the rules of [SeverityAdvice], too: documented recommendations.
func Advise() Option { return func(c *config) { c.advise = true } }
