package answer

import (
	"context"
	"io"

	"github.com/aws/smithy-go"
)

// Of reads an error of the SDK's EC2 client, or one that wraps it.
//
// A code that the dictionary does not have is read by its form, as [OfCode]
// does, and otherwise by the HTTP status, as is an answer without a code, or
// with the SDK's UnknownError: from 500 on [Transient], 429 [Throttling], other
// statuses from 400 on [InvalidRequest]. Of a success that cannot be read, and
// of an answer that was lost, the class is Transient.
//
// Where errors are joined, as the SDK joins an answer with the error that its
// quota of retries is used up, an answer that leaves open whether instances
// exist counts before a refusal, and else the first one.
//
// Of a service other than EC2, such as the STS that the SDK asks for
// credentials, the class is [Auth], [Throttling] or [Transient], and nothing is
// said of instances.
//
// Of an error that has read the answer already, as those of package launcher
// have, by a method EC2Answer, it returns that.
//
// Of reads codes, statuses and types, never the text of messages. Of nil it
// returns the zero Answer, as it does of an error whose methods panic.
func Of(err error) (a Answer) {
	defer func() { recover() }() // a is zero then
	if err == nil {
		return Answer{}
	}
	a, _ = reader{}.read(err)
	return a
}

// A reader goes down the chain of an error and holds what the errors so far
// have told of those within.
type reader struct {
	service   string // whose operation failed; empty: not told, EC2 is taken for it
	status    int
	requestID string
	lost      bool // the connection or the context has ended
	told      bool // this branch of a joined error has told something
}

// read returns what the chain tells, and whether it tells anything.
func (r reader) read(err error) (Answer, bool) {
	for err != nil {
		r.note(err)
		if read, ok := err.(interface{ EC2Answer() Answer }); ok && read.EC2Answer() != (Answer{}) {
			return read.EC2Answer(), true
		}
		if fault, ok := err.(smithy.APIError); ok {
			return r.coded(fault.ErrorCode()), true
		}
		switch wrapper := err.(type) {
		case interface{ Unwrap() error }:
			err = wrapper.Unwrap()
		case interface{ Unwrap() []error }:
			if a, ok := r.readAll(wrapper.Unwrap()); ok {
				return a, true
			}
			err = nil
		default:
			err = nil
		}
	}
	return r.coded(""), r.told
}

// readAll reads joined errors.
func (r reader) readAll(errs []error) (answer Answer, told bool) {
	r.told = false
	for _, err := range errs {
		a, ok := r.read(err)
		if ok && (!told || answer.Refused() && !a.Refused()) {
			answer, told = a, true
		}
	}
	return answer, told
}

// note takes down what one error of the chain tells by itself.
func (r *reader) note(err error) {
	if operation, ok := err.(*smithy.OperationError); ok {
		*r = reader{service: operation.ServiceID, told: r.told}
	}
	if response, ok := err.(interface{ HTTPStatusCode() int }); ok {
		r.status, r.told = response.HTTPStatusCode(), true // 0: the SDK's stand-in for no response
	}
	if response, ok := err.(interface{ ServiceRequestID() string }); ok {
		r.requestID = response.ServiceRequestID()
	}
	if isLoss(err) {
		r.lost, r.told = true, true
	}
}

// isLoss reports whether an error is that of a connection or a context.
func isLoss(err error) bool {
	if connection, ok := err.(interface{ ConnectionError() bool }); ok && connection.ConnectionError() {
		return true
	}
	if cancelled, ok := err.(interface{ CanceledError() bool }); ok && cancelled.CanceledError() {
		return true
	}
	if _, ok := err.(interface{ Timeout() bool }); ok { // also net.Error and context.DeadlineExceeded
		return true
	}
	return err == context.Canceled || err == io.EOF || err == io.ErrUnexpectedEOF
}
