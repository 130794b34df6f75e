package validate

import (
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/members"
)

// A fieldCheck tests the values of one member: a *string, *int32 or *bool each.
type fieldCheck struct {
	path  string
	each  func(*ec2.RunInstancesInput, members.Visitor)
	holds func(value any) bool
	fault func(value any) string
}

func newFieldCheck(path string) (*fieldCheck, error) {
	each, ok := members.Values(path)
	if !ok {
		return nil, fmt.Errorf("%s has no value that could be tested", path)
	}
	return &fieldCheck{path: path, each: each}, nil
}

func (c *fieldCheck) check(p *Pass) {
	p.field = c
	c.each(p.Input, (*fieldVisitor)(p))
}

// A fieldVisitor is a Pass while its field check runs.
type fieldVisitor Pass

// Visit tests one value.
func (v *fieldVisitor) Visit(value any, at members.Position, lists int) {
	if v.field.holds(value) {
		return
	}
	path := v.field.path
	if lists > strings.Count(path, "[]") {
		path += "[]" // an element of a list of texts
	}
	(*Pass)(v).Reportf(At(path, at[:lists]...), "%s", v.field.fault(value))
}

// withTag tests by a validator tag; the rule's summary is the message.
func (c *fieldCheck) withTag(t tags, r *Rule) (err error) {
	c.fault = func(any) string { return r.Summary }
	c.holds, err = t.compile(r.Tag, c.path)
	return err
}

// withValues tests by a list of values.
func (c *fieldCheck) withValues(allowed []string, anyCase bool) error {
	if _, isText := zero(c.path).(*string); !isText {
		return fmt.Errorf("%s: only strings have Values", c.path)
	}
	c.holds = func(value any) bool {
		given := *value.(*string)
		return slices.ContainsFunc(allowed, func(a string) bool { return a == given || anyCase && format.EqualFold(a, given) })
	}
	c.fault = func(value any) string {
		return "must be one of " + strings.Join(allowed, ", ") + suggest(*value.(*string), allowed)
	}
	return nil
}
