package temporal_test

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"testing"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/converter"

	"github.com/ec2launch/ec2launch/examples/temporal"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// mortal are the steps of workers of which the first to launch a batch dies
// before it can tell.
type mortal struct{ *temporal.Steps }

func (m *mortal) LaunchBatch(ctx context.Context, plan launcher.Plan, path string) (launcher.Attempt, error) {
	a, err := m.Steps.LaunchBatch(ctx, plan, path)
	if activity.GetInfo(ctx).Attempt == 1 {
		return launcher.Attempt{}, errors.New("the worker has died")
	}
	return a, err
}

func TestBatchIsRepeatedAfterItsWorkerHasDied(t *testing.T) {
	srv := launchtest.Start(t)
	env := newTemporal(&mortal{newSteps(srv.Client(), workers(launch.Exactly(500)))})
	env.ExecuteWorkflow(temporal.Launch, newPlan(t, workers(launch.Exactly(500))))
	report, err := outcome(t, env)
	if err != nil || len(report.Ready) != 500 {
		t.Errorf("%d instances run: %v", len(report.Ready), err)
	}
	expectOnce(t, srv, report, 500)
	tokens := map[string]int{}
	for _, r := range srv.Requests() {
		if r.Action == "RunInstances" {
			tokens[r.ClientToken]++
		}
	}
	for token, n := range tokens {
		if n != 2 {
			t.Errorf("token %s was sent %d times, want once by each of two workers", token, n)
		}
	}
}

// A batch that a dead worker may have launched is refused to the next one:
// that says nothing of what the first has launched.
func TestNoAlternativeWhileABatchMayBeLaunched(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 0), launchtest.Subnet(subnetB, "us-east-1b"))
	env := newTemporal(&mortal{newSteps(srv.Client(), workers(launch.Exactly(10)))})
	plan := newPlan(t, workers(launch.Exactly(10)), launcher.Alternatives(launcher.Alternative{Subnet: subnetB}))
	env.ExecuteWorkflow(temporal.Launch, plan)
	report, err := outcome(t, env)
	if err == nil || len(report.Attempts) != 1 || report.Attempts[0].Outcome != launcher.Unknown {
		t.Errorf("got %v with %v", err, report.Attempts)
	}
	expectOnce(t, srv, report, 0)
	for _, r := range srv.Requests() {
		if r.Action == "RunInstances" && r.ClientToken != plan.Batches()[0].Token {
			t.Errorf("token %s was sent, of an alternative", r.ClientToken)
		}
	}
}

func TestBatchWithoutCapacityGoesOnElsewhere(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 25), launchtest.Subnet(subnetB, "us-east-1b"))
	env := newTemporal(newSteps(srv.Client(), workers(launch.Exactly(50))))
	env.ExecuteWorkflow(temporal.Launch, newPlan(t, workers(launch.Exactly(50)), launcher.BatchSize(10), launcher.Alternatives(launcher.Alternative{Subnet: subnetB})))
	report, err := outcome(t, env)
	if err != nil || len(report.Attempts) != 8 {
		t.Errorf("got %v after %d attempts, want the 3 that find no room repeated", err, len(report.Attempts))
	}
	expectOnce(t, srv, report, 50)
}

func TestUnknownOutcomeIsSettledByRepeatingTheBatch(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", lost(), lost(), lost())
	srv.Fail("DescribeInstances", launchtest.Disconnect(), launchtest.Disconnect(), launchtest.Disconnect())
	env := newTemporal(newSteps(srv.Client(), workers(launch.Exactly(10))))
	env.ExecuteWorkflow(temporal.Launch, newPlan(t, workers(launch.Exactly(10))))
	report, err := outcome(t, env)
	if err != nil || len(report.Attempts) != 1 || report.Attempts[0].ReservationID == "" {
		t.Errorf("got %v with %+v, want the answer to the same request", err, report.Attempts)
	}
	expectOnce(t, srv, report, 10)
}

func TestBatchThatIsNeverAnsweredIsReconciled(t *testing.T) {
	srv := launchtest.Start(t)
	forever(srv, "RunInstances", lost(), func(url.Values) bool { return true })
	srv.Fail("DescribeInstances", slices.Repeat([]launchtest.Fault{launchtest.Disconnect()}, 15)...) // of five workers, three each
	env := newTemporal(newSteps(srv.Client(), workers(launch.Exactly(10))))
	env.ExecuteWorkflow(temporal.Launch, newPlan(t, workers(launch.Exactly(10))))
	report, err := outcome(t, env)
	if err != nil || len(report.Ready) != 10 || report.Attempts[0].ReservationID != "" {
		t.Errorf("got %v with %+v", err, report)
	}
	expectOnce(t, srv, report, 10)
}

// One batch of two is enough for the MinCount, but the other may run as well.
func TestLaunchWithAnUnknownBatchFails(t *testing.T) {
	srv := launchtest.Start(t)
	spec := workers(launch.Between(1, 20))
	plan := newPlan(t, spec, launcher.BatchSize(10))
	token := plan.Batches()[1].Token
	forever(srv, "RunInstances", lost(), func(form url.Values) bool { return form.Get("ClientToken") == token })
	forever(srv, "DescribeInstances", launchtest.Disconnect(), func(form url.Values) bool { return form.Get("Filter.1.Name") == "client-token" })
	env := newTemporal(newSteps(srv.Client(), spec))
	env.ExecuteWorkflow(temporal.Launch, plan)
	report, err := outcome(t, env)
	if err == nil || len(report.Ready) != 10 || srv.Alive() != 20 {
		t.Errorf("got %v with %d instances ready and %d alive", err, len(report.Ready), srv.Alive())
	}
	if a := report.Attempts[1]; a.Token != token || a.Outcome != launcher.Unknown || a.Err == nil || a.Err.Token != token {
		t.Errorf("got %+v, want token %s unknown", a, token)
	}
}

func TestTooFewInstances(t *testing.T) {
	for _, tt := range []struct {
		name  string
		opts  []launcher.PlanOption
		alive int
	}{
		{"are kept", nil, 20},
		{"are terminated by a plan that rolls back", []launcher.PlanOption{launcher.RollBack()}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 25))
			env := newTemporal(newSteps(srv.Client(), workers(launch.Exactly(50))))
			env.ExecuteWorkflow(temporal.Launch, newPlan(t, workers(launch.Exactly(50)), append(tt.opts, launcher.BatchSize(10))...))
			report, err := outcome(t, env)
			if err == nil || srv.Alive() != tt.alive || len(report.IDs()) != 20 || len(report.Terminated) != 20-tt.alive {
				t.Errorf("got %v; %d alive of %d, %d terminated", err, srv.Alive(), len(report.IDs()), len(report.Terminated))
			}
		})
	}
}

func TestCancelledLaunchIsHeardOutAndCleanedUp(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 25), launchtest.Subnet(subnetB, "us-east-1b"))
	env := newTemporal(newSteps(srv.Client(), workers(launch.Exactly(50))))
	env.SetOnActivityStartedListener(func(info *activity.Info, _ context.Context, _ converter.EncodedValues) {
		if info.ActivityType.Name == "LaunchBatch" {
			env.CancelWorkflow()
		}
	})
	env.ExecuteWorkflow(temporal.Launch, newPlan(t, workers(launch.Exactly(50)), launcher.BatchSize(10), launcher.RollBack(), launcher.Alternatives(launcher.Alternative{Subnet: subnetB})))
	report, err := outcome(t, env)
	if err == nil || srv.Alive() != 0 || len(report.Attempts) != 5 || len(report.Terminated) != 20 {
		t.Errorf("got %v; %d alive, %d attempts, %d terminated", err, srv.Alive(), len(report.Attempts), len(report.Terminated))
	}
}
