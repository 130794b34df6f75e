package validate

import "fmt"

// Severity says what EC2 does with a request that breaks a rule. The zero
// Severity is [SeverityError].
type Severity uint8

const (
	// SeverityError marks what EC2 refuses.
	SeverityError Severity = iota
	// SeverityWarning marks what EC2 ignores or has deprecated, and what rests
	// on a fact that may have changed since it was recorded.
	SeverityWarning
	// SeverityAdvice marks a documented recommendation that the request does
	// not follow. It is reported only when asked for, see [Advise].
	SeverityAdvice
)

// String returns "error", "warning" or "advice".
func (s Severity) String() string {
	switch s {
	case SeverityError:
		return "error"
	case SeverityWarning:
		return "warning"
	case SeverityAdvice:
		return "advice"
	}
	return fmt.Sprintf("Severity(%d)", uint8(s))
}

// MarshalText makes severities read as words in JSON.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// A Basis says how sure it is that EC2 answers with a rule's Code. The zero
// Basis is [Inferred].
type Basis uint8

const (
	// Inferred codes follow from EC2's answers to similar mistakes.
	Inferred Basis = iota
	// Observed codes were reported in public for this very mistake.
	Observed
	// Documented codes stand in EC2's list of error codes with this cause.
	Documented
)

// String returns "inferred", "observed" or "documented".
func (b Basis) String() string {
	switch b {
	case Inferred:
		return "inferred"
	case Observed:
		return "observed"
	case Documented:
		return "documented"
	}
	return fmt.Sprintf("Basis(%d)", uint8(b))
}
