package validate

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/aws/smithy-go"
)

// A Report is the outcome of one check. The zero Report found nothing.
//
// As JSON, it has its violations, omitted where there are any, and edition; it
// reads back as it was.
type Report struct {
	// Violations are what the rules found, in the order of the request.
	Violations []Violation `json:"violations"`
	// Omitted counts the violations beyond a hundred. Errors are kept before
	// warnings, and those before advice.
	Omitted int `json:"omitted,omitempty"`
	// Edition is the one the request was checked against; zero where there was
	// no validator.
	Edition Edition `json:"edition,omitzero"`
}

// MarshalJSON writes violations as a list also where there are none.
func (r Report) MarshalJSON() ([]byte, error) {
	type plain Report
	if r.Violations == nil {
		r.Violations = []Violation{}
	}
	return json.Marshal(plain(r))
}

// UnmarshalJSON reads what [Report.MarshalJSON] writes, in the place of what r
// was. On an error, r is unchanged.
func (r *Report) UnmarshalJSON(text []byte) error {
	if r == nil {
		return errors.New("validate: no Report to read into")
	}
	type plain Report
	var read plain
	if err := json.Unmarshal(text, &read); err != nil {
		return err
	}
	if len(read.Violations) == 0 {
		read.Violations = nil
	}
	*r = Report(read)
	return nil
}

// Err returns nil when EC2 may accept the request, else an [*Error] with all
// violations of [SeverityError].
func (r Report) Err() error {
	errs := r.only(SeverityError)
	if len(errs) == 0 {
		return nil
	}
	err := &Error{Violations: errs, Edition: r.Edition}
	if len(errs) >= maxReported {
		err.Omitted = r.Omitted // below that, only milder ones were omitted
	}
	return err
}

// Warnings returns the violations of [SeverityWarning].
func (r Report) Warnings() []Violation { return r.only(SeverityWarning) }

func (r Report) only(s Severity) []Violation {
	var vs []Violation
	for _, v := range r.Violations {
		if v.Severity == s {
			vs = append(vs, v)
		}
	}
	return vs
}

// String prints each violation on a line of its own, warnings and advice with
// their severity in front.
func (r Report) String() string { return lines("", r.Violations, r.Omitted) }

// LogValue logs the edition, where there was a validator, and each violation as a
// group of its own, named "0", "1" and so on.
func (r Report) LogValue() slog.Value { return logged(r.Violations, r.Omitted, r.Edition) }

var _ smithy.APIError = (*Error)(nil)

// An Error says that EC2 would refuse a request, and all the reasons.
// [errors.AsType] with *Error tells the library's refusals from EC2's own;
// with [*Violation] it yields the first reason.
//
// *Error is a [smithy.APIError] with the code of the first violation.
type Error struct {
	Violations []Violation `json:"violations"`        // at least one, all of SeverityError
	Omitted    int         `json:"omitted,omitempty"` // violations beyond those reported
	Edition    Edition     `json:"edition,omitzero"`  // the one the request was checked against; zero where there was no validator
}

// Error prints one violation on one line, more of them under a heading.
func (e *Error) Error() string {
	const heading = "invalid launch request: "
	switch {
	case e == nil:
		return heading + "the error is nil"
	case len(e.Violations) == 1 && e.Omitted == 0:
		return heading + e.Violations[0].String()
	}
	return heading + fmt.Sprintf("%d rules broken", len(e.Violations)+e.Omitted) +
		lines("\n\t", e.Violations, e.Omitted)
}

// Unwrap yields every violation, as *Violation.
func (e *Error) Unwrap() []error {
	if e == nil {
		return nil
	}
	errs := make([]error, len(e.Violations))
	for i := range e.Violations {
		errs[i] = &e.Violations[i]
	}
	return errs
}

// ErrorCode returns the code of the first violation.
func (e *Error) ErrorCode() string {
	if e == nil || len(e.Violations) == 0 {
		return ""
	}
	return e.Violations[0].ErrorCode()
}

// ErrorMessage returns the message of the first violation, and how many more
// there are.
func (e *Error) ErrorMessage() string {
	if e == nil || len(e.Violations) == 0 {
		return ""
	}
	message := e.Violations[0].ErrorMessage()
	if more := len(e.Violations) - 1 + e.Omitted; more > 0 {
		message += fmt.Sprintf(" (and %d more)", more)
	}
	return message
}

// ErrorFault is always the client's.
func (e *Error) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// LogValue logs e as [Report.LogValue] does.
func (e *Error) LogValue() slog.Value {
	if e == nil {
		return slog.Value{}
	}
	return logged(e.Violations, e.Omitted, e.Edition)
}

func logged(vs []Violation, omitted int, edition Edition) slog.Value {
	var attrs []slog.Attr
	if edition != 0 {
		attrs = append(attrs, slog.String("edition", edition.String()))
	}
	for i, v := range vs {
		attrs = append(attrs, slog.Any(fmt.Sprint(i), v))
	}
	if omitted > 0 {
		attrs = append(attrs, slog.Int("omitted", omitted))
	}
	return slog.GroupValue(attrs...)
}

// maxText bounds the text of a report.
const maxText = 64 << 10

// lines prints violations, each behind lead, or ended by a newline when lead is
// empty.
func lines(lead string, vs []Violation, omitted int) string {
	var b strings.Builder
	end := ""
	if lead == "" {
		end = "\n"
	}
	for i, v := range vs {
		line := v.String()
		if v.Severity != SeverityError {
			line = v.Severity.String() + ": " + line
		}
		if b.Len()+len(line) > maxText-100 {
			omitted += len(vs) - i
			break
		}
		b.WriteString(lead + line + end)
	}
	if omitted > 0 {
		fmt.Fprintf(&b, "%sand %d more%s", lead, omitted, end)
	}
	return b.String()
}
