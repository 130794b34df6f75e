package launchtest

import (
	"slices"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/cloud"
)

// recordBytes is the default of [RecordUpTo].
const recordBytes = 64 << 20

// requestBytes is what a recorded request takes besides its parameters.
const requestBytes = 256

// A record holds the newest requests, and the newest of each action that is
// served.
type record struct {
	limit    int // of size
	size     int // in bytes, of what is in requests
	count    int // of all requests, also those that have gone
	requests []Request
	last     map[string]Request // by action
}

func newRecord(limit int) record { return record{limit: limit, last: map[string]Request{}} }

// add records a request, lets the oldest go for it, and returns its number from
// 1. The newest stays whatever its size.
func (r *record) add(request Request) int {
	r.requests = append(r.requests, request)
	r.size += request.size
	for r.size > r.limit && len(r.requests) > 1 {
		r.size -= r.requests[0].size
		r.requests[0] = Request{}
		r.requests = r.requests[1:]
	}
	if cloud.Serves(request.Action) {
		r.last[request.Action] = request
	}
	r.count++
	return r.count
}

// newest returns the newest request of an action, or of any if it is empty; the
// zero Request for none.
func (r *record) newest(action string) Request {
	if last, ok := r.last[action]; ok {
		return last
	}
	for _, request := range slices.Backward(r.requests) {
		if action == "" || request.Action == action {
			return request
		}
	}
	return Request{}
}

// Requests returns the requests so far, in the order of arrival: all of them, or
// the newest as far as [RecordUpTo] lets the server keep them.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests.requests)
}

// LastRequest returns the newest request of an action, or of any action if it is
// empty. That of an action which the server serves is kept whatever came after
// it. Where there is none it returns the zero Request, whose Input is nil.
func (s *Server) LastRequest(action string) Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.requests.newest(action)
}
