package temporal

import (
	"context"

	"go.temporal.io/sdk/activity"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
)

// Steps are the activities of [Launch]. Temporal repeats one that fails, or
// whose worker dies, on any worker.
type Steps struct {
	Launcher launcher.Launcher
	Spec     launch.Spec // that the plan was made from
}

// LaunchBatch launches one batch. As long as the outcome is unknown it fails,
// to be repeated under the same client token. A refusal is an outcome.
func (s *Steps) LaunchBatch(ctx context.Context, plan launcher.Plan, path string) (launcher.Attempt, error) {
	if activity.GetInfo(ctx).Attempt > 1 {
		plan = plan.MarkSent(path)
	}
	result, err := s.Launcher.RunBatch(ctx, plan, s.Spec, path)
	if len(result.Attempts) == 0 {
		return launcher.Attempt{}, err
	}
	a := result.Attempts[0]
	if a.Outcome == launcher.Unknown || a.Outcome == launcher.Refused && ctx.Err() != nil {
		return launcher.Attempt{}, err
	}
	return a, nil
}

// Reconcile looks for the instances of batches whose outcome is unknown. What
// it does not find stays unknown.
func (s *Steps) Reconcile(ctx context.Context, r Report) (Report, error) {
	found, _ := s.Launcher.Reconcile(ctx, r.result())
	r.Attempts = found.Attempts
	return r, ctx.Err()
}

// Wait waits until all instances run.
func (s *Steps) Wait(ctx context.Context, r Report) (Report, error) {
	ready, err := s.Launcher.Wait(ctx, r.IDs(), launcher.Running)
	r.Ready = ready
	if err != nil {
		r.NotReady = err.Error()
	}
	return r, ctx.Err()
}

// Terminate ends all instances. What it cannot end are orphans.
func (s *Steps) Terminate(ctx context.Context, r Report) (Report, error) {
	var err error
	r.Terminated, r.Orphans, err = s.Launcher.Terminate(ctx, r.IDs())
	if err != nil {
		r.NotTerminated = err.Error()
	}
	return r, nil
}
