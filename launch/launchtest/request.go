package launchtest

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// A Request is one HTTP request as it reached the server. The SDK's own retries are requests of their own.
//
// It prints without its parameters, since user data is among them; [Request.Form] and [Request.Input] give them.
type Request struct {
	Action      string    // "RunInstances"
	ClientToken string    // empty when the request has none
	Time        time.Time // of arrival, by [Clock]

	form url.Values
}

// newRequest records a form, which it copies.
func newRequest(form url.Values, now time.Time) Request {
	return Request{
		Action:      form.Get("Action"),
		ClientToken: form.Get("ClientToken"),
		Time:        now,
		form:        cloneForm(form),
	}
}

// Form returns the parameters by their names on the wire, Action and Version among them: a copy, and user data in
// base64 is part of it.
func (r Request) Form() url.Values { return cloneForm(r.form) }

// Input returns the RunInstances request that the parameters spell, built anew on each call and including user data in
// base64. It is nil for any other action and for a request with a parameter that RunInstances does not have or of the
// wrong type.
//
// The wire does not tell an empty list or structure from one that is not there: where the sender had the one, Input
// has the other.
func (r Request) Input() *ec2.RunInstancesInput {
	input := new(ec2.RunInstancesInput)
	if r.Action != "RunInstances" || decode(r.form, runInstancesParameters, input) != nil {
		return nil
	}
	return input
}

// String names the request in one line without its parameters.
func (r Request) String() string {
	return fmt.Sprintf("%s (client token %q, %d parameters)", clip(r.Action), clip(r.ClientToken), len(r.form))
}

// Format implements [fmt.Formatter] with [Request.String], so that no verb prints user data.
func (r Request) Format(state fmt.State, verb rune) { fmt.Fprint(state, r.String()) }

// Requests returns every request so far, in the order of arrival.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// cloneForm returns a deep copy.
func cloneForm(form url.Values) url.Values {
	clone := maps.Clone(form)
	for name, values := range clone {
		clone[name] = slices.Clone(values)
	}
	return clone
}
