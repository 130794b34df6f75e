package launchtest

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"strconv"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// A Fault answers one request in place of the server. It is HTTP middleware
// around the handler that does what was asked: it may call that handler, alter
// its answer, or answer otherwise. The request has been parsed and recorded
// before.
type Fault func(asked http.Handler) http.Handler

// Fail queues faults for the coming requests of an action, one each in order; when the queue is empty the server
// answers as asked again. Any action may be named, also one that the server does not serve, which [Answer] then can. But
// a name that differs by one or two letters from that of an action it serves fails the test of [Start], and panics
// without one.
func (s *Server) Fail(action string, faults ...Fault) {
	if s.tb != nil {
		s.tb.Helper()
	}
	s.spelt("Fail", action)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults[action] = append(s.faults[action], faults...)
}

// Pass is no fault: the request is answered as asked. It lets later requests fail.
func Pass() Fault {
	return func(asked http.Handler) http.Handler { return asked }
}

// Refuse answers with an EC2 error and does nothing of what was asked. EC2 sends most errors with status 400,
// UnauthorizedOperation with 403, InternalError and InsufficientInstanceCapacity with 500 and RequestLimitExceeded with
// 503; whether the SDK retries depends on both status and code.
func Refuse(status int, code, message string) Fault {
	return instead(func(w http.ResponseWriter, _ *http.Request) {
		writeError(w, &wire.Error{Status: status, Code: code, Message: message})
	})
}

// Answer answers with any document and does nothing of what was asked: a proxy's error page, for example.
func Answer(status int, contentType, body string) Fault {
	return instead(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(status)
		w.Write([]byte(body))
	})
}

// Disconnect closes the connection without an answer and does nothing of what was asked.
func Disconnect() Fault {
	return instead(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
}

// Hang gives no answer and does nothing of what was asked, until the client goes away or the server is closed.
func Hang() Fault {
	return instead(func(_ http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
		panic(http.ErrAbortHandler)
	})
}

// ExecuteThen does what was asked, throws the answer away, and goes on with the fault:
// ExecuteThen(Disconnect()) is a launch whose answer is lost.
func ExecuteThen(fault Fault) Fault {
	return func(asked http.Handler) http.Handler {
		failing := fault(asked)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			execute(asked, w, r)
			failing.ServeHTTP(w, r)
		})
	}
}

// Edit does what was asked and answers with the document that edit makes of the right one.
func Edit(edit func(document []byte) []byte) Fault {
	return func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			answer := execute(asked, w, r)
			maps.Copy(w.Header(), answer.Header())
			w.WriteHeader(answer.Code)
			w.Write(edit(answer.Body.Bytes()))
		})
	}
}

// DisconnectAfter does what was asked and closes the connection n bytes into the answer's document.
func DisconnectAfter(n int) Fault {
	return func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			answer := execute(asked, w, r)
			document := answer.Body.Bytes()
			maps.Copy(w.Header(), answer.Header())
			w.Header().Set("Content-Length", strconv.Itoa(len(document)))
			w.WriteHeader(answer.Code)
			w.Write(document[:min(max(n, 0), len(document))])
			http.NewResponseController(w).Flush()
			panic(http.ErrAbortHandler)
		})
	}
}

// instead is a fault that ignores what was asked.
func instead(answer http.HandlerFunc) Fault {
	return func(http.Handler) http.Handler { return answer }
}

// execute has the request answered into a recorder, as it would have been through w.
func execute(asked http.Handler, w http.ResponseWriter, r *http.Request) *httptest.ResponseRecorder {
	answer := httptest.NewRecorder()
	maps.Copy(answer.Header(), w.Header())
	asked.ServeHTTP(answer, r)
	return answer
}
