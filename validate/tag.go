package validate

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/members"
)

// withTag tests by a tag: several tests, separated by commas, all of which must
// hold. A violation says what the summary says, but for the names of the members:
// its own is in its path.
func (f *fieldCheck) withTag(kind members.Kind, tag, summary string) error {
	must := summary
	name := strings.TrimSuffix(f.path[strings.LastIndexByte(f.path, '.')+1:], "[]")
	for _, verb := range [...]string{"must", "should"} {
		if names, rest, found := strings.Cut(summary, " "+verb+" "); found && strings.Contains(names, name) {
			must = verb + " " + rest
			break
		}
	}
	f.fault = func(value any) (*Limit, string) { return nil, must + misplaced(tag, value) }
	for test := range strings.SplitSeq(tag, ",") {
		name, param, _ := strings.Cut(test, "=")
		more := members.Test{Bounds: boundsTag(name, param)}
		if kind == members.Text {
			more.Text = textTag(name, param)
		}
		if more.Bounds == nil && more.Text == nil || kind == members.Switch {
			return fmt.Errorf("tag %q on %s: there is no such test of a %s", clip(test, maxQuoted), f.path, kind)
		}
		f.holds = f.holds.And(more)
	}
	return nil
}

// tagFault says what is wrong with what the tests of a tag take; "" is nothing. That
// there are such tests, which depends on the member, is told by withTag.
func tagFault(tag string) string {
	given := map[string]bool{}
	bounds := members.Interval{Least: math.MinInt64, Most: math.MaxInt64}
	for test := range strings.SplitSeq(tag, ",") {
		name, param, has := strings.Cut(test, "=")
		bound := boundsTag(name, param)
		switch {
		case name != "" && given[name]:
			return "each test must be given once"
		case name == "min" && bound != nil:
			bounds.Least = bound.Least
		case name == "max" && bound != nil:
			bounds.Most = bound.Most
		case name == "min" || name == "max":
			return name + " takes a whole number that is not negative, as in " + name + "=3"
		case name == "ec2id" && !kebab(param):
			return "ec2id takes the prefix of an ID, as in ec2id=ami"
		case name == "ec2arn" && !kebab(param):
			return "ec2arn takes the service of an ARN, as in ec2arn=iam"
		case has && name != "ec2id" && name != "ec2arn" && textTag(name, "") != nil:
			return name + " takes nothing, and so no ="
		}
		given[name] = true
	}
	if bounds.Least > bounds.Most {
		return "no number lies between its min and its max"
	}
	return ""
}

// misplaced says what a text is that is no ID of the tag's kind.
func misplaced(tag string, value any) string {
	prefix, isID := strings.CutPrefix(tag, "ec2id=")
	text, isText := value.(*string)
	switch {
	case !isID || !isText:
		return ""
	case strings.HasPrefix(*text, prefix+"_"):
		return "; write a hyphen, not an underscore, after " + prefix
	default:
		return format.Elsewhere(*text)
	}
}

// textTag returns the test of texts that a tag names, nil when there is none.
func textTag(name, param string) func(string) bool {
	switch name {
	case "ec2id":
		return func(s string) bool { return format.ID(param, s) }
	case "ec2arn":
		return func(s string) bool { _, _, ok := format.ARN(param, s); return ok }
	case "ec2text":
		return format.Text
	case "ec2asciitext":
		return func(s string) bool { return format.ASCII(s) && format.Text(s) }
	case "ec2ascii":
		return format.Printable
	case "ec2ipv4":
		return func(s string) bool { a, ok := format.IPv4(s); return ok && format.Host(a) }
	case "ec2ipv6":
		return func(s string) bool { a, ok := format.IPv6(s); return ok && format.Host(a) }
	case "ec2ipv4prefix":
		return func(s string) bool { _, ok := format.Prefix(s, 28, false); return ok }
	case "ec2ipv6prefix":
		return func(s string) bool { _, ok := format.Prefix(s, 80, true); return ok }
	}
	return nil
}

// boundsTag returns the bounds that a tag names, nil when it names none.
func boundsTag(name, param string) *members.Interval {
	if name != "min" && name != "max" {
		return nil
	}
	n, err := strconv.ParseUint(param, 10, 63)
	switch {
	case err != nil:
		return nil
	case name == "min":
		return &members.Interval{Least: int64(n), Most: math.MaxInt64}
	}
	return &members.Interval{Least: math.MinInt64, Most: int64(n)}
}
