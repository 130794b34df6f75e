package validate

import (
	"fmt"
	"slices"
	"strings"
)

// Severity says what EC2 does with a request that breaks a rule. The zero
// Severity is [SeverityError].
type Severity uint8

const (
	// SeverityError marks what EC2 refuses.
	SeverityError Severity = iota
	// SeverityWarning marks what EC2 ignores or has deprecated, and what rests
	// on a fact that may have changed since it was recorded.
	SeverityWarning
	// SeverityAdvice marks a documented recommendation that the request does not
	// follow. A [Validator] reports these only with [Advise]. In the report of
	// account.Preflight it also marks a question that the account did not answer.
	SeverityAdvice
)

var severities = [...]string{SeverityError: "error", SeverityWarning: "warning", SeverityAdvice: "advice"}

// String returns "error", "warning" or "advice".
func (s Severity) String() string { return word(severities[:], s, "Severity") }

// MarshalText makes severities read as words in JSON.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the words of [Severity.String].
func (s *Severity) UnmarshalText(text []byte) error { return parse(severities[:], s, "severity", text) }

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

var bases = [...]string{Inferred: "inferred", Observed: "observed", Documented: "documented"}

// String returns "inferred", "observed" or "documented".
func (b Basis) String() string { return word(bases[:], b, "Basis") }

// MarshalText makes bases read as words in JSON.
func (b Basis) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads the words of [Basis.String].
func (b *Basis) UnmarshalText(text []byte) error { return parse(bases[:], b, "basis", text) }

// word names one of few values, or numbers it when it is none of them.
func word[T ~uint8](words []string, value T, kind string) string {
	if int(value) < len(words) {
		return words[value]
	}
	return fmt.Sprintf("%s(%d)", kind, uint8(value))
}

// parse is the inverse of word.
func parse[T ~uint8](words []string, value *T, kind string, text []byte) error {
	i := slices.Index(words, string(text))
	if i < 0 {
		return fmt.Errorf("unknown %s %q: must be one of %s", kind, clip(string(text), maxQuoted),
			strings.Join(words, ", "))
	}
	*value = T(i)
	return nil
}
