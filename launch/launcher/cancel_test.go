package launcher_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/leaks"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// slow does what was asked and answers once released.
func slow(arrived, release chan struct{}) launchtest.Fault {
	return func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			close(arrived)
			<-release
			asked.ServeHTTP(w, r)
		})
	}
}

// A request that is on its way is given time, since EC2 carries it
// out all the same.
func TestARequestOnItsWayIsAnsweredWithinTheGrace(t *testing.T) {
	srv := launchtest.Start(t)
	arrived, release := make(chan struct{}), make(chan struct{})
	srv.Fail("RunInstances", slow(arrived, release))
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-arrived
		cancel()
		close(release)
	}()
	result, err := newLauncher(srv.Client(), launcher.Concurrency(1)).Launch(ctx, build(t, base().Count(launch.Exactly(200))), launcher.Split())
	if err == nil || outcome(t, err) != launcher.Launched || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	distinct(t, srv, result, 100)
	if len(srv.Requests()) != 1 {
		t.Errorf("%d requests: the second batch was sent after the end of the context", len(srv.Requests()))
	}
}

func TestWithoutGraceTheOutcomeIsUnknown(t *testing.T) {
	srv := launchtest.Start(t)
	arrived, release := make(chan struct{}), make(chan struct{})
	defer close(release)
	srv.Fail("RunInstances", slow(arrived, release))
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-arrived
		cancel()
	}()
	result, err := newLauncher(srv.Client(), launcher.Grace(0)).Launch(ctx, build(t, base()))
	if err == nil || outcome(t, err) != launcher.Unknown || !errors.Is(err, context.Canceled) || len(result.Unknown()) != 1 || len(srv.Requests()) != 1 {
		t.Errorf("got %v after %d requests", err, len(srv.Requests()))
	}
}

// The SDK sends nothing again once the context is done, also within the grace.
func TestNothingIsSentAgainAfterTheContext(t *testing.T) {
	srv := launchtest.Start(t)
	ctx, cancel := context.WithCancel(t.Context())
	srv.Fail("RunInstances", func(http.Handler) http.Handler {
		return http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
			cancel()
			panic(http.ErrAbortHandler)
		})
	})
	_, err := newLauncher(srv.Client()).Launch(ctx, build(t, base()))
	if err == nil || outcome(t, err) != launcher.Unknown || len(srv.Requests()) != 1 {
		t.Errorf("got %v after %d requests", err, len(srv.Requests()))
	}
}

// deaf is an HTTP client whose answers never come to their end, whatever the
// context says.
type deaf struct{ release chan struct{} }

func (d deaf) Do(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(d)}, nil
}

func (d deaf) Read([]byte) (int, error) {
	<-d.release
	return 0, io.ErrUnexpectedEOF
}

// The deadline holds against a body that ignores its context, and what stays of
// the call ends with the body.
func TestTheDeadlineHoldsAgainstADeafClient(t *testing.T) {
	leaks.None(t)
	srv := launchtest.Start(t)
	d := deaf{make(chan struct{})}
	client := srv.Client(func(o *ec2.Options) { o.HTTPClient = d })
	result, err := newLauncher(wrapper{srv.Client(), client.RunInstances}, launcher.Timeout(20*time.Millisecond)).Launch(t.Context(), build(t, base()))
	if err == nil || outcome(t, err) != launcher.Unknown || len(result.Unknown()) != 1 || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	close(d.release)
}
