package launchtest

import (
	"context"
	"io"
	"net/http"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// Offline is an option for [ec2.New] and [ec2.NewFromConfig] that has every
// request answered in memory, without a port or a connection:
//
//	client := ec2.New(ec2.Options{}, srv.Offline)
//
// It sets Region, credentials, endpoint, HTTP client and retryer like
// [Server.Config]. Faults work alike: a connection that they close is one that
// ends with [io.ErrUnexpectedEOF].
func (s *Server) Offline(o *ec2.Options) {
	cfg := newConfig("http://launchtest.invalid", &http.Client{Transport: memory{s}}, s.settings.Region)
	o.Region = cfg.Region
	o.Credentials = cfg.Credentials
	o.BaseEndpoint = cfg.BaseEndpoint
	o.HTTPClient = cfg.HTTPClient
	o.Retryer = cfg.Retryer()
}

// memory is a transport that hands each request to the server.
type memory struct{ server *Server }

func (m memory) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	if r.Body == nil {
		r.Body = http.NoBody
	}
	body, end := io.Pipe()
	w := &memoryWriter{header: http.Header{}, end: end, begun: make(chan *http.Response, 1), body: body, request: r}
	failed := make(chan error, 1)
	go func() {
		// Whoever does not read his answer must not keep it from ending.
		defer context.AfterFunc(r.Context(), func() { body.CloseWithError(r.Context().Err()) })()
		defer context.AfterFunc(m.server.ctx, func() { body.CloseWithError(io.ErrUnexpectedEOF) })()
		defer func() {
			recovered := recover()
			if recovered == nil {
				return
			}
			failed <- io.ErrUnexpectedEOF
			end.CloseWithError(io.ErrUnexpectedEOF)
			if recovered != http.ErrAbortHandler {
				panic(recovered)
			}
		}()
		m.server.ServeHTTP(w, r)
		w.WriteHeader(http.StatusOK)
		end.Close()
	}()
	select {
	case answer := <-w.begun:
		return answer, nil
	case err := <-failed:
		return nil, err
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}
}

// memoryWriter turns what a handler writes into a response.
type memoryWriter struct {
	header  http.Header
	request *http.Request
	body    *io.PipeReader
	end     *io.PipeWriter
	begin   sync.Once
	begun   chan *http.Response
}

func (w *memoryWriter) Header() http.Header { return w.header }

func (w *memoryWriter) WriteHeader(status int) {
	w.begin.Do(func() {
		w.begun <- &http.Response{
			Status:     http.StatusText(status),
			StatusCode: status,
			Proto:      "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
			Header:        w.header.Clone(),
			Body:          w.body,
			ContentLength: -1,
			Request:       w.request,
		}
	})
}

func (w *memoryWriter) Write(p []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.end.Write(p)
}

// Flush has nothing to do: a pipe keeps nothing back.
func (w *memoryWriter) Flush() {}
