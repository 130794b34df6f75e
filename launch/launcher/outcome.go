package launcher

import (
	"errors"
	"fmt"
)

// An Outcome says what a launch, or one request of it, left behind.
type Outcome uint8

const (
	// Unknown: instances may run that no answer named. The same request under
	// the same client token settles it, since EC2 launches for a token only
	// once: see [Launcher.Settle] and [Launcher.Run].
	Unknown Outcome = iota
	// Refused: nothing was launched. Every attempt that reached the wire was
	// answered by EC2 with a definite refusal, or none reached it.
	Refused
	// Launched: instances were launched, and all of them are in the result.
	Launched
)

var outcomes = [...]string{Unknown: "unknown", Refused: "refused", Launched: "launched"}

// String returns "unknown", "refused" or "launched".
func (o Outcome) String() string {
	if int(o) < len(outcomes) {
		return outcomes[o]
	}
	return outcomes[Unknown]
}

// MarshalText returns [Outcome.String].
func (o Outcome) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (o *Outcome) UnmarshalText(text []byte) error {
	if o == nil {
		return errors.New("launcher: no Outcome to read into")
	}
	for known, name := range outcomes {
		if string(text) == name {
			*o = Outcome(known)
			return nil
		}
	}
	return fmt.Errorf("no outcome %.64q; want one of %q", text, outcomes)
}
