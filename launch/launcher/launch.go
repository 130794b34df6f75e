package launcher

import (
	"context"
	"errors"

	"github.com/ec2launch/ec2launch/launch"
)

// Launch launches the spec: with one request where one will do, and by a plan
// of several where the spec asks for a range of counts beyond [BatchSize]. An
// exact number beyond it is one request unless [Split] lets it be cut. What the
// SDK or the launcher sends again carries the same client token, for which EC2
// launches once.
//
// The token is the spec's, or made from [LaunchID], or new: two launches of a
// spec with neither are two launches. A spec with a token of its own is always
// one request and takes no alternatives. A spec that asks for a dry run is
// refused, here and wherever else specs are launched: [Launcher.DryRun] takes it.
//
// It succeeds when at least the spec's MinCount of instances were launched.
// Otherwise the error is an [*Error], which says whether EC2 refused, so that
// this call launched nothing, or whether that is unknown. The result is never
// nil and has all instances that were seen, also beside an error.
func (l Launcher) Launch(ctx context.Context, spec launch.Spec, opts ...Option) (*Result, error) {
	s, err := settingsWith(l, opts)
	if err == nil {
		err = l.readyLaunch(ctx, spec)
	}
	var plan Plan
	if err == nil {
		plan, err = planLaunch(spec, &s)
	}
	switch {
	case err == nil:
		return l.drive(ctx, plan, spec, s)
	case s.launchID != "":
		return begun(spec, s, err)
	}
	return &Result{}, nothing(err)
}

// begun is what a launch with an ID comes to that is kept from being sent: an
// earlier call with the ID may have launched, and this one cannot tell.
func begun(spec launch.Spec, s settings, err error) (*Result, error) {
	result, e := &Result{LaunchID: s.launchID}, &Error{Outcome: Unknown, Err: &notSent{err}}
	if spec.IsZero() {
		return result, e
	}
	plan, planErr := newPlan(spec, s.launchID, s)
	if planErr != nil {
		return result, e
	}
	result = plan.Unsettled()
	return result, newError(result.Attempts[0], &notSent{err}, newSecret(nil))
}

// planLaunch returns the plan of a launch. Where nobody can have begun it
// before, nothing need be saved.
func planLaunch(spec launch.Spec, s *settings) (Plan, error) {
	in := spec.Input()
	id := s.launchID
	if id == "" {
		id = newLaunchID()
	}
	plan, err := newPlan(spec, id, *s)
	if err != nil {
		return Plan{}, err
	}
	switch {
	case in.ClientToken == nil && s.launchID != "" && (s.save != nil || len(plan.alternatives) > 0):
		return Plan{}, errors.New("a launch with an ID is resumed by the same call, which does not know what was " +
			"saved or which alternatives were tried: use Plan and Run")
	case in.ClientToken == nil && s.launchID != "":
		return plan, nil
	case in.ClientToken != nil && s.launchID != "":
		return Plan{}, errors.New("the spec has a client token, so that it takes no LaunchID: leave one of them out")
	case in.ClientToken != nil && (len(plan.batches) > 1 || len(plan.alternatives) > 0):
		return Plan{}, errors.New("the spec has a client token, and several requests need several: leave it out and " +
			"use LaunchID")
	case in.ClientToken != nil:
		plan.own = *in.ClientToken
		plan.batches[0].Token = plan.own
		s.save = func(Plan) error { return nil }
	case s.save == nil:
		s.save = func(Plan) error { return nil }
	}
	return plan, nil
}
