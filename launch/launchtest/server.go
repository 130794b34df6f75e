package launchtest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"testing"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/cloud"
)

// A Server is an EC2 endpoint for one account in one Region. It listens on the
// loopback interface, from the time that [Server.URL], [Server.Config] or
// [Server.Client] needs it to; it is an [http.Handler] besides, and
// [Server.Offline] needs no port at all. Its methods are safe for concurrent use.
// Make one with [New], [Open] or [Start].
type Server struct {
	ctx      context.Context // ends with Close
	stop     context.CancelFunc
	settings settings
	region   *cloud.Region
	tb       testing.TB // of Start

	listen sync.Once
	port   *port // nil until somebody asks for it

	mu       sync.Mutex
	requests record
	faults   map[string][]Fault
	handlers map[string]http.Handler
	closed   bool
	serving  sync.WaitGroup
}

// Open makes a server; the caller must [Server.Close] it. It returns an error for
// options that make no sense, such as the capacity of a zone that the Region does
// not have.
func Open(opts ...Option) (*Server, error) {
	settings := newSettings(opts)
	region, err := cloud.New(settings.Settings)
	if err != nil {
		return nil, fmt.Errorf("launchtest: %w", err)
	}
	ctx, stop := context.WithCancel(context.Background())
	return &Server{
		ctx:      ctx,
		stop:     stop,
		settings: settings,
		region:   region,
		requests: newRecord(settings.recordUpTo),
		faults:   map[string][]Fault{},
		handlers: map[string]http.Handler{},
	}, nil
}

// New is [Open] for options that are known to make sense: it panics where Open
// returns an error.
func New(opts ...Option) *Server {
	s, err := Open(opts...)
	if err != nil {
		panic(err)
	}
	return s
}

// Start makes a server that is closed when the test ends. Options that make no
// sense end the test, and misuse of the server later fails it.
func Start(tb testing.TB, opts ...Option) *Server {
	tb.Helper()
	s, err := Open(opts...)
	if err != nil {
		tb.Fatal(err)
	}
	s.tb = tb
	tb.Cleanup(s.Close)
	return s
}

// URL returns where the server listens: http://127.0.0.1 and a port that is
// free. Like [httptest.NewServer], it panics if the machine has none to give.
func (s *Server) URL() string { return s.open().url }

// Listen opens the port at an address of one's choice, such as "127.0.0.1:4566",
// before anything else has opened it. An address without a host is one of the
// loopback interface; any other interface has to be named.
func (s *Server) Listen(addr string) error {
	host, number, err := net.SplitHostPort(addr)
	if err != nil {
		return fmt.Errorf("launchtest: %w", err)
	}
	if host == "" {
		host = "127.0.0.1"
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(host, number))
	if err != nil {
		return fmt.Errorf("launchtest: %w", err)
	}
	open := false
	s.listen.Do(func() {
		s.port = portOn(listener, s)
		open = true
	})
	if !open {
		listener.Close()
		return errors.New("launchtest: the server listens already, or is closed")
	}
	return nil
}

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
	s.listen.Do(func() { s.port = closedPort() })
	s.port.close()
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
