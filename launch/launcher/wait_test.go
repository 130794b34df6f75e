package launcher_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestWaitForEveryInstance(t *testing.T) {
	for name, opts := range map[string][]launchtest.Option{
		"at once":               nil,
		"shown late":            {launchtest.VisibleAfter(3)},
		"pending for long":      {launchtest.PendingFor(7)},
		"a page for each":       {launchtest.PageSize(1)},
		"status checks pending": {launchtest.ChecksFor(3)},
	} {
		for _, until := range []launcher.Until{launcher.Running, launcher.StatusOK} {
			srv := launchtest.Start(t, opts...)
			result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base().Count(count(4))), launcher.Wait(until))
			if err != nil || len(result.IDs()) != 4 {
				t.Errorf("%s: %v and %v", name, result.IDs(), err)
			}
			checks := 0
			for _, r := range srv.Requests() {
				if r.Action == "DescribeInstanceStatus" {
					checks++
				}
			}
			if least := map[bool]int{true: 4, false: 1}[name == "status checks pending"]; until == launcher.Running && checks > 0 ||
				until == launcher.StatusOK && checks < least {
				t.Errorf("%s until %v: the status checks were asked for %d times", name, until, checks)
			}
			for _, i := range result.Instances {
				if i.State.Name != types.InstanceStateNameRunning {
					t.Errorf("%s: %s is %s in the result", name, *i.InstanceId, i.State.Name)
				}
			}
		}
	}
}

// What passes does not end the wait.
func TestAWaitSurvivesFaultsThatPass(t *testing.T) {
	for name, faults := range map[string][]launchtest.Fault{
		"connection lost":         {launchtest.Disconnect(), launchtest.Disconnect(), launchtest.Disconnect()},
		"throttled":               {refuse(503, "RequestLimitExceeded"), refuse(503, "RequestLimitExceeded"), refuse(503, "RequestLimitExceeded")},
		"not found":               {refuse(400, "InvalidInstanceID.NotFound"), refuse(400, "InvalidInstanceID.NotFound")},
		"second page refused":     {launchtest.Pass(), refuse(400, "InvalidNextToken")},
		"refused, then page lost": {launchtest.Pass(), refuse(400, "InvalidNextToken"), launchtest.Disconnect()},
	} {
		srv := launchtest.Start(t, launchtest.PageSize(1))
		srv.Fail("DescribeInstances", faults...)
		result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base().Count(count(3))), launcher.Wait(launcher.Running))
		if err != nil || len(result.IDs()) != 3 {
			t.Errorf("%s: %v and %v", name, result.IDs(), err)
		}
	}
}

func TestAWaitEndsWithAnInstanceThatEnds(t *testing.T) {
	for _, state := range []types.InstanceStateName{types.InstanceStateNameTerminated, types.InstanceStateNameStopped, types.InstanceStateNameShuttingDown} {
		srv := launchtest.Start(t)
		l := newLauncher(srv.Client())
		result, err := l.Launch(t.Context(), build(t, base().Count(count(3))))
		if err != nil {
			t.Fatal(err)
		}
		ids := result.IDs()
		if err := srv.SetState(ids[1], state, "Client.VolumeLimitExceeded", "Volume limit exceeded"); err != nil {
			t.Fatal(err)
		}
		ready, err := l.Wait(t.Context(), ids, launcher.Running)
		e, ok := errors.AsType[*launcher.InstanceError](err)
		if !ok || e.ID != ids[1] || e.State != state || e.Reason.Class != answer.Quota || !strings.Contains(err.Error(), "Volume limit exceeded") {
			t.Errorf("%s: got %v", state, err)
		}
		if fmt.Sprint(ready) != fmt.Sprint([]string{ids[0], ids[2]}) {
			t.Errorf("%s: ready %v", state, ready)
		}
	}
}

func TestInstancesThatAreNeverShown(t *testing.T) {
	c := newClock()
	srv := launchtest.Start(t)
	l := launcher.New(srv.Client(), launcher.WithClock(c))
	result, err := l.Launch(t.Context(), build(t, base()))
	if err != nil {
		t.Fatal(err)
	}
	begun := c.Now()
	ready, err := l.Wait(t.Context(), append(result.IDs(), "i-0123456789abcdef0"), launcher.Running, launcher.WaitFor(5*time.Minute))
	if err == nil || !strings.Contains(err.Error(), `"i-0123456789abcdef0" was not seen`) || len(ready) != 1 {
		t.Errorf("ready %v, %v", ready, err)
	}
	if took := c.Now().Sub(begun); took != 5*time.Minute {
		t.Errorf("waited %v, want five minutes", took)
	}
	if n := len(srv.Requests()); n > 25 {
		t.Errorf("%d requests in five minutes", n)
	}
}

func TestAWaitThatMayNotLookEnds(t *testing.T) {
	srv := launchtest.Start(t)
	hidden(srv)
	result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base()), launcher.Wait(launcher.Running))
	if err == nil || outcome(t, err) != launcher.Launched || len(result.IDs()) != 1 || len(srv.Requests()) != 2 {
		t.Errorf("got %v and %v after %d requests", result.IDs(), err, len(srv.Requests()))
	}
}

func TestAWaitEndsWithTheContext(t *testing.T) {
	srv := launchtest.Start(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	ready, err := newLauncher(srv.Client()).Wait(ctx, []string{"i-0123456789abcdef0"}, launcher.Running)
	if !errors.Is(err, context.Canceled) || ready != nil || len(srv.Requests()) != 0 {
		t.Errorf("ready %v, %v", ready, err)
	}
	if _, err := newLauncher(srv.Client()).Wait(t.Context(), nil, launcher.Running); err == nil {
		t.Error("a wait for nothing succeeded")
	}
}

// What does not get ready does not count towards MinCount.
func TestARollBackAfterTheWait(t *testing.T) {
	for _, tt := range []struct {
		count launch.Count
		alive int
	}{{launch.Exactly(3), 0}, {launch.Between(2, 3), 2}} {
		srv := launchtest.Start(t, launchtest.PendingFor(2))
		broken := func(e launcher.Event) {
			if err := srv.SetState(e.Attempt.IDs[0], types.InstanceStateNameTerminated, "Server.InternalError", "failed"); err != nil {
				t.Error(err)
			}
		}
		result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base().Count(tt.count)), launcher.RollBack(), launcher.Wait(launcher.Running), launcher.Progress(broken))
		if err == nil || srv.Alive() != tt.alive || len(result.IDs()) != 3 {
			t.Errorf("%d alive, want %d: %v", srv.Alive(), tt.alive, err)
		}
	}
}

// Not to be able to look is no reason to end what was launched.
func TestAWaitThatIsBrokenOffRollsNothingBack(t *testing.T) {
	srv := launchtest.Start(t)
	hidden(srv)
	spec := build(t, base().Count(count(3)))
	if result, err := newLauncher(srv.Client()).Launch(t.Context(), spec, launcher.RollBack(), launcher.Wait(launcher.Running)); err == nil || srv.Alive() != 3 || len(result.Terminated) != 0 {
		t.Errorf("%d alive, %v", srv.Alive(), err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err := newLauncher(srv.Client()).Launch(ctx, spec, launcher.RollBack(), launcher.Wait(launcher.Running), launcher.Progress(func(launcher.Event) { cancel() }))
	if !errors.Is(err, context.Canceled) || srv.Alive() != 6 {
		t.Errorf("%d alive, %v", srv.Alive(), err)
	}
	late := launchtest.Start(t, launchtest.PendingFor(10_000))
	if _, err := newLauncher(late.Client()).Launch(t.Context(), spec, launcher.RollBack(), launcher.Wait(launcher.Running)); err == nil || late.Alive() != 0 {
		t.Errorf("late ones: %d alive, %v", late.Alive(), err)
	}
}
