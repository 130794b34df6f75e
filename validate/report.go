package validate

import (
	"fmt"
	"strings"
)

// A Report is the outcome of one check. The zero Report found nothing.
type Report struct {
	// Violations are what the rules found, in the order of the request.
	Violations []Violation
	// Edition is the one the request was checked against.
	Edition Edition
	// Omitted counts the violations beyond a hundred. Errors are kept before
	// warnings, and those before advice.
	Omitted int
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

// String prints each violation on a line of its own.
func (r Report) String() string { return lines("", r.Violations, r.Omitted) }

// An Error says that EC2 would refuse a request, and all the reasons.
// [errors.AsType] with *Error tells the library's refusals from EC2's own;
// with [*Violation] it yields the first reason.
type Error struct {
	Violations []Violation // at least one, all of SeverityError
	Edition    Edition     // the one the request was checked against
	Omitted    int         // violations beyond those reported
}

// Error prints one violation on one line, more of them under a heading.
func (e *Error) Error() string {
	const heading = "invalid launch request: "
	if len(e.Violations) == 1 && e.Omitted == 0 {
		return heading + e.Violations[0].String()
	}
	return heading + fmt.Sprintf("%d rules broken", len(e.Violations)+e.Omitted) + lines("\n\t", e.Violations, e.Omitted)
}

// Unwrap yields every violation, as *Violation.
func (e *Error) Unwrap() []error {
	errs := make([]error, len(e.Violations))
	for i := range e.Violations {
		errs[i] = &e.Violations[i]
	}
	return errs
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
