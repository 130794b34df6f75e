package answer

import (
	"encoding"
	"errors"
	"fmt"
	"slices"
)

// A Class is a kind of answer: what its codes have in common for a caller. The
// zero Class is [Unknown]. Its text form, also in JSON, is what String returns.
type Class uint8

const (
	// Unknown: the error does not tell what EC2 answered.
	Unknown Class = iota
	// Capacity: EC2 lacks what was asked for, here or now. Another zone, another
	// instance type or a later time may have it.
	Capacity
	// Quota: the account, a resource or a request has reached a limit.
	Quota
	// Throttling: too many requests.
	Throttling
	// NotReady: a resource cannot serve the request in its state: it does not
	// exist or is not visible yet, is in transition, in use, or has ended.
	NotReady
	// InvalidRequest: the request is malformed, contradicts itself, or asks for
	// what is not supported.
	InvalidRequest
	// Auth: the credentials, the account or the permissions do not suffice.
	Auth
	// Transient: EC2 failed, or its answer was lost. Instances may run.
	Transient
	// Idempotency: the client token is malformed or belongs to another launch.
	Idempotency
	// DryRun: a dry run has succeeded.
	DryRun
)

// classNames are the text forms of the classes.
var classNames = [...]string{
	Unknown:        "unknown",
	Capacity:       "capacity",
	Quota:          "quota",
	Throttling:     "throttling",
	NotReady:       "not-ready",
	InvalidRequest: "invalid-request",
	Auth:           "auth",
	Transient:      "transient",
	Idempotency:    "idempotency",
	DryRun:         "dry-run",
}

var (
	_ encoding.TextMarshaler   = Class(0)
	_ encoding.TextUnmarshaler = (*Class)(nil)
)

// String returns the name of the class in lower case, with hyphens: "capacity",
// "quota", "throttling", "not-ready", "invalid-request", "auth", "transient",
// "idempotency", "dry-run" or "unknown".
func (c Class) String() string { return nameOf(classNames[:], c, "Class") }

// MarshalText returns what String returns, or an error for a value that is none
// of the constants.
func (c Class) MarshalText() ([]byte, error) { return marshalName(classNames[:], c, "Class") }

// UnmarshalText reads what MarshalText writes. Of other text it returns an error
// and leaves the class as it is.
func (c *Class) UnmarshalText(text []byte) error { return unmarshalName(classNames[:], c, text) }

func nameOf[T ~uint8](names []string, v T, kind string) string {
	if int(v) < len(names) {
		return names[v]
	}
	return fmt.Sprintf("%s(%d)", kind, uint8(v))
}

func marshalName[T ~uint8](names []string, v T, kind string) ([]byte, error) {
	if int(v) < len(names) {
		return []byte(names[v]), nil
	}
	return nil, fmt.Errorf("%s has no text form", nameOf(names, v, kind))
}

func unmarshalName[T ~uint8](names []string, v *T, text []byte) error {
	i := slices.Index(names, string(text))
	if i < 0 {
		return fmt.Errorf("%.64q is none of %q", text, names)
	}
	if v == nil {
		return errors.New("answer: nothing to read into")
	}
	*v = T(i)
	return nil
}
