package launchtest

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
)

// A Server is an EC2 endpoint on the loopback interface, for one account in the Region us-east-1. Its methods are safe
// for concurrent use. Make one with [New] or [Start].
type Server struct {
	http   *httptest.Server
	stop   context.CancelFunc
	region *region

	mu       sync.Mutex
	requests []Request
	faults   map[string][]Fault
}

// New starts a server; the caller must [Server.Close] it. Like [httptest.NewServer], it panics if the machine has no
// loopback port to give.
func New(opts ...Option) *Server {
	ctx, stop := context.WithCancel(context.Background())
	s := &Server{
		stop:   stop,
		region: newRegion(newSettings(opts)),
		faults: map[string][]Fault{},
	}
	s.http = httptest.NewUnstartedServer(http.HandlerFunc(s.serve))
	s.http.Config.BaseContext = func(net.Listener) context.Context { return ctx }
	s.http.Start()
	return s
}

// Start starts a server that is closed when the test ends.
func Start(tb testing.TB, opts ...Option) *Server {
	tb.Helper()
	s := New(opts...)
	tb.Cleanup(s.Close)
	return s
}

// Close ends requests that [Hang] and shuts the server down. What it recorded can still be read.
func (s *Server) Close() {
	s.stop()
	s.http.Close()
}

// version is the only version of the EC2 API there is.
const version = "2016-11-15"

// requestIDHeader is where EC2 puts the ID of a request, and the SDK looks for it.
const requestIDHeader = "X-Amzn-Requestid"

// maxBody bounds the body of a request.
const maxBody = 1 << 20

// serve records a request and answers it, with the next fault of its action or else as asked.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	malformed := r.ParseForm()
	n, fault := s.record(newRequest(r.Form, s.region.now()))
	w.Header().Set(requestIDHeader, fmt.Sprintf("00000000-0000-4000-8000-%012d", n))
	if malformed != nil {
		writeError(w, refusal("MalformedQueryString", "The request must be a form of at most %d bytes", maxBody))
		return
	}
	fault(http.HandlerFunc(s.answer)).ServeHTTP(w, r)
}

// record keeps a request, returns its number and takes the next fault of its action from the queue.
func (s *Server) record(request Request) (int, Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, request)
	fault := Pass()
	if queue := s.faults[request.Action]; len(queue) > 0 {
		fault = queue[0]
		s.faults[request.Action] = queue[1:]
	}
	return len(s.requests), fault
}

// answer does what a request asks and writes the outcome.
func (s *Server) answer(w http.ResponseWriter, r *http.Request) {
	document, err := s.perform(r.Form, w.Header().Get(requestIDHeader))
	if err != nil {
		writeError(w, err)
		return
	}
	writeXML(w, http.StatusOK, document)
}

// perform does what a request asks and returns the document to answer with.
func (s *Server) perform(form url.Values, requestID string) (any, error) {
	if v := form.Get("Version"); v != version {
		return nil, refusal("NoSuchVersion", "The API version %q is not known; want %s", clip(v), version)
	}
	if err := s.region.admit(form); err != nil {
		return nil, err
	}
	switch action := form.Get("Action"); action {
	case "RunInstances":
		return s.region.runInstances(form, requestID)
	case "DescribeInstances":
		return s.region.describeInstances(form, requestID)
	case "DescribeInstanceStatus":
		return s.region.describeInstanceStatus(form, requestID)
	case "TerminateInstances":
		return s.region.terminateInstances(form, requestID)
	case "CreateLaunchTemplate":
		return answered(action, requestID)(s.region.createLaunchTemplate(form))
	case "CreateLaunchTemplateVersion":
		return answered(action, requestID)(s.region.createLaunchTemplateVersion(form))
	case "DeleteLaunchTemplate":
		return answered(action, requestID)(s.region.deleteLaunchTemplate(form))
	case "DescribeLaunchTemplates":
		return answered(action, requestID)(s.region.describeLaunchTemplates(form))
	case "DescribeLaunchTemplateVersions":
		return answered(action, requestID)(s.region.describeLaunchTemplateVersions(form))
	case "":
		return nil, refusal("MissingAction", "The request must contain the parameter Action")
	default:
		return nil, refusal("InvalidAction", "The action %s is not valid for this endpoint", clip(action))
	}
}
