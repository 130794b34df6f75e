package launchtest

import (
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"
)

// A port is where a server listens on the loopback interface.
type port struct {
	url    string
	client *http.Client // whose connections close with the port
	http   *http.Server
	done   sync.WaitGroup
}

// Bounds on what a client may make the server wait for or keep. They are far
// beyond what a client of the SDK needs.
const (
	maxHeader    = 64 << 10
	headerWithin = 10 * time.Second
	idleFor      = 2 * time.Minute // between two requests
)

// newPort listens on a free port of the loopback interface.
func newPort(handler http.Handler) *port {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		if listener, err = net.Listen("tcp6", "[::1]:0"); err != nil {
			panic(fmt.Sprintf("launchtest: no loopback port to listen on: %v", err))
		}
	}
	return portOn(listener, handler)
}

// portOn serves what a listener accepts.
func portOn(listener net.Listener, handler http.Handler) *port {
	p := &port{
		url:    "http://" + listener.Addr().String(),
		client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}},
		http: &http.Server{
			Handler:           handler,
			MaxHeaderBytes:    maxHeader,
			ReadHeaderTimeout: headerWithin,
			IdleTimeout:       idleFor,
		},
	}
	p.done.Go(func() { p.http.Serve(listener) })
	return p
}

// closedPort is the port of a server that was closed before it had one.
func closedPort() *port {
	return &port{url: "http://127.0.0.1:0", client: new(http.Client), http: new(http.Server)}
}

// close closes the listener and every connection.
func (p *port) close() {
	p.http.Close()
	p.client.CloseIdleConnections()
	p.done.Wait()
}
