package launcher_test

import (
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// after does what was asked and goes on with a fault, which loses the answer.
func after(fault launchtest.Fault) launchtest.Fault { return launchtest.ExecuteThen(fault) }

// handle is a fault that answers instead of the server.
func handle(answer http.HandlerFunc) launchtest.Fault {
	return func(http.Handler) http.Handler { return answer }
}

// reset resets the TCP connection.
func reset() launchtest.Fault {
	return handle(func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		if tcp, ok := conn.(*net.TCPConn); ok {
			tcp.SetLinger(0)
		}
		conn.Close()
	})
}

// drip answers with the first bytes of a success, and never with the rest.
func drip() launchtest.Fault {
	return handle(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/xml")
		for _, c := range []byte("<?xml") {
			w.Write([]byte{c})
			http.NewResponseController(w).Flush()
		}
		<-r.Context().Done()
	})
}

// dated sets the clock by which a fault answers.
func dated(when time.Time, fault launchtest.Fault) launchtest.Fault {
	return func(asked http.Handler) http.Handler {
		next := fault(asked)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Date", when.UTC().Format(http.TimeFormat))
			next.ServeHTTP(w, r)
		})
	}
}

// doing calls f when the request has arrived, and goes on with a fault.
func doing(f func(), fault launchtest.Fault) launchtest.Fault {
	return func(asked http.Handler) http.Handler {
		next := fault(asked)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			f()
			next.ServeHTTP(w, r)
		})
	}
}

// page is an answer that EC2 did not write.
func page(status int) launchtest.Fault {
	return launchtest.Answer(status, "text/html", "<html><body>log in</body></html>")
}

// brokenPage is one that is not even XML.
func brokenPage(status int) launchtest.Fault {
	return launchtest.Answer(status, "text/html", "<html><body>log in<br>please<p></html")
}

// empty is an answer without a body.
func empty(status int) launchtest.Fault { return launchtest.Answer(status, "text/xml", "") }

// nested is a document that is a million elements deep.
func nested(head string) string {
	const depth = 1_000_000
	return head + strings.Repeat("<a>", depth) + strings.Repeat("</a>", depth)
}
