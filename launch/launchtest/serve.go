package launchtest

import (
	"context"
	"fmt"
	"net/http"
	"regexp"
	"time"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// requestIDHeader is where EC2 puts the ID of a request, and the SDK looks for it.
const requestIDHeader = "X-Amzn-Requestid"

// maxBody bounds the body of a request.
const maxBody = 1 << 20

// Handle has an action answered by a handler in place of the server, for actions
// that the server does not serve and for those that a test wants to answer
// itself. The request has been parsed and recorded before: its parameters are in
// Form. A nil handler gives the action back to the server. A misspelt action is
// treated as [Server.Fail] does.
func (s *Server) Handle(action string, handler http.Handler) {
	if s.tb != nil {
		s.tb.Helper()
	}
	s.spelt("Handle", action)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.handlers[action] = handler
}

// serveOpen answers one request, unless the server is closed, and as long as it is
// open.
func (s *Server) serveOpen(w http.ResponseWriter, r *http.Request) {
	if !s.enter() {
		panic(http.ErrAbortHandler)
	}
	defer s.serving.Done()
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	defer context.AfterFunc(s.ctx, cancel)()
	s.serve(w, r.WithContext(ctx))
}

// serve records a request and answers it, with the next fault of its action or else as asked.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost && r.Method != http.MethodGet {
		w.Header().Set("Allow", "GET, POST")
		writeError(w, &wire.Error{Status: http.StatusMethodNotAllowed, Code: "InvalidRequest", Message: "The method must be POST or GET"})
		return
	}
	malformed := readForm(w, r, s.settings.bodyWithin)
	request := newRequest(r.Form, s.settings)
	n, fault := s.record(request)
	w.Header().Set(requestIDHeader, fmt.Sprintf("00000000-0000-4000-8000-%012d", n))
	if s.settings.log != nil {
		logged := &answerLog{ResponseWriter: w, request: request, n: n}
		defer logged.log(s.settings.log)
		w = logged
	}
	if malformed != nil {
		writeError(w, wire.Refuse("MalformedQueryString", "The request must be a form of at most %d bytes", maxBody))
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
	n := s.requests.add(request)
	fault := Pass()
	if queue := s.faults[request.Action]; len(queue) > 0 {
		fault = queue[0]
		s.faults[request.Action] = queue[1:]
	}
	return n, fault
}

// answer does what a request asks and writes the outcome.
func (s *Server) answer(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	handler := s.handlers[r.Form.Get("Action")]
	s.mu.Unlock()
	if handler != nil {
		handler.ServeHTTP(w, r)
		return
	}
	if err := s.checkScope(r); err != nil {
		writeError(w, err)
		return
	}
	action, output, err := s.region.Perform(r.Form)
	if err != nil {
		writeError(w, err)
		return
	}
	write(w, http.StatusOK, wire.Encode(action, w.Header().Get(requestIDHeader), output))
}

// credentialScope matches the Region in the credential scope of a signature.
var credentialScope = regexp.MustCompile(`Credential=[^,\s]*/[0-9]{8}/([^/,\s]*)/[^/,\s]*/aws4_request`)

// checkScope refuses a request that is signed for a Region that does not exist;
// one that is signed for none may be meant for any. Nothing else of a signature is looked at, and none is needed.
func (s *Server) checkScope(r *http.Request) error {
	scope := credentialScope.FindStringSubmatch(r.Header.Get("Authorization"))
	if scope == nil || scope[1] == "" || s.region.KnowsRegion(scope[1]) {
		return nil
	}
	return &wire.Error{Status: http.StatusUnauthorized, Code: "AuthFailure", Message: fmt.Sprintf(
		"Credential should be scoped to a valid region, not '%s'.", wire.Clip(scope[1]))}
}

// writeError answers with an EC2 error.
func writeError(w http.ResponseWriter, err error) {
	e := wire.ErrorOf(err)
	if l, ok := w.(*answerLog); ok {
		l.code = e.Code
	}
	write(w, e.Status, wire.EncodeError(e, w.Header().Get(requestIDHeader)))
}

// write answers with a document.
func write(w http.ResponseWriter, status int, document []byte) {
	w.Header().Set("Content-Type", "text/xml;charset=UTF-8")
	w.WriteHeader(status)
	w.Write(document)
}
