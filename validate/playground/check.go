package playground

import (
	"fmt"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/validate"
)

// Check returns a check for a rule of a house, see [validate.Rule], that tests
// a member by a tag of v: "hostname", "max=64", or several joined by commas.
// The member, spelled as in the rule, is a text, a number, a switch or a list
// of texts, of which each is tested; one that is not set passes. A violation
// stands at the member's path and names the tag.
//
// It fails on a nil or zero v, on a member that a request has not, or that has
// no value, and on a tag that v does not know or that panics on a sample value:
// a misspelt tag, a parameter that is no number, a dive. Tags that compare
// fields have no others to compare with. If v panics on a value all the same,
// the rule fails closed.
//
// Each value costs about as much as v.Var, which allocates.
func Check(v *validator.Validate, member, tag string) (func(*validate.Pass), error) {
	each, kind := members.Values(member)
	switch {
	case !knows(v, "required"):
		return nil, errNoValidator
	case !members.Known(member):
		return nil, fmt.Errorf("playground: a request has no member %.64q", member)
	case kind == members.Structure:
		return nil, fmt.Errorf("playground: %s has no value that could be tested", member)
	case tag == "" || tag == "-":
		return nil, fmt.Errorf("playground: the tag for %s must test something, and %q does not", member, tag)
	}
	sample := map[members.Kind]any{members.Text: "a", members.Number: int32(1), members.Switch: true}[kind]
	parts := strings.FieldsFunc(tag, func(r rune) bool { return r == ',' || r == '|' })
	for _, part := range append(parts, tag) {
		if err := try(v, sample, part); err != nil {
			return nil, fmt.Errorf("playground: the tag %q cannot test %s: %w", tag, member, err)
		}
	}
	holds := members.Test{
		Text:   func(s string) bool { return v.Var(s, tag) == nil },
		Number: func(n int32) bool { return v.Var(n, tag) == nil },
		Switch: func(b bool) bool { return v.Var(b, tag) == nil },
	}
	return func(p *validate.Pass) { each(p.Input, &holds, &reporter{p, member, tag}) }, nil
}

// try says how v panics on a value with a tag, if it does.
func try(v *validator.Validate, value any, tag string) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("%v", cause)
		}
	}()
	_ = v.Var(value, tag) // whether the sample passes is of no account
	return nil
}

// A reporter reports the values of a member that fail a tag.
type reporter struct {
	pass        *validate.Pass
	member, tag string
}

// Visit reports a value that fails.
func (r *reporter) Visit(_ any, at members.Position, lists int) {
	path := r.member
	if lists > strings.Count(path, "[]") {
		path += "[]" // an element of a list of texts
	}
	r.pass.Reportf(r.pass.At(path, at[:lists]...), "must pass the tag %s", r.tag)
}
