package validate

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/members"
)

// A fieldCheck tests the values of one member.
type fieldCheck struct {
	path  string
	each  func(*ec2.RunInstancesInput, *members.Test, members.Visitor)
	holds members.Test
	// fault says what is wrong with a value that does not hold, and names the
	// limit that decided, if any.
	fault func(value any) (limit *Limit, message string)
}

// newFieldCheck makes the check of a Tag, Range or Values rule on one member,
// of a kind.
func (c *config) newFieldCheck(r *Rule, path string, kind members.Kind) (*fieldCheck, error) {
	f := &fieldCheck{path: path}
	switch {
	case kind == members.Structure:
		return nil, fmt.Errorf("%s has no value that could be tested", path)
	case r.Tag != "":
		return f, f.withTag(kind, r.Tag, r.Summary)
	case r.Range != nil:
		return f, f.withRange(kind, c.interval(r.Range))
	}
	return f, f.withValues(kind, append(r.Values.In(c.edition), c.allowed[r.Values.ID]...), r.Values.AnyCase)
}

func (f *fieldCheck) check(p *Pass) {
	p.field = f
	f.each(p.Input, &f.holds, (*fieldVisitor)(p))
}

// A fieldVisitor is a Pass while its field check runs.
type fieldVisitor Pass

// Visit reports a value that does not hold.
func (v *fieldVisitor) Visit(value any, at members.Position, lists int) {
	p, path := (*Pass)(v), v.field.path
	if lists > strings.Count(path, "[]") {
		path += "[]" // an element of a list of texts
	}
	limit, message := v.field.fault(value)
	p.Beyond(limit).Reportf(p.At(path, at[:lists]...), "%s", message)
}

// An interval is a [Range] with its figures.
type interval struct {
	min, max         *Limit
	least, most      int64
	hasLeast, hasMax bool
}

// interval looks up the figures of a range.
func (c *config) interval(r *Range) interval {
	i := interval{min: r.Min, max: r.Max}
	i.least, i.hasLeast = c.figure(r.Min)
	i.most, i.hasMax = c.figure(r.Max)
	return i
}

// broken returns the end that n is beyond, nil when n is within both.
func (i interval) broken(n int64) *Limit {
	switch {
	case i.hasLeast && n < i.least:
		return i.min
	case i.hasMax && n > i.most:
		return i.max
	}
	return nil
}

// String describes the interval: "1 to 64", "at least 1".
func (i interval) String() string {
	switch {
	case i.hasLeast && i.hasMax:
		return fmt.Sprintf("%d to %d", i.least, i.most)
	case i.hasLeast:
		return fmt.Sprintf("at least %d", i.least)
	}
	return fmt.Sprintf("at most %d", i.most)
}

// withRange tests by a range.
func (f *fieldCheck) withRange(kind members.Kind, i interval) error {
	switch kind {
	case members.Number:
		f.holds.Number = func(n *int32) bool { return i.broken(int64(*n)) == nil }
		f.fault = func(value any) (*Limit, string) {
			return i.broken(int64(*value.(*int32))), "must be " + i.String()
		}
	case members.Text:
		f.holds.Text = func(s *string) bool { return i.broken(int64(utf8.RuneCountInString(*s))) == nil }
		f.fault = func(value any) (*Limit, string) {
			n := int64(utf8.RuneCountInString(*value.(*string)))
			return i.broken(n), fmt.Sprintf("must have %s characters, and has %d", i, n)
		}
	default:
		return fmt.Errorf("%s: only numbers and texts have a Range", f.path)
	}
	return nil
}

// withValues tests by a list of values.
func (f *fieldCheck) withValues(kind members.Kind, allowed []string, anyCase bool) error {
	if kind != members.Text {
		return fmt.Errorf("%s: only texts have Values", f.path)
	}
	f.holds.Text = func(given *string) bool {
		return slices.Contains(allowed, *given) ||
			anyCase && slices.ContainsFunc(allowed, func(a string) bool { return format.EqualFold(a, *given) })
	}
	f.fault = func(value any) (*Limit, string) {
		return nil, "must be one of " + strings.Join(allowed, ", ") + suggest(*value.(*string), allowed)
	}
	return nil
}
