package launchtest

import (
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// version is the only version of the EC2 API there is.
const version = "2016-11-15"

// requestIDHeader is where EC2 puts the ID of a request, and the SDK looks for it.
const requestIDHeader = "X-Amzn-Requestid"

// maxBody bounds the body of a request.
const maxBody = 1 << 20

// serve records a request and answers it, with the next fault of its action or else as asked.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost && r.Method != http.MethodGet {
		w.Header().Set("Allow", "GET, POST")
		writeError(w, &apiError{http.StatusMethodNotAllowed, "InvalidRequest", "The method must be POST or GET"})
		return
	}
	malformed := readForm(w, r, s.region.bodyWithin)
	n, fault := s.record(newRequest(r.Form, s.region.now()))
	w.Header().Set(requestIDHeader, fmt.Sprintf("00000000-0000-4000-8000-%012d", n))
	if malformed != nil {
		writeError(w, refusal("MalformedQueryString", "The request must be a form of at most %d bytes", maxBody))
		return
	}
	fault(http.HandlerFunc(s.answer)).ServeHTTP(w, r)
}

// readForm reads the form of a request, which must arrive whole in time. After a
// failure the connection is of no further use, and the deadline stays.
func readForm(w http.ResponseWriter, r *http.Request, within time.Duration) error {
	c := http.NewResponseController(w)
	c.SetReadDeadline(time.Now().Add(within)) // A recorder has none to set.
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	if err := r.ParseForm(); err != nil {
		w.Header().Set("Connection", "close")
		return err
	}
	c.SetReadDeadline(time.Time{})
	return nil
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
	case "":
		return nil, refusal("MissingAction", "The request must contain the parameter Action")
	default:
		return nil, refusal("InvalidAction", "The action %s is not valid for this endpoint", clip(action))
	}
}
