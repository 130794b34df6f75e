package template

import (
	"errors"
	"fmt"
	"log/slog"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

// String returns [Merged.Input] as JSON in the AWS CLI's shape, without the user
// data; "{}" where there is none.
func (m *Merged) String() string {
	if m.isEmpty() {
		return "{}"
	}
	text, err := clijson.Encode(m.Input())
	if err != nil {
		return "{request that JSON cannot hold: " + err.Error() + "}"
	}
	return string(text)
}

// Format prints [Merged.String], whatever the verb.
func (m *Merged) Format(f fmt.State, _ rune) { fmt.Fprint(f, m.String()) }

// GoString returns [Merged.String].
func (m *Merged) GoString() string { return m.String() }

// LogValue logs [Merged.String].
func (m *Merged) LogValue() slog.Value { return slog.StringValue(m.String()) }

// MarshalText returns [Merged.String].
func (m *Merged) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// MarshalJSON returns [Merged.Input] in the AWS CLI's shape, without the user
// data; null where there is none.
func (m *Merged) MarshalJSON() ([]byte, error) {
	if m.isEmpty() {
		return []byte("null"), nil
	}
	return clijson.Encode(m.Input())
}

// UnmarshalJSON refuses: a Merged is made by [Merge]. A null leaves m as it is.
func (m *Merged) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return errors.New("template: a Merged is not read from JSON: read the template data and the request, and Merge them")
}
