package launcher_test

import (
	"context"
	"net/http"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// shortfall launches the first of two batches, has the second refused, and the
// first rolled back under faults of TerminateInstances.
func shortfall(t *testing.T, ctx context.Context, faults ...launchtest.Fault) end {
	t.Helper()
	x := try(t)
	x.fail(launchtest.Pass(), refuse(500, "InsufficientInstanceCapacity"))
	x.srv.Fail("TerminateInstances", faults...)
	l := x.launcher(x.client(), launcher.Concurrency(1))
	e := x.launchBy(ctx, l, base().Count(launch.Exactly(20)), launcher.Split(), launcher.BatchSize(10), launcher.RollBack())
	if e.err == nil || len(e.result.IDs()) != 10 {
		t.Errorf("%q in the result: %v", e.result.IDs(), e.err)
	}
	return e
}

// rolledBack fails the test unless all but the orphans have been terminated.
func (e end) rolledBack(orphans ...string) {
	e.Helper()
	if diff := cmp.Diff(orphans, e.result.Orphans); diff != "" {
		e.Errorf("orphans (-want +got):\n%s", diff)
	}
	if e.srv.Alive() != len(orphans) || len(e.result.Terminated) != 10-len(orphans) {
		e.Errorf("%d alive, %d terminated, want %d alive", e.srv.Alive(), len(e.result.Terminated), len(orphans))
	}
}

// spare refuses to terminate an instance, and all that are named beside it.
func spare(id, code string) launchtest.Fault {
	return func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			for name := range r.Form {
				if r.Form.Get(name) == id {
					refuse(400, code)(asked).ServeHTTP(w, r)
					return
				}
			}
			asked.ServeHTTP(w, r)
		})
	}
}

const third = "i-00000000000000003"

func TestARollBackIsolatesAnInstanceThatIsNotFound(t *testing.T) {
	notFound := spare(third, "InvalidInstanceID.NotFound")
	shortfall(t, t.Context(), slices.Repeat([]launchtest.Fault{notFound}, 8)...).rolledBack()
	shortfall(t, t.Context(), slices.Repeat([]launchtest.Fault{notFound}, 1000)...).rolledBack(third)
}

func TestARollBackListsAnInstanceThatMayNotBeTerminatedAsOrphan(t *testing.T) {
	protected := spare(third, "OperationNotPermitted")
	shortfall(t, t.Context(), slices.Repeat([]launchtest.Fault{protected}, 1000)...).rolledBack(third)
}

func TestARollBackOutlivesTheContextOfTheLaunch(t *testing.T) {
	for name, faults := range map[string][]launchtest.Fault{
		"without fault":       nil,
		"throttled":           slices.Repeat([]launchtest.Fault{refuse(503, "RequestLimitExceeded")}, 7),
		"answers lost":        slices.Repeat([]launchtest.Fault{after(launchtest.Disconnect())}, 7),
		"reset":               slices.Repeat([]launchtest.Fault{reset()}, 7),
		"successes not read":  {after(empty(200)), after(page(200))},
		"successes of nobody": {empty(200), page(200)},
		"server errors, page": {refuse(500, "InternalError"), page(502), brokenPage(503)},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			x := try(t)
			x.fail(launchtest.Pass(), doing(cancel, refuse(500, "InsufficientInstanceCapacity")))
			x.srv.Fail("TerminateInstances", faults...)
			l := x.launcher(x.client(), launcher.Concurrency(1))
			e := x.launchBy(ctx, l, base().Count(launch.Exactly(20)), launcher.Split(), launcher.BatchSize(10), launcher.RollBack())
			e.rolledBack()
		})
	}
}

// Instances of another launch are none of its business.
func TestARollBackTerminatesInstancesOfItsLaunchAlone(t *testing.T) {
	x := try(t)
	l := x.launcher(x.client(), launcher.Concurrency(1))
	other := x.launchBy(t.Context(), l, base().Count(count(3)), launcher.LaunchID("other"))
	x.fail(launchtest.Pass(), refuse(500, "InsufficientInstanceCapacity"))
	if _, err := l.Launch(t.Context(), build(t, base().Count(launch.Exactly(20))), launcher.Split(), launcher.BatchSize(10), launcher.RollBack()); err == nil {
		t.Fatal("no shortfall")
	}
	if x.srv.Alive() != 3 {
		t.Errorf("%d alive, want the other launch's 3", x.srv.Alive())
	}
	for _, i := range x.srv.Instances() {
		if ended := i.State == types.InstanceStateNameShuttingDown || i.State == types.InstanceStateNameTerminated; ended == slices.Contains(other.result.IDs(), i.ID) {
			t.Errorf("%s is %s", i.ID, i.State)
		}
	}
}
