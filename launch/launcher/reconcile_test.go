package launcher_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/network"
)

// lose has every answer to a batch lost, and the caller kept from looking while
// the launch runs: the SDK sends three requests, and the launcher looks once.
func lose(srv *launchtest.Server, fault launchtest.Fault) {
	lost := launchtest.ExecuteThen(fault)
	srv.Fail("RunInstances", lost, lost, lost)
	srv.Fail("DescribeInstances", refuse(403, "UnauthorizedOperation"))
}

func TestLostAnswersAreFoundAtOnce(t *testing.T) {
	srv := launchtest.Start(t)
	lost := launchtest.ExecuteThen(launchtest.Disconnect())
	srv.Fail("RunInstances", lost, lost, lost)
	result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base().Count(count(3))))
	if err != nil || result.Attempts[0].Outcome != launcher.Launched || result.Attempts[0].Requests != 3 {
		t.Errorf("got %v and %v", result.Attempts, err)
	}
	distinct(t, srv, result, 3)
}

func TestReconcileFindsWhatWasLaunched(t *testing.T) {
	for name, opts := range map[string][]launchtest.Option{
		"at once":         nil,
		"shown late":      {launchtest.VisibleAfter(2)},
		"a page for each": {launchtest.PageSize(1)},
	} {
		srv := launchtest.Start(t, opts...)
		lose(srv, launchtest.Disconnect())
		l := newLauncher(srv.Client())
		before, err := l.Launch(t.Context(), build(t, base().Count(count(3))))
		if err == nil || outcome(t, err) != launcher.Unknown || len(before.IDs()) != 0 {
			t.Fatalf("%s: got %v", name, err)
		}
		result, err := l.Reconcile(t.Context(), before)
		if err != nil || len(before.Unknown()) != 1 {
			t.Errorf("%s: %v; the given result has %d unknown", name, err, len(before.Unknown()))
		}
		distinct(t, srv, result, 3)
	}
}

func TestReconcilingWhatIsKnownAsksNothing(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	before, err := l.Launch(t.Context(), build(t, base()))
	if err != nil {
		t.Fatal(err)
	}
	if result, err := l.Reconcile(t.Context(), before); err != nil || len(result.IDs()) != 1 || len(srv.Requests()) != 1 {
		t.Errorf("got %v and %v after %d requests", result, err, len(srv.Requests()))
	}
}

// No instances, for as long as EC2 may take to show them, is not none.
func TestNothingFoundStaysUnknown(t *testing.T) {
	c := newClock()
	srv := launchtest.Start(t)
	for range 3 {
		srv.Fail("RunInstances", launchtest.Disconnect())
	}
	l := launcher.New(srv.Client(), launcher.WithClock(c))
	before, err := l.Launch(t.Context(), build(t, base()))
	if err == nil {
		t.Fatal("no error")
	}
	begun, looks := c.Now(), len(srv.Requests())
	result, err := l.Reconcile(t.Context(), before)
	if err == nil || outcome(t, err) != launcher.Unknown || len(result.Unknown()) != 1 || !strings.Contains(err.Error(), before.Token()) {
		t.Errorf("got %v", err)
	}
	if took, looks := c.Now().Sub(begun), len(srv.Requests())-looks; took < time.Minute || looks < 3 {
		t.Errorf("%d looks in %v, want 3 in a minute at least", looks, took)
	}
}

// Fewer than MaxCount may be all, or all that is shown yet: the time tells.
func TestReconcileTakesAPartForAllOnlyAfterAWhile(t *testing.T) {
	c := newClock()
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 2))
	lose(srv, launchtest.Disconnect())
	l := launcher.New(srv.Client(), launcher.WithClock(c))
	spec := build(t, base().Count(launch.Between(1, 5)).Network(network.InSubnet(subnetA)))
	before, err := l.Launch(t.Context(), spec)
	if err == nil {
		t.Fatal("no error")
	}
	begun := c.Now()
	result, err := l.Reconcile(t.Context(), before)
	if err != nil || len(result.IDs()) != 2 || c.Now().Sub(begun) < time.Minute {
		t.Errorf("got %v and %v after %v", result.IDs(), err, c.Now().Sub(begun))
	}
}

// After a crash only the plan is left.
func TestReconcileFromAPlan(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Subnet(subnetB, "us-east-1b"))
	spec := build(t, base().Count(launch.Exactly(30)).Network(network.InSubnet(subnetA)))
	p := plan(t, spec, launcher.Split(), launcher.BatchSize(10), launcher.Alternatives(launcher.Alternative{Subnet: subnetB}))
	srv.Fail("RunInstances", launchtest.Pass(), refuse(500, "InsufficientInstanceCapacity"))
	var disk store
	l := newLauncher(srv.Client(), launcher.Concurrency(1))
	if _, err := l.Run(t.Context(), p, spec, launcher.Save(disk.save)); err != nil {
		t.Fatal(err)
	}
	result, err := l.Reconcile(t.Context(), disk.plan(t).Unsettled())
	if err != nil {
		t.Fatal(err)
	}
	distinct(t, srv, result, 30)
	old, err := l.Reconcile(t.Context(), p.Unsettled())
	if err == nil || outcome(t, err) != launcher.Unknown {
		t.Errorf("from the plan as it was made: got %v", err)
	}
	distinct(t, srv, old, 30)
}

func TestAMismatchFindsTheInstances(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	launch := func(b launch.Builder) (*launcher.Result, error) {
		return l.Launch(t.Context(), build(t, b), launcher.LaunchID("web"))
	}
	if _, err := launch(base()); err != nil {
		t.Fatal(err)
	}
	result, err := launch(base().UserDataText("another"))
	if err == nil || outcome(t, err) != launcher.Unknown || len(result.IDs()) != 1 || srv.Alive() != 1 {
		t.Errorf("got %v and %v, %d alive", result.IDs(), err, srv.Alive())
	}
	if _, err := l.Reconcile(t.Context(), result); err == nil || !strings.Contains(err.Error(), ": 1 instance with its token found: ") {
		t.Errorf("reconciled: %v", err)
	}
}

// Under a launch ID, a refusal leaves open whether an earlier call has launched, and
// Reconcile says how long it looked and what EC2 has refused.
func TestReconcileSaysHowLongItLookedForWhatARefusalLeavesOpen(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", refuse(400, "InvalidAMIID.NotFound"))
	l := newLauncher(srv.Client())
	result, _ := l.Launch(t.Context(), build(t, base()), launcher.LaunchID("web"))
	_, err := l.Reconcile(t.Context(), result, launcher.SettleFor(20*time.Second))
	e, ok := errors.AsType[*launcher.Error](err)
	if !ok || !strings.Contains(err.Error(), ": no instances of it were found within 20s: refused, ") || e.Outcome != launcher.Unknown ||
		e.Answer.Code != "InvalidAMIID.NotFound" || !strings.HasPrefix(e.Answer.Action, "Look by Reconcile ") {
		t.Errorf("got %v, %+v", err, e)
	}
}

func TestReconcileWithoutPermission(t *testing.T) {
	srv := launchtest.Start(t)
	lose(srv, launchtest.Disconnect())
	l := newLauncher(srv.Client())
	before, _ := l.Launch(t.Context(), build(t, base()))
	srv.Fail("DescribeInstances", refuse(403, "UnauthorizedOperation"))
	if _, err := l.Reconcile(t.Context(), before); err == nil || !strings.Contains(err.Error(), "UnauthorizedOperation") {
		t.Errorf("got %v", err)
	}
	if r, err := l.Reconcile(t.Context(), nil); err != nil || r == nil {
		t.Errorf("of nothing: %v and %v", r, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.Reconcile(ctx, before); !errors.Is(err, context.Canceled) || outcome(t, err) != launcher.Unknown {
		t.Errorf("with a done context: %v", err)
	}
}

func TestSettleSendsTheOldToken(t *testing.T) {
	for name, fault := range map[string]launchtest.Fault{
		"launched, answer lost": launchtest.ExecuteThen(launchtest.Disconnect()),
		"never arrived":         launchtest.Disconnect(),
	} {
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", fault, fault, fault)
		srv.Fail("DescribeInstances", refuse(403, "UnauthorizedOperation"))
		l := newLauncher(srv.Client())
		spec := build(t, base().Count(count(3)))
		_, failed := l.Launch(t.Context(), spec)
		if failed == nil {
			t.Fatal("no error")
		}
		result, err := l.Settle(t.Context(), spec, failed)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		distinct(t, srv, result, 3)
		if _, err := l.Settle(t.Context(), spec, err); err == nil {
			t.Errorf("%s: settled twice", name)
		}
	}
}

// Each batch whose outcome is unknown is settled, under its own alternative.
func TestSettleSettlesEveryBatch(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Subnet(subnetB, "us-east-1b"))
	lost := launchtest.ExecuteThen(launchtest.Disconnect())
	srv.Fail("RunInstances", lost, lost, lost, refuse(500, "InsufficientInstanceCapacity"), lost, lost, lost)
	hidden(srv)
	l := newLauncher(srv.Client(), launcher.Concurrency(1))
	spec := build(t, base().Count(launch.Between(1, 30)).Network(network.InSubnet(subnetA)))
	before, failed := l.Launch(t.Context(), spec, launcher.BatchSize(10), launcher.Alternatives(launcher.Alternative{Subnet: subnetB}))
	if failed == nil || len(before.Unknown()) != 2 || len(before.IDs()) != 10 {
		t.Fatalf("got %v with %d unknown", failed, len(before.Unknown()))
	}
	result, err := l.Settle(t.Context(), spec, failed)
	if err != nil || len(result.IDs()) != 20 || srv.Alive() != 30 {
		t.Errorf("%v: %d settled, %d alive", err, len(result.IDs()), srv.Alive())
	}
}

// What is refused when it is sent again may have been launched before.
func TestSettleNeverRefuses(t *testing.T) {
	srv := launchtest.Start(t)
	lose(srv, launchtest.Disconnect())
	hidden(srv)
	l := newLauncher(srv.Client())
	spec := build(t, base())
	_, failed := l.Launch(t.Context(), spec)
	srv.Fail("RunInstances", refuse(500, "InsufficientInstanceCapacity"))
	result, err := l.Settle(t.Context(), spec, failed)
	if err == nil || outcome(t, err) != launcher.Unknown || len(result.Unknown()) != 1 {
		t.Errorf("got %v", err)
	}
	var tokens []string
	for _, r := range srv.Requests() {
		if r.Action == "RunInstances" {
			tokens = append(tokens, r.ClientToken)
		}
	}
	if diff := cmp.Diff([]string{tokens[0], tokens[0], tokens[0], tokens[0]}, tokens); diff != "" {
		t.Errorf("tokens (-want +got):\n%s", diff)
	}
}

// Some instances that are seen at once need not be all.
func TestAPartThatIsSeenAtOnceStaysUnknown(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 2))
	lost := launchtest.ExecuteThen(launchtest.Disconnect())
	srv.Fail("RunInstances", lost, lost, lost)
	spec := build(t, base().Count(launch.Between(1, 5)).Network(network.InSubnet(subnetA)))
	result, err := newLauncher(srv.Client()).Launch(t.Context(), spec)
	if err == nil || outcome(t, err) != launcher.Unknown || len(result.IDs()) != 2 || len(result.Unknown()[0].IDs) != 2 {
		t.Errorf("got %v and %v", result.IDs(), err)
	}
}

// To EC2, * and ? in a filter stand for other characters, and in a client token
// for themselves: what other launches have launched is not taken for this
// one's, and above all not terminated.
func TestATokenWithWildcardsFindsItsOwnInstancesAlone(t *testing.T) {
	for _, token := range []string{"web-*", "web-?", "*"} {
		srv := launchtest.Start(t)
		l := newLauncher(srv.Client())
		if _, err := l.Launch(t.Context(), build(t, base().Count(count(2)).ClientToken("web-1"))); err != nil {
			t.Fatal(err)
		}
		lost := launchtest.Disconnect()
		srv.Fail("RunInstances", lost, lost, lost)
		spec := build(t, base().Count(count(2)).ClientToken(token))
		result, err := l.Launch(t.Context(), spec, launcher.RollBack())
		if err == nil || outcome(t, err) != launcher.Unknown || len(result.IDs()) != 0 || srv.Alive() != 2 {
			t.Errorf("%s: %q in the result, %d alive: %v", token, result.IDs(), srv.Alive(), err)
		}
		if result, err = l.Reconcile(t.Context(), result); err == nil || len(result.IDs()) != 0 {
			t.Errorf("%s, reconciling: %q in the result: %v", token, result.IDs(), err)
		}
	}
}

// An attempt without a token has launched nothing that could be found by it.
func TestReconcilingAnAttemptWithoutATokenFindsNothing(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	given := &launcher.Result{Attempts: make([]launcher.Attempt, 1), Instances: []types.Instance{{InstanceId: new("i-1")}}}
	result, err := l.Reconcile(t.Context(), given)
	if err == nil || len(result.Unknown()) != 1 {
		t.Errorf("%+v: %v", result.Attempts, err)
	}
}
