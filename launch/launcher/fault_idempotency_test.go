package launcher_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/network"
)

func TestALaunchIDWhoseInstancesHaveEndedIsNotLaunchedAgain(t *testing.T) {
	x := try(t)
	l := x.launcher(x.client())
	first := x.launchBy(t.Context(), l, base().Count(count(2)), launcher.LaunchID("web"))
	first.succeeds(2, 1)
	if _, orphans, err := l.Terminate(t.Context(), first.result.IDs()); err != nil || orphans != nil {
		t.Fatalf("orphans %q, %v", orphans, err)
	}
	again, err := l.Launch(t.Context(), first.spec, launcher.LaunchID("web"))
	fault, ok := errors.AsType[*launcher.Error](err)
	if !ok || fault.Outcome != launcher.Unknown || fault.Answer.Code != "IdempotentInstanceTerminated" || fault.Answer.Class != answer.Idempotency {
		t.Errorf("got %v", err)
	}
	if !strings.Contains(fault.Answer.Action, "launch ID") && !strings.Contains(fault.Answer.Action, "client token") {
		t.Errorf("the advice is %q", fault.Answer.Action)
	}
	if len(x.srv.Instances()) != 2 || runs(x.srv) != 2 || len(again.IDs()) != 2 {
		t.Errorf("%d launched with %d requests, %q in the result", len(x.srv.Instances()), runs(x.srv), again.IDs())
	}
}

// mismatched launches one spec and then another under the same launch ID.
func mismatched(t *testing.T, first, second launch.Builder) end {
	t.Helper()
	x := try(t)
	l := x.launcher(x.client(), launcher.Concurrency(1), launcher.BatchSize(10))
	id := launcher.LaunchID("web")
	x.launchBy(t.Context(), l, first, id)
	result, err := l.Launch(t.Context(), build(t, second), id)
	return end{x, l, launch.Spec{}, result, err}
}

func TestAnotherSpecUnderTheSameLaunchIDIsAMismatchThatStopsTheLaunch(t *testing.T) {
	many := base().Count(launch.Between(1, 50))
	e := mismatched(t, many, many.KeyName("another"))
	fault := e.fails(launcher.Unknown, answer.Idempotency, 5+1)
	if fault.Answer.Code != "IdempotentParameterMismatch" || len(e.result.Unknown()) != 5 {
		t.Errorf("%d batches unknown, want the 5 that the first call has launched: %v", len(e.result.Unknown()), fault)
	}
	if n := len(e.result.IDs()); n != 10 || e.srv.Alive() != 50 {
		t.Errorf("%d instances of the first batch found, %d alive", n, e.srv.Alive())
	}
}

func TestOfTwoSpecsThatRaceUnderALaunchIDOneLaunches(t *testing.T) {
	x := try(t)
	l := launcher.New(x.client(), launcher.WithClock(x.clock))
	specs := []launch.Spec{build(t, base()), build(t, base().KeyName("another"))}
	type ending struct {
		result *launcher.Result
		err    error
	}
	ends := make(chan ending, len(specs))
	for _, spec := range specs {
		go func() {
			result, err := l.Launch(context.WithoutCancel(t.Context()), spec, launcher.LaunchID("web"))
			ends <- ending{result, err}
		}()
	}
	won := 0
	for range specs {
		e := <-ends
		if ids := e.result.IDs(); len(ids) != 1 || ids[0] != x.srv.Instances()[0].ID {
			t.Errorf("the result names %q", ids)
		}
		if e.err == nil {
			won++
		} else if outcome(t, e.err) != launcher.Unknown {
			t.Errorf("the loser got %v", e.err)
		}
	}
	if won != 1 || len(x.srv.Instances()) != 1 {
		t.Errorf("%d won, %d launched", won, len(x.srv.Instances()))
	}
}

// EC2 would launch a second set: a token is zonal.
func TestAPlanIsNotRunInAnotherSubnet(t *testing.T) {
	x := try(t, launchtest.Subnet(subnetB, "us-east-1b"))
	l := x.launcher(x.client())
	spec := build(t, base().Network(network.InSubnet(subnetA)))
	p := plan(t, spec)
	if _, err := l.Run(t.Context(), p, spec); err != nil {
		t.Fatal(err)
	}
	other := build(t, base().Network(network.InSubnet(subnetB)))
	if _, err := l.Run(t.Context(), p, other); err == nil || !strings.Contains(err.Error(), "fingerprints differ") {
		t.Errorf("got %v", err)
	}
	if len(x.srv.Requests()) != 1 || x.srv.Alive() != 1 {
		t.Errorf("%d alive after %d requests", x.srv.Alive(), len(x.srv.Requests()))
	}
}

// The same call under the same launch ID launches once, also where the first
// one went another way than the second would.
func TestALaunchIDLaunchesOnceWhateverBecameOfTheFirstCall(t *testing.T) {
	var disk store
	for name, tt := range map[string]struct {
		first launchtest.Fault
		opts  []launcher.Option
	}{
		"an alternative":        {refuse(500, "InsufficientInstanceCapacity"), []launcher.Option{launcher.Alternatives(launcher.Alternative{Subnet: subnetB})}},
		"an alternative, saved": {refuse(500, "InsufficientInstanceCapacity"), []launcher.Option{launcher.Alternatives(launcher.Alternative{Subnet: subnetB}), launcher.Save(disk.save)}},
		"halves":                {refuse(400, "ResourceCountExceeded"), nil},
		"halves, saved":         {refuse(400, "ResourceCountExceeded"), []launcher.Option{launcher.Save(disk.save)}},
	} {
		srv := launchtest.Start(t, launchtest.Subnet(subnetB, "us-east-1b"))
		srv.Fail("RunInstances", tt.first)
		l := newLauncher(srv.Client(), launcher.Concurrency(1))
		spec := build(t, base().Count(launch.Between(2, 4)).Network(network.InSubnet(subnetA)))
		for range 2 {
			l.Launch(t.Context(), spec, append(tt.opts, launcher.LaunchID("web"))...)
		}
		if n := len(srv.Instances()); n > 4 {
			t.Errorf("%s: %d instances were launched, at most 4 asked for", name, n)
		}
	}
}

// A second call knows nothing of the first, and must not say that nothing was
// launched.
func TestASecondCallUnderALaunchIDIsNeverRefused(t *testing.T) {
	var disk store
	for name, opts := range map[string][]launcher.Option{"": nil, "saved": {launcher.Save(disk.save)}} {
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", launchtest.Pass(), launchtest.Pass(), launchtest.Pass(), refuse(400, "ExpiredToken"))
		hidden(srv)
		l := newLauncher(srv.Client(), launcher.Concurrency(1))
		spec := build(t, base().Count(launch.Between(1, 6)))
		opts := append(opts, launcher.LaunchID("web"), launcher.BatchSize(2))
		l.Launch(t.Context(), spec, opts...)
		result, err := l.Launch(t.Context(), spec, opts...)
		if srv.Alive() == 0 {
			continue // neither was sent
		}
		if err == nil || outcome(t, err) != launcher.Unknown || len(result.Unknown()) != 3 {
			t.Errorf("%s: %d alive, %d unknown, %v", name, srv.Alive(), len(result.Unknown()), err)
		}
	}
}
