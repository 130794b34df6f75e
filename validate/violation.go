package validate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/aws/smithy-go"

	"github.com/ec2launch/ec2launch/internal/format"
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
//
// As JSON, it reads back as it was; bytes that are not UTF-8 become U+FFFD.
type Violation struct {
	Rule     string   `json:"rule"`             // ID of the rule: "volume-iops-range"
	Severity Severity `json:"severity"`         // the rule's, or a lower one where a fact it rests on may have changed
	Path     string   `json:"path"`             // as AWS spells it: "BlockDeviceMappings[0].Ebs.Iops"; empty for the request as a whole
	With     []string `json:"with,omitempty"`   // paths of the other members that the one at Path does not go with
	Value    any      `json:"value,omitempty"`  // what stands at Path: a string, int64, bool or time; nil when nothing does, and always for user data
	Message  string   `json:"message"`          // what is allowed and what to do
	Code     string   `json:"code,omitempty"`   // the error code that EC2 answers with
	Basis    Basis    `json:"basis"`            // how sure Code is
	URL      string   `json:"url,omitempty"`    // the documentation
	Limit    string   `json:"limit,omitempty"`  // ID of the dated figure that decided, which [Override] replaces
	Values   string   `json:"values,omitempty"` // ID of the enumeration that decided, which [Allow] extends
	Facts    []string `json:"facts,omitempty"`  // the facts about the instance type that decided, which [Facts] replaces
}

var _ smithy.APIError = (*Violation)(nil)

// String prints the violation on one line: path, value, message, and last the
// rule with the option that replaces the dated figure, list or fact it rests
// on:
//
//	BlockDeviceMappings[0].Ebs.Iops = 1000000: gp3 volumes take 3000 to 80000 IOPS [volume-iops-range; Override gp3-iops-max]
func (v Violation) String() string {
	return fmt.Sprintf("%s [%s%s]", v.placed(), v.Rule, v.wayOut())
}

// placed is the message behind path and value.
func (v Violation) placed() string {
	at := v.Path
	if at == "" {
		at = "request"
	}
	if value := quote(v.Value); value != "" {
		at += " = " + value
	}
	return at + ": " + v.Message
}

// wayOut names the option that lifts the violation, if what it rests on is
// dated.
func (v Violation) wayOut() string {
	switch {
	case v.Limit != "":
		return "; Override " + v.Limit
	case v.Values != "":
		return "; Allow " + v.Values
	case len(v.Facts) > 0:
		return "; Facts"
	}
	return ""
}

// Error is the same line as [Violation.String].
func (v *Violation) Error() string {
	if v == nil {
		return "no violation"
	}
	return v.String()
}

// ErrorCode returns Code.
func (v *Violation) ErrorCode() string {
	if v == nil {
		return ""
	}
	return v.Code
}

// ErrorMessage returns path, value and message, as [Violation.String] does, without
// the rule.
func (v *Violation) ErrorMessage() string {
	if v == nil {
		return ""
	}
	return v.placed()
}

// ErrorFault is always the client's.
func (v *Violation) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// LogValue logs rule, severity, path, value and message as a group, and where there
// are any, the paths of the other members, the code and the IDs of the limit and
// the values.
func (v Violation) LogValue() slog.Value {
	attrs := []slog.Attr{slog.String("rule", v.Rule), slog.String("severity", v.Severity.String()),
		slog.String("path", v.Path)}
	if quote(v.Value) != "" {
		attrs = append(attrs, slog.Any("value", loggable(v.Value)))
	}
	if len(v.With) > 0 {
		attrs = append(attrs, slog.Any("with", slices.Clone(v.With)))
	}
	attrs = append(attrs, slog.String("message", v.Message))
	for _, a := range [...]slog.Attr{slog.String("code", v.Code), slog.String("limit", v.Limit), slog.String("values", v.Values)} {
		if a.Value.String() != "" {
			attrs = append(attrs, a)
		}
	}
	return slog.GroupValue(attrs...)
}

// isTime reports whether the member at a path is a time: they are all called
// alike.
func isTime(path string) bool {
	name := path[strings.LastIndexByte(path, '.')+1:]
	return name == "ValidFrom" || name == "ValidUntil"
}

// UnmarshalJSON reads what [json.Marshal] writes of a Violation, in the place of
// what v was. On an error, v is unchanged.
func (v *Violation) UnmarshalJSON(text []byte) error {
	if v == nil {
		return errors.New("validate: no Violation to read into")
	}
	type plain Violation
	var read plain
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&read); err != nil {
		return err
	}
	switch value := read.Value.(type) {
	case json.Number:
		n, err := value.Int64()
		if err != nil {
			return fmt.Errorf("the value of a violation must be a whole number, not %s", value)
		}
		read.Value = n
	case string:
		if t, err := time.Parse(time.RFC3339Nano, value); err == nil && isTime(read.Path) {
			read.Value = t
		}
	case []any, map[string]any:
		return errors.New("the value of a violation must be a text, a whole number, a switch or a time")
	}
	*v = Violation(read)
	return nil
}

// quote prints values bounded and escaped.
func quote(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		if s := clip(v, maxQuoted); len(s) != len(v) {
			return fmt.Sprintf("%+q", strings.TrimSuffix(s, ellipsis)) + ellipsis
		}
		return fmt.Sprintf("%+q", v)
	case time.Time:
		return clip(v.Format(time.RFC3339Nano), maxQuoted)
	}
	switch reflect.TypeOf(value).Kind() {
	case reflect.Bool, reflect.Int64, reflect.Int32, reflect.Int, reflect.Float64:
		return fmt.Sprint(value)
	}
	return ""
}

// loggable returns a value that prints as it is logged: bounded, and texts and
// numbers as such.
func loggable(value any) any {
	switch v := value.(type) {
	case string:
		return clip(v, maxQuoted)
	case time.Time:
		return quote(v)
	}
	return value
}

const ellipsis = "…"

// message makes a message of a text: bounded, and escaped where it repeats what
// does not print.
func message(text string) string { return format.Plain(clip(text, maxMessage)) }

// clip cuts s to at most limit bytes, at a rune boundary, and marks the cut.
func clip(s string, limit int) string {
	if head, cut := format.Cut(s, limit); cut {
		return head + ellipsis
	}
	return s
}
