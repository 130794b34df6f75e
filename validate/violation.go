package validate

import (
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/aws/smithy-go"
)

const (
	maxQuoted  = 64  // bytes of a value that a violation prints
	maxMessage = 512 // bytes of a message, before it is escaped
)

// A Violation is one broken rule at one place. Rule, Path and Code are for
// programs and stable; Message is for people and may change.
//
// *Violation is an error and a [smithy.APIError] with EC2's own error code, so
// code that switches on the codes of EC2's refusals handles it unchanged.
type Violation struct {
	Rule     string   // ID of the rule: "volume-iops-range"
	Severity Severity // the rule's, or a lower one where a fact it rests on may have changed
	Path     string   // as AWS spells it: "BlockDeviceMappings[0].Ebs.Iops"; empty for the request as a whole
	With     []string // paths of the other members that the one at Path does not go with
	Value    any      // what stands at Path; nil when nothing does, and always for user data
	Message  string   // what is allowed and what to do
	Code     string   // the error code that EC2 answers with
	URL      string   // the documentation
}

var _ smithy.APIError = (*Violation)(nil)

// String prints the violation on one line, path first and rule last:
//
//	BlockDeviceMappings[0].Ebs.Iops = 2999: gp3 volumes take 3000 to 80000 IOPS [volume-iops-range]
func (v Violation) String() string {
	var b strings.Builder
	if v.Path == "" {
		b.WriteString("request")
	} else {
		b.WriteString(v.Path)
	}
	if text := quote(v.Value); text != "" {
		b.WriteString(" = ")
		b.WriteString(text)
	}
	fmt.Fprintf(&b, ": %s [%s]", v.Message, v.Rule)
	return b.String()
}

// Error is the same line as [Violation.String].
func (v *Violation) Error() string { return v.String() }

// ErrorCode returns Code.
func (v *Violation) ErrorCode() string { return v.Code }

// ErrorMessage returns Message.
func (v *Violation) ErrorMessage() string { return v.Message }

// ErrorFault is always the client's.
func (v *Violation) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// quote prints scalars only, bounded and escaped; lists and structs print as
// nothing.
func quote(value any) string {
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.String:
		if s := clip(v.String(), maxQuoted); len(s) < v.Len() {
			return fmt.Sprintf("%+q", strings.TrimSuffix(s, ellipsis)) + ellipsis
		}
		return fmt.Sprintf("%+q", v.String())
	case reflect.Bool, reflect.Int32, reflect.Int64, reflect.Int, reflect.Float64:
		return fmt.Sprint(value)
	default:
		if s, ok := value.(fmt.Stringer); ok {
			return clip(s.String(), maxQuoted)
		}
		return ""
	}
}

const ellipsis = "…"

// clip cuts s to at most limit bytes, at a rune boundary, and marks the cut.
func clip(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	cut := limit
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + ellipsis
}
