package launchtest

import (
	"fmt"
	"net/url"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// A Request is one HTTP request as it reached the server. The SDK's own retries are requests of their own.
//
// However it is printed, its parameters are not, since user data is among them; [Request.Form] and [Request.Input] give
// them. The zero Request has none.
type Request struct {
	Action      string    // "RunInstances"
	ClientToken string    // empty when the request has none
	Time        time.Time // of arrival, by [Clock]

	form    func() url.Values // a function, so that nothing prints what it holds
	lenient bool
	size    int // in bytes, as recorded
}

// newRequest records a form.
func newRequest(form url.Values, s settings) Request {
	recorded := form.Encode()
	return Request{
		Action:      form.Get("Action"),
		ClientToken: form.Get("ClientToken"),
		Time:        s.Now(),
		form: func() url.Values {
			form, _ := url.ParseQuery(recorded) // What Encode writes is well-formed.
			return form
		},
		lenient: s.Lenient,
		size:    len(recorded) + requestBytes,
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
	if r.Action != "RunInstances" || wire.Decode(r.Form(), r.Action, input, r.lenient) != nil {
		return nil
	}
	return input
}

// String names the request in one line without its parameters.
func (r Request) String() string {
	return fmt.Sprintf("%s (client token %q)", wire.Clip(r.Action), wire.Clip(r.ClientToken))
}
