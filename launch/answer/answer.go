package answer

import (
	"fmt"
	"strings"
)

// An Answer is what one error says of EC2's answer to a request. The zero Answer
// knows nothing: Class is [Unknown] and [Answer.Refused] is false.
type Answer struct {
	// Meaning is what the error code says, altered where the HTTP status or the
	// way the error came about contradict it. Code is empty where EC2 gave none.
	Meaning

	// Answered reports whether EC2 itself answered with an error: the error has
	// an HTTP response with a status from 400 to 599 and an error code in EC2's
	// form, and it is not that of another service. A proxy's page, a lost
	// connection, a refusal by code on this side of the wire and an error from
	// a test double without a response are not EC2's answers.
	Answered bool

	// Status is the HTTP status, 0 where there was no response.
	Status int

	// RequestID is EC2's name for the request, empty where it gave none.
	RequestID string
}

// Refused reports whether EC2 has definitely refused the one request that was
// answered, so that this request has launched nothing.
//
// It says nothing of requests before it. The SDK sends a request up to three
// times and returns the last error: when an earlier answer was lost, instances
// may run even though the last one was refused. A launch is refused only if
// every request of it was. So, read each attempt within the SDK's retry loop.
//
// A status from 400 to 499 alone is no refusal: RequestTimeout,
// RequestTimeoutException, RetryableError, ResourceNotReady, a blank code, and
// whatever EC2 did not write leave it open. IdempotentParameterMismatch and
// IdempotentInstanceTerminated tell of an earlier launch and are none either.
// A status from 500 to 599 is a refusal only with a code of class [Capacity] or
// [Throttling] that the dictionary knows. A dry run that has succeeded counts as
// refused: it has launched nothing.
func (a Answer) Refused() bool { return a.Answered && a.Instances == InstancesNone }

// String returns the class and what is known of code, status and request ID, on
// one line, such as "capacity: InsufficientInstanceCapacity, status 500". EC2's
// message is not part of it.
func (a Answer) String() string {
	var parts []string
	if a.Code != "" {
		parts = append(parts, a.Code)
	}
	if a.Status != 0 {
		parts = append(parts, fmt.Sprintf("status %d", a.Status))
	}
	if a.RequestID != "" {
		parts = append(parts, fmt.Sprintf("request %.64q", a.RequestID))
	}
	if len(parts) == 0 {
		return a.Class.String()
	}
	return a.Class.String() + ": " + strings.Join(parts, ", ")
}
