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
//
// # What it does
//
// A server serves the calls around a launch with the semantics that decide whether a launcher is right:
//
//   - A client token that is used again answers the first launch once more and launches nothing. With other parameters
//     it earns IdempotentParameterMismatch, after the end of its instances IdempotentInstanceTerminated. Tokens are
//     unique within an Availability Zone when the request names one or a subnet, else within the Region.
//   - A launch takes what fits between MinCount and MaxCount into the [Capacity] of a zone, and into no other zone
//     unless [SpillOver] lets it.
//   - A dry run launches nothing and earns DryRunOperation.
//   - Instances appear ([VisibleAfter]), become running ([PendingFor]), stopped and terminated ([EndingFor]) as they are
//     looked at: tests need no clock and no sleep. By default the first look shows what a waiter waits for.
//   - A request that names a launch template which was created here launches what EC2 would of both, see
//     template.Merge. A template that was not created here is taken for one that says nothing.
//   - A parameter that the operation does not have, or a value of the wrong type, is refused, unless [AnyParameter] lets
//     it pass.
//   - Answers say what EC2's say. An instance has a public address only while it is running; where the request does not
//     ask for one, its subnet gives one only to an instance with a single network interface. Volumes show once the
//     instance is no longer pending. Network, addresses and volumes are gone once it is terminated.
//
// IDs and addresses are numbered, so that the output of an example is always the same, and no address is handed out
// twice in a subnet.
//
// # Fleets
//
// CreateFleet serves fleets of type instant, and refuses the others. Each override of a launch template, or a template
// without one, gives instances of its type, in its zone or subnet, up to the [Capacity] of that zone, first On-Demand
// and then Spot capacity. Since there are no prices, the first in the request counts as the cheapest. The strategies
// prioritized and capacity-optimized-prioritized go by Priority; capacity-optimized goes by the room of the zone;
// price-capacity-optimized and capacity-optimized-prioritized prefer a zone with room for the whole share; diversified
// spreads over all overrides, and InstancePoolsToUseCount over so many. Weights, MinTargetCapacity, SingleInstanceType
// and SingleAvailabilityZone are heeded, prices and Capacity Reservations are not.
//
// An override that cannot give what it was asked for is in Errors, with the code that RunInstances would have earned. A
// version that its template does not have refuses the request as a whole, and on a [Strict] server so does a template
// that does not exist.
//
// # Bounds
//
// The server listens on the loopback interface only. A request must be POST or GET, arrive within ten seconds and have a
// form of at most 1 MiB; the lists in it may have 20,000 items together, and one launch makes at most 100,000 volumes,
// interfaces, addresses and tags. Of the requests it keeps the newest 64 MiB ([RecordUpTo]), and whatever was launched,
// until the end. [Server.Close] waits for no client.
//
// # What it does not do
//
// An action that [Server.ServeHTTP] does not list, such as RequestSpotInstances, earns InvalidAction, unless
// [Server.Handle] serves it. Apart from counts, addresses, the image, the token and the size of user data, any value of
// the right type is accepted, unless [Judge] refuses it. Of a signature no more is checked than that the Region exists.
// Instance types are not chosen by InstanceRequirements. Whatever a simulator of EC2 accepts, the documentation is the
// authority.
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
