package validate

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/members"
)

// withTag tests by a tag: several tests, separated by commas, all of which must
// hold.
func (f *fieldCheck) withTag(kind members.Kind, tag, summary string) error {
	f.fault = func(value any) (*Limit, string) { return nil, summary + misplaced(tag, value) }
	var texts []func(string) bool
	var numbers []func(int64) bool
	for test := range strings.SplitSeq(tag, ",") {
		name, param, _ := strings.Cut(test, "=")
		onText, onNumber := textTag(name, param), numberTag(name, param)
		switch {
		case kind == members.Text && onText != nil:
			texts = append(texts, onText)
		case kind == members.Text && onNumber != nil:
			texts = append(texts, func(s string) bool { return onNumber(int64(utf8.RuneCountInString(s))) })
		case kind == members.Number && onNumber != nil:
			numbers = append(numbers, onNumber)
		default:
			return fmt.Errorf("tag %q on %s: there is no such test of a %s", test, f.path, kind)
		}
	}
	f.holds.Text = func(s *string) bool { return all(texts, *s) }
	f.holds.Number = func(n *int32) bool { return all(numbers, int64(*n)) }
	return nil
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

func all[T any](tests []func(T) bool, value T) bool {
	for _, holds := range tests {
		if !holds(value) {
			return false
		}
	}
	return true
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

// numberTag returns the test of numbers that a tag names, nil when there is
// none.
func numberTag(name, param string) func(int64) bool {
	bound, err := strconv.ParseInt(param, 10, 64)
	switch {
	case err != nil:
	case name == "min":
		return func(n int64) bool { return n >= bound }
	case name == "max":
		return func(n int64) bool { return n <= bound }
	}
	return nil
}
