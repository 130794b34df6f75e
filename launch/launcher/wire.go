package launcher

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http/httptrace"
	"net/url"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/ec2launch/ec2launch/launch/answer"
)

// A wire watches one call of RunInstances from within the SDK's stack: what is
// sent at last, and how each attempt was answered. The SDK itself tells of the
// last attempt alone.
type wire struct {
	want  sent                        // what may leave
	begin func(context.Context) error // called before the SDK sends again
	end   func()                      // called when an attempt has failed

	mu       sync.Mutex
	entered  bool // the SDK's stack has run
	flying   int  // attempts on their way
	attempts []*wireAttempt
	answers  []*ec2.RunInstancesOutput
}

// sent is what decides about launching twice.
type sent struct {
	token    string
	min, max int
	dryRun   bool
}

// A wireAttempt is one HTTP request of a call, as the SDK counts.
type wireAttempt struct {
	sent    atomic.Bool  // may have reached EC2
	writes  atomic.Int32 // how often the HTTP client has written it
	refused bool         // EC2 has definitely launched nothing for it
}

// attemptKey finds the wireAttempt in a context.
type attemptKey struct{}

// watch is an option of the call. It must be the last, so that its steps stand
// closest to the wire.
func (w *wire) watch(o *ec2.Options) {
	o.ClientLogMode &^= aws.LogRequestWithBody
	o.APIOptions = append(slices.Clip(o.APIOptions), func(stack *middleware.Stack) error {
		enter := middleware.InitializeMiddlewareFunc("ec2launch.Enter", w.enter)
		attempt := middleware.FinalizeMiddlewareFunc("ec2launch.Attempt", w.attempt)
		send := middleware.DeserializeMiddlewareFunc("ec2launch.Send", w.send)
		if err := stack.Initialize.Add(enter, middleware.Before); err != nil {
			return err
		}
		if err := stack.Finalize.Insert(attempt, "Retry", middleware.After); err != nil {
			return err
		}
		return stack.Deserialize.Add(send, middleware.After)
	})
}

// enter is the first step of the SDK's stack.
func (w *wire) enter(ctx context.Context, in middleware.InitializeInput,
	next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
	w.mu.Lock()
	w.entered = true
	w.mu.Unlock()
	return next.HandleInitialize(ctx, in)
}

// attempt is the first step within the SDK's retry loop.
func (w *wire) attempt(ctx context.Context, in middleware.FinalizeInput,
	next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
	if err := w.begin(ctx); err != nil {
		return middleware.FinalizeOutput{}, middleware.Metadata{}, &notSent{err}
	}
	a := new(wireAttempt)
	w.mu.Lock()
	w.attempts = append(w.attempts, a)
	w.flying++
	w.mu.Unlock()
	out, metadata, err := next.HandleFinalize(context.WithValue(ctx, attemptKey{}, a), in)
	w.mu.Lock()
	w.flying--
	// An HTTP client that sends again by itself shows the last answer alone.
	a.refused = err != nil && answer.Of(err).Refused() && a.writes.Load() <= 1
	if launched, ok := out.Result.(*ec2.RunInstancesOutput); ok && launched != nil {
		w.answers = append(w.answers, launched)
	}
	w.mu.Unlock()
	if err != nil {
		w.end()
	}
	return out, metadata, err
}

// send is the last step before the HTTP client.
func (w *wire) send(ctx context.Context, in middleware.DeserializeInput,
	next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
	if err := w.check(in.Request); err != nil {
		return middleware.DeserializeOutput{}, middleware.Metadata{}, &notSent{err}
	}
	a, ok := ctx.Value(attemptKey{}).(*wireAttempt)
	if !ok { // a step of the client's own has lost the context
		a = new(wireAttempt)
		w.mu.Lock()
		w.attempts = append(w.attempts, a)
		w.mu.Unlock()
	}
	var connected atomic.Bool
	a.sent.Store(true)
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) { connected.Store(true) },
		WroteRequest: func(info httptrace.WroteRequestInfo) {
			if info.Err == nil {
				a.writes.Add(1)
			}
		},
	})
	out, metadata, err := next.HandleDeserialize(ctx, in)
	if err != nil && !connected.Load() && neverDialled(err) {
		a.sent.Store(false)
	}
	return out, metadata, err
}

// neverDialled reports whether an error of the HTTP client says that no
// connection was had.
func neverDialled(err error) bool {
	op, ok := errors.AsType[*net.OpError](err)
	return ok && op.Op == "dial"
}

// check reads the request as it is about to leave: middleware of the client's
// own may have changed it.
func (w *wire) check(request any) error {
	r, ok := request.(*smithyhttp.Request)
	if !ok {
		return fmt.Errorf("the client sends a %T, whose client token cannot be read", request)
	}
	stream := r.GetStream()
	if stream == nil {
		return errors.New("the client sends a request without a body")
	}
	text, err := io.ReadAll(stream)
	if err == nil {
		err = r.RewindStream()
	}
	if err != nil {
		return fmt.Errorf("the request cannot be read: %w", err)
	}
	form, err := url.ParseQuery(string(text))
	if err != nil {
		return errors.New("the request is not a form")
	}
	if w.want.dryRun != (form.Get("DryRun") == "true") {
		return fmt.Errorf("the client changed DryRun to %q", form.Get("DryRun"))
	}
	for _, p := range []struct{ name, want string }{
		{"ClientToken", w.want.token}, {"MinCount", strconv.Itoa(w.want.min)}, {"MaxCount", strconv.Itoa(w.want.max)},
	} {
		if got := form[p.name]; !slices.Equal(got, []string{p.want}) {
			return fmt.Errorf("the client changed %s from %q to %.64q", p.name, p.want, got)
		}
	}
	return nil
}

// idle reports whether no attempt is on its way.
func (w *wire) idle() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.flying == 0
}

// report returns how many requests reached the wire, whether each of them was
// refused, and what was answered. Of a call that never ran the SDK's stack it
// cannot be known; then ran is false.
func (w *wire) report() (requests int, refused, ran bool, answers []*ec2.RunInstancesOutput) {
	w.mu.Lock()
	defer w.mu.Unlock()
	refused = w.flying == 0
	for _, a := range w.attempts {
		if a.sent.Load() {
			requests++
			refused = refused && a.refused
		}
	}
	return requests, refused && len(w.answers) == 0, w.entered, slices.Clone(w.answers)
}

// notSent is why an attempt was kept from the wire.
type notSent struct{ err error }

func (e *notSent) Error() string { return "not sent: " + e.err.Error() }
func (e *notSent) Unwrap() error { return e.err }
