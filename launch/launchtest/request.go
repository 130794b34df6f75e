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
// However it is printed, its parameters are not, since user data is among them; [Request.Form] and [Request.Input] give
// them. The zero Request has none.
type Request struct {
	Action      string    // "RunInstances"
	ClientToken string    // empty when the request has none
	Time        time.Time // of arrival, by [Clock]

	form func() url.Values // a function, so that nothing prints what it holds
}

// newRequest records a form, which it copies.
func newRequest(form url.Values, now time.Time) Request {
	recorded := cloneForm(form)
	return Request{
		Action:      form.Get("Action"),
		ClientToken: form.Get("ClientToken"),
		Time:        now,
		form:        func() url.Values { return cloneForm(recorded) },
	}
}

// Form returns the parameters by their names on the wire, Action and Version among them: a copy, and user data in
// base64 is part of it.
func (r Request) Form() url.Values {
	if r.form == nil {
		return nil
	}
	return r.form()
}

// Input returns the RunInstances request that the parameters spell, built anew on each call and including user data in
// base64. It is nil for any other action and for a request with a parameter that RunInstances does not have or of the
// wrong type.
//
// An empty list or structure leaves no trace on the wire; in Input it is nil.
func (r Request) Input() *ec2.RunInstancesInput {
	input := new(ec2.RunInstancesInput)
	if r.Action != "RunInstances" || decode(r.Form(), runInstancesParameters, input) != nil {
		return nil
	}
	return input
}

// String names the request in one line without its parameters.
func (r Request) String() string {
	return fmt.Sprintf("%s (client token %q)", clip(r.Action), clip(r.ClientToken))
}

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
