package launcher_test

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// short is a deadline for requests that are never answered.
const short = 250 * time.Millisecond

func TestAnEndpointThatHangsIsLeftAtTheDeadlineOfTheRequest(t *testing.T) {
	for _, fault := range []launchtest.Fault{launchtest.Hang(), after(launchtest.Hang())} {
		x := try(t)
		x.always(fault)
		x.srv.Fail("DescribeInstances", refuse(403, "UnauthorizedOperation"))
		e := x.launch(base(), launcher.Timeout(short))
		e.fails(launcher.Unknown, answer.Transient, 1)
		if !errors.Is(e.err, context.DeadlineExceeded) {
			t.Errorf("got %v", e.err)
		}
		found, _ := e.l.Reconcile(t.Context(), e.result)
		if len(found.IDs()) != x.srv.Alive() {
			t.Errorf("reconciling finds %q of %d alive", found.IDs(), x.srv.Alive())
		}
	}
}

func TestAnAnswerThatDripsIsLeftAtTheDeadlineAndItsLaunchFound(t *testing.T) {
	x := try(t)
	x.always(after(drip()))
	e := x.launch(base().Count(count(3)), launcher.Timeout(short))
	if n := runs(x.srv); n > maxRequests {
		t.Errorf("%d requests", n)
	}
	if e.err != nil {
		t.Errorf("the launch was not found: %v", e.err)
	}
	distinct(t, x.srv, e.result, 3)

	x = try(t)
	x.always(after(drip()))
	hidden(x.srv)
	e = x.launch(base().Count(count(3)), launcher.Timeout(short))
	if outcome(t, e.err) != launcher.Unknown || !errors.Is(e.err, context.DeadlineExceeded) {
		t.Errorf("got %v", e.err)
	}
}

// cancelled launches with a context that ends when the request has arrived. EC2
// launches after that.
func cancelled(t *testing.T, fault launchtest.Fault, opts ...launcher.Option) end {
	t.Helper()
	x := try(t)
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	x.fail(doing(cancel, fault))
	return x.launchBy(ctx, x.launcher(x.client()), base().Count(count(3)), opts...)
}

// gone executes the request once the caller has gone away, and tells when.
func gone(executed chan<- struct{}) launchtest.Fault {
	return func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			defer close(executed)
			<-r.Context().Done()
			asked.ServeHTTP(w, r)
		})
	}
}

func TestALaunchThatIsCancelledInFlightIsAnsweredWithinTheGrace(t *testing.T) {
	e := cancelled(t, launchtest.Pass())
	e.succeeds(3, 1)
}

func TestALaunchThatIsCancelledInFlightWithoutGraceIsUnknown(t *testing.T) {
	executed := make(chan struct{})
	e := cancelled(t, gone(executed), launcher.Grace(0))
	<-executed
	e.fails(launcher.Unknown, answer.Transient, 1)
	if !errors.Is(e.err, context.Canceled) || e.srv.Alive() != 3 {
		t.Errorf("%d alive, %v", e.srv.Alive(), e.err)
	}
	e.settles(3)
}

func TestALaunchThatIsNotAnsweredWithinTheGraceIsUnknown(t *testing.T) {
	executed := make(chan struct{})
	e := cancelled(t, gone(executed), launcher.Grace(short))
	<-executed
	e.fails(launcher.Unknown, answer.Transient, 1)
	e.settles(3)
}

func TestALaunchThatIsCancelledWhenItsAnswerIsLostIsNotSentAgain(t *testing.T) {
	e := cancelled(t, after(launchtest.Disconnect()))
	e.fails(launcher.Unknown, answer.Transient, 1)
	if !errors.Is(e.err, context.Canceled) {
		t.Errorf("got %v", e.err)
	}
	e.settles(3)
}

func TestAContextThatIsDoneSendsNothing(t *testing.T) {
	x := try(t)
	done, cancel := context.WithCancel(t.Context())
	cancel()
	l := x.launcher(x.client())
	e := x.launchBy(done, l, base())
	e.fails(launcher.Refused, answer.Unknown, 0)

	spec := build(t, base().Count(launch.Exactly(50)))
	var disk store
	result, err := l.Run(done, plan(t, spec, launcher.Split(), launcher.BatchSize(10)), spec, launcher.Save(disk.save))
	if outcome(t, err) != launcher.Refused || len(result.Unknown()) != 0 || len(x.srv.Requests()) != 0 {
		t.Errorf("%v, %d unknown after %d requests", err, len(result.Unknown()), len(x.srv.Requests()))
	}
	if !errors.Is(err, context.Canceled) || !errors.Is(e.err, context.Canceled) {
		t.Errorf("got %v and %v", e.err, err)
	}
}

func TestAContextThatEndsBetweenBatchesSendsNoMore(t *testing.T) {
	x := try(t)
	ctx, cancel := context.WithCancel(t.Context())
	l := x.launcher(x.client(), launcher.Concurrency(1), launcher.Progress(func(e launcher.Event) {
		if e.Done == 2 {
			cancel()
		}
	}))
	e := x.launchBy(ctx, l, base().Count(launch.Exactly(50)), launcher.Split(), launcher.BatchSize(10))
	if !errors.Is(e.err, context.Canceled) || outcome(t, e.err) != launcher.Launched {
		t.Errorf("got %v", e.err)
	}
	e.took(2)
	distinct(t, x.srv, e.result, 20)
}
