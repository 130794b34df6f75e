package validate

import (
	"fmt"
	"math"
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
// of a kind; nil, and a fault of the configuration, where there is no such check.
func (c *config) newFieldCheck(r compiled, path string, kind members.Kind) *fieldCheck {
	f := &fieldCheck{path: path}
	if err := c.setTest(f, r, kind); err != nil {
		c.faultOf(r.Rule, "%w", err)
		return nil
	}
	return f
}

// setTest gives f the test of a rule.
func (c *config) setTest(f *fieldCheck, r compiled, kind members.Kind) error {
	switch {
	case kind == members.Structure:
		return fmt.Errorf("%s has no value that could be tested", f.path)
	case r.Tag != "":
		return f.withTag(kind, r.Tag, r.Summary)
	case r.Range != nil:
		return f.withRange(kind, c.interval(r.Range))
	}
	return f.withValues(kind, slices.Concat(r.Values.in(c.edition), c.allowed[r.Values.ID]), r.Values.AnyCase, r.house)
}

func (f *fieldCheck) check(p *Pass) { f.each(p.Input, &f.holds, (*fieldVisitor)(p)) }

// A fieldVisitor is a Pass while its field check runs.
type fieldVisitor Pass

// Visit reports a value that does not hold.
func (v *fieldVisitor) Visit(value any, at members.Position, lists int) {
	p, path := (*Pass)(v), v.rule.field.path
	if lists > strings.Count(path, "[]") {
		path += "[]" // an element of a list of texts
	}
	limit, message := v.rule.field.fault(value)
	p.Beyond(limit).Reportf(p.At(path, at[:lists]...), "%s", message)
}

// An interval is a [Range] with its figures. An open end lets every number in.
type interval struct {
	Range
	members.Interval
}

// interval looks up the figures of a range.
func (c *config) interval(r *Range) *interval {
	i := &interval{*r, members.Interval{Least: math.MinInt64, Most: math.MaxInt64}}
	if n, ok := c.figure(r.Min); ok {
		i.Least = n
	}
	if n, ok := c.figure(r.Max); ok {
		i.Most = n
	}
	return i
}

// end returns the end that a number outside is beyond.
func (i *interval) end(n int64) *Limit {
	if n < i.Least {
		return i.Min
	}
	return i.Max
}

// String describes the interval: "1 to 64", "at least 1".
func (i *interval) String() string {
	switch {
	case i.Most == math.MaxInt64:
		return fmt.Sprintf("at least %d", i.Least)
	case i.Least == math.MinInt64:
		return fmt.Sprintf("at most %d", i.Most)
	}
	return fmt.Sprintf("%d to %d", i.Least, i.Most)
}

// withRange tests by a range.
func (f *fieldCheck) withRange(kind members.Kind, i *interval) error {
	f.holds.Bounds = &i.Interval
	switch kind {
	case members.Number:
		f.fault = func(value any) (*Limit, string) {
			return i.end(int64(*value.(*int32))), "must be " + i.String()
		}
	case members.Text:
		f.fault = func(value any) (*Limit, string) {
			n := int64(utf8.RuneCountInString(*value.(*string)))
			return i.end(n), fmt.Sprintf("must have %s characters, and has %d", i, n)
		}
	default:
		return fmt.Errorf("%s: only numbers and texts have a Range", f.path)
	}
	return nil
}

// withValues tests by a list of values.
func (f *fieldCheck) withValues(kind members.Kind, allowed []string, anyCase, house bool) error {
	if kind != members.Text {
		return fmt.Errorf("%s: only texts have Values", f.path)
	}
	names := format.NamesOf(allowed)
	f.holds.Text = func(given string) bool {
		return names.Has(given) ||
			anyCase && slices.ContainsFunc(allowed, func(a string) bool { return format.EqualFold(a, given) })
	}
	f.fault = func(value any) (*Limit, string) {
		must := "must be " + allowed[0]
		if len(allowed) > 1 {
			must = "must be one of " + strings.Join(allowed, ", ")
		}
		if house { // what it leaves out need not be misspelt
			return nil, must
		}
		return nil, must + suggest(*value.(*string), allowed)
	}
	return nil
}
