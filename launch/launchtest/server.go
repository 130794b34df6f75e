package launchtest

import (
	"context"
	"net/http"
	"sync"
	"testing"
)

// A Server is an EC2 endpoint on the loopback interface, for one account in the Region us-east-1. Its methods are safe
// for concurrent use. Make one with [New] or [Start].
type Server struct {
	ctx    context.Context // ends with Close
	stop   context.CancelFunc
	region *region

	listen sync.Once
	port   *port // nil until somebody asks for it

	mu       sync.Mutex
	requests []Request
	faults   map[string][]Fault
	closed   bool
	serving  sync.WaitGroup
}

// New makes a server; the caller must [Server.Close] it. It opens a port when
// [Server.URL], [Server.Config] or [Server.Client] first needs one.
func New(opts ...Option) *Server {
	ctx, stop := context.WithCancel(context.Background())
	return &Server{
		ctx:    ctx,
		stop:   stop,
		region: newRegion(newSettings(opts)),
		faults: map[string][]Fault{},
	}
}

// Start makes a server that is closed when the test ends.
func Start(tb testing.TB, opts ...Option) *Server {
	tb.Helper()
	s := New(opts...)
	tb.Cleanup(s.Close)
	return s
}

// URL returns where the server listens: http://127.0.0.1 and a port that is
// free. Like [httptest.NewServer], it panics if the machine has none to give.
func (s *Server) URL() string { return s.open().url }

// open opens the port, once.
func (s *Server) open() *port {
	s.listen.Do(func() { s.port = newPort(s) })
	return s.port
}

// Close closes every connection, whatever it is at, ends requests that [Hang]
// and waits for what still runs. It does not wait for clients. What was recorded
// can still be read; further requests are refused.
func (s *Server) Close() {
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	s.stop()
	s.listen.Do(func() {})
	if s.port != nil {
		s.port.close()
	}
	s.serving.Wait()
}

// enter counts a request that is being served, unless the server is closed.
func (s *Server) enter() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	s.serving.Add(1)
	return true
}

// ServeHTTP answers one request, for a server of one's own in front. It refuses
// what is neither POST nor GET.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !s.enter() {
		panic(http.ErrAbortHandler)
	}
	defer s.serving.Done()
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	defer context.AfterFunc(s.ctx, cancel)()
	s.serve(w, r.WithContext(ctx))
}
