package launch

import (
	"errors"
	"fmt"
	"log/slog"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

// redacted is a request as JSON in the AWS CLI's shape, with a note on the
// length of the user data in its place.
func (r request) redacted() ([]byte, error) { return clijson.Encode(r.reveal()) }

// text never fails, since printing cannot.
func (r request) text() string {
	text, err := r.redacted()
	if err != nil {
		return "{request that JSON cannot hold: " + err.Error() + "}"
	}
	return string(text)
}

// String returns the request as JSON in the AWS CLI's shape. In the place of the
// user data stands a note on its length.
func (s Spec) String() string {
	if s.request == nil {
		return "{}"
	}
	return s.request.text()
}

// Format prints [Spec.String], whatever the verb.
func (s Spec) Format(f fmt.State, _ rune) { fmt.Fprint(f, s.String()) }

// LogValue logs [Spec.String].
func (s Spec) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText returns [Spec.String].
func (s Spec) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// MarshalJSON returns what [Spec.String] does, and null for the zero Spec. It is for
// logs and for comparison: [Spec.RevealCLI] has the user data.
func (s Spec) MarshalJSON() ([]byte, error) {
	if s.request == nil {
		return []byte("null"), nil
	}
	return s.request.redacted()
}

// UnmarshalJSON refuses, since JSON is not checked, as a Spec is, and lacks the user
// data. [DecodeCLI] reads a request instead, and [FromInput] builds from it. Null
// leaves s as it is.
func (s *Spec) UnmarshalJSON(text []byte) error { return unread(text, "Spec") }

// unread refuses JSON for a type that must not be read from it.
func unread(text []byte, what string) error {
	if string(text) == "null" {
		return nil
	}
	return errors.New("launch: a " + what + " is not read from JSON, which is not checked and lacks the user data: " +
		"read the request with DecodeCLI and build with FromInput; Spec.RevealCLI writes it with user data")
}

// RevealCLI returns what "aws ec2 run-instances --cli-input-json" takes to send
// this request, with the user data in clear; [DecodeCLI] reads it back. User
// data that is not text cannot stand in JSON and is an error.
func (s Spec) RevealCLI() ([]byte, error) {
	return clijson.Encode(s.Input(), clijson.Reveal(), clijson.Indent("  "))
}

// String returns the request so far as JSON in the AWS CLI's shape. In the place of
// the user data stands a note on its length.
func (b Builder) String() string { return b.text() }

// Format prints [Builder.String], whatever the verb.
func (b Builder) Format(f fmt.State, _ rune) { fmt.Fprint(f, b.String()) }

// LogValue logs [Builder.String].
func (b Builder) LogValue() slog.Value { return slog.StringValue(b.String()) }

// MarshalText returns [Builder.String].
func (b Builder) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// MarshalJSON returns what [Builder.String] does.
func (b Builder) MarshalJSON() ([]byte, error) { return b.redacted() }

// UnmarshalJSON refuses, as [Spec.UnmarshalJSON] does.
func (b *Builder) UnmarshalJSON(text []byte) error { return unread(text, "Builder") }
