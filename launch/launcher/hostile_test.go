package launcher_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestNothingGivenIsAnError(t *testing.T) {
	srv := launchtest.Start(t)
	spec := build(t, base())
	p := plan(t, spec)
	var none context.Context
	var client *ec2.Client
	for name, l := range map[string]launcher.Launcher{
		"zero launcher": {}, "nil client": launcher.New(nil), "nil SDK client": launcher.New(client),
		"nil option": launcher.New(srv.Client(), nil), "wrong option": launcher.New(srv.Client(), launcher.Concurrency(9)),
		"nil clock": launcher.New(srv.Client(), launcher.WithClock(nil)),
	} {
		refused(t, name, l, t.Context(), p, spec)
	}
	refused(t, "nil context", newLauncher(srv.Client()), none, p, spec)
	for name, opt := range map[string]launcher.Option{
		"nil": nil, "clock": launcher.WithClock(newClock()), "no limits": launcher.WithoutLimits(), "nil SDK option": launcher.SDK(nil),
		"negative grace": launcher.Grace(-1), "no function": launcher.Progress(nil), "no logger": launcher.Logger(nil), "no save": launcher.Save(nil),
		"no state": launcher.Wait(0), "no wait": launcher.WaitFor(0), "no launch ID": launcher.LaunchID(""), "no time": launcher.AwaitResources(0),
	} {
		if result, err := newLauncher(srv.Client()).Launch(t.Context(), spec, opt); err == nil || outcome(t, err) != launcher.Refused || result == nil {
			t.Errorf("option %s: %v", name, err)
		}
	}
	if n := len(srv.Requests()); n != 0 {
		t.Errorf("%d requests were sent", n)
	}
	var e *launcher.Error
	var r *launcher.Result
	var one *launcher.InstanceError
	var short *launcher.Shortfall
	if one.Error() == "" || one.Unwrap() != nil || short.Error() == "" || e.UnmarshalJSON([]byte("{}")) == nil {
		t.Error("nil errors say nothing")
	}
	if e.Error() == "" || e.Unwrap() != nil || r.IDs() != nil || r.Unknown() != nil || r.Token() != "" || (&launcher.Error{}).Error() == "" {
		t.Error("nil values say something")
	}
}

// refused fails the test unless everything that a launcher does is an error.
func refused(t *testing.T, name string, l launcher.Launcher, ctx context.Context, p launcher.Plan, spec launch.Spec) {
	t.Helper()
	unknown := &launcher.Error{Token: "x", Min: 1, Max: 1}
	for call, try := range map[string]func() error{
		"Launch":    func() error { _, err := l.Launch(ctx, spec); return err },
		"DryRun":    func() error { _, err := l.DryRun(ctx, spec); return err },
		"Run":       func() error { _, err := l.Run(ctx, p, spec); return err },
		"RunBatch":  func() error { _, err := l.RunBatch(ctx, p, spec, "0"); return err },
		"Reconcile": func() error { _, err := l.Reconcile(ctx, p.Unsettled()); return err },
		"Settle":    func() error { _, err := l.Settle(ctx, spec, unknown); return err },
		"Wait":      func() error { _, err := l.Wait(ctx, []string{"i-1"}, launcher.Running); return err },
		"Terminate": func() error { _, _, err := l.Terminate(ctx, []string{"i-1"}); return err },
	} {
		if err := try(); err == nil {
			t.Errorf("%s: %s succeeded", name, call)
		}
	}
}

// broken is a clock that panics once it was asked a number of times.
type broken struct {
	launcher.Clock
	asked *atomic.Int32
}

func (b broken) ask() {
	if b.asked.Add(-1) < 0 {
		panic("no time")
	}
}

func (b broken) Now() time.Time { b.ask(); return b.Clock.Now() }

func (b broken) Sleep(ctx context.Context, d time.Duration) error {
	b.ask()
	return b.Clock.Sleep(ctx, d)
}

// Whenever the clock breaks, every instance that is live is in the result, or an
// outcome is unknown.
func TestAClockThatPanicsLosesNothing(t *testing.T) {
	for n := range int32(40) {
		srv := launchtest.Start(t)
		clock := broken{newClock(), new(atomic.Int32)}
		clock.asked.Store(n)
		spec := build(t, base().Count(launch.Exactly(6)))
		l := launcher.New(srv.Client(), launcher.WithClock(clock))
		p, err := l.Plan(spec, "clock", launcher.BatchSize(2), launcher.Split(), launcher.RollBack())
		if err != nil {
			t.Fatal(err)
		}
		result, err := l.Run(t.Context(), p, spec, launcher.Wait(launcher.Running), launcher.SettleFor(time.Second), launcher.RollBackFor(time.Second))
		for _, i := range srv.Instances() {
			gone := i.State == types.InstanceStateNameTerminated || i.State == types.InstanceStateNameShuttingDown
			if !gone && !slices.Contains(result.IDs(), i.ID) && len(result.Unknown()) == 0 {
				t.Errorf("broken after %d: %s is lost: %v", n, i.ID, err)
			}
		}
		if alive := srv.Alive(); err == nil && alive != 6 || alive > 6 {
			t.Errorf("broken after %d: %d instances, and the error is %v", n, alive, err)
		}
	}
}

func TestAnEmptyClientTokenIsRefused(t *testing.T) {
	srv := launchtest.Start(t)
	spec := build(t, base().ClientToken(""))
	if _, err := newLauncher(srv.Client()).Launch(t.Context(), spec); err == nil || outcome(t, err) != launcher.Refused || len(srv.Requests()) != 0 {
		t.Errorf("got %v", err)
	}
}

func TestATokenOfOnesOwnIsOneRequest(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	for name, opts := range map[string][]launcher.Option{
		"several batches": {launcher.BatchSize(10)},
		"alternatives":    {launcher.Alternatives(launcher.Alternative{Zone: "us-east-1b"})},
		"a launch ID":     {launcher.LaunchID("a")},
	} {
		spec := build(t, base().ClientToken("x").Count(launch.Between(1, 20)))
		if _, err := l.Launch(t.Context(), spec, opts...); err == nil || !strings.Contains(err.Error(), "client token") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// A launch ID alone is resumed by the same call. What was saved, and which
// alternatives were tried, only a plan knows.
func TestALaunchThatOnlyAPlanResumesNeedsOne(t *testing.T) {
	srv := launchtest.Start(t)
	spec := build(t, base())
	save := launcher.Save(func(launcher.Plan) error { return nil })
	other := launcher.Alternatives(launcher.Alternative{Zone: "us-east-1b"})
	for _, tt := range []struct {
		name    string
		opts    []launcher.Option
		refused bool
	}{
		{"a launch ID", []launcher.Option{launcher.LaunchID("a")}, false},
		{"a launch ID and what was saved", []launcher.Option{launcher.LaunchID("b"), save}, true},
		{"a launch ID and alternatives", []launcher.Option{launcher.LaunchID("c"), other}, true},
		{"what was saved", []launcher.Option{save}, false},
		{"alternatives", []launcher.Option{other}, false},
	} {
		_, err := newLauncher(srv.Client()).Launch(t.Context(), spec, tt.opts...)
		if refused := err != nil && strings.Contains(err.Error(), "use Plan and Run"); refused != tt.refused || !refused && err != nil {
			t.Errorf("%s: got %v", tt.name, err)
		}
	}
}

func TestEveryWrongOptionIsNamed(t *testing.T) {
	srv := launchtest.Start(t)
	_, err := launcher.New(srv.Client(), nil, launcher.WithClock(nil)).Launch(t.Context(), build(t, base()))
	for _, want := range []string{"option 1 of 2 is nil", "WithClock"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, without %q", err, want)
		}
	}
}

// always is a client that gets the same answer always.
type always struct {
	launcher.API
	out *ec2.RunInstancesOutput
}

func (a always) RunInstances(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
	return a.out, nil
}

func (always) DescribeInstances(context.Context, *ec2.DescribeInstancesInput, ...func(*ec2.Options)) (*ec2.DescribeInstancesOutput, error) {
	return &ec2.DescribeInstancesOutput{Reservations: make([]types.Reservation, 3), NextToken: new("again")}, nil
}

func TestHostileAnswers(t *testing.T) {
	many := make([]types.Instance, 20_000)
	for i := range many {
		many[i].InstanceId = new(fmt.Sprintf("i-%08x", i))
	}
	spec := build(t, base())
	for name, out := range map[string]ec2.RunInstancesOutput{
		"nothing":       {},
		"no members":    {Instances: make([]types.Instance, 3)},
		"no state":      {Instances: []types.Instance{{State: &types.InstanceState{}, Tags: make([]types.Tag, 1000)}}},
		"many":          {Instances: many},
		"broken lines":  {Instances: []types.Instance{{InstanceId: new("i-1\r\nok: \x1b[2J"), State: &types.InstanceState{Name: types.InstanceStateNameTerminated}}}},
		"beyond 32 bit": {Instances: []types.Instance{{InstanceId: new("i-1"), AmiLaunchIndex: new(int32(math.MinInt32))}, {InstanceId: new("i-1")}}},
	} {
		l := newLauncher(always{out: &out})
		result, err := l.Launch(t.Context(), spec)
		if err == nil || outcome(t, err) == launcher.Refused || len(err.Error()) > 2<<10 || strings.ContainsAny(err.Error(), "\r\n\x1b") {
			t.Errorf("%s: %q", name, err)
		}
		if name == "many" && len(result.IDs()) != len(many) {
			t.Errorf("%s: %d IDs in the result", name, len(result.IDs()))
		}
		if _, err := l.DryRun(t.Context(), spec); err == nil || len(err.Error()) > 2<<10 || strings.ContainsAny(err.Error(), "\r\n\x1b") {
			t.Errorf("%s, dry run: %.100q", name, err)
		}
	}
	refusal := (&launcher.Error{Err: &smithy.GenericAPIError{Code: "InvalidKeyPair.NotFound", Message: "no key 'a\r\nok: \x1b[2J\u202e'"}}).Error()
	if strings.ContainsAny(refusal, "\r\n\x1b\u202e") {
		t.Errorf("a refusal prints %q", refusal)
	}
}

func TestALauncherIsSharedByManyGoroutines(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client(), launcher.WithoutLimits())
	spec := build(t, base().Count(count(2)))
	var all sync.WaitGroup
	for range 30 {
		all.Go(func() {
			if result, err := l.Launch(t.Context(), spec); err != nil || len(result.IDs()) != 2 {
				t.Errorf("%v and %v", result.IDs(), err)
			}
		})
	}
	all.Wait()
	if srv.Alive() != 60 {
		t.Errorf("%d alive, want 60", srv.Alive())
	}
}

// A resource that was created just now is waited for if asked for.
func TestResourcesThatEC2DoesNotSeeYet(t *testing.T) {
	for _, code := range []string{"InvalidGroup.NotFound", "InvalidAMIID.NotFound"} {
		for _, wait := range []bool{false, true} {
			srv := launchtest.Start(t)
			srv.Fail("RunInstances", refuse(400, code), refuse(400, code), refuse(400, code))
			var opts []launcher.Option
			if wait {
				opts = append(opts, launcher.AwaitResources(2*time.Minute))
			}
			_, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base()), opts...)
			if wait && (err != nil || srv.Alive() != 1 || len(srv.Requests()) != 4) {
				t.Errorf("%s: got %v after %d requests", code, err, len(srv.Requests()))
			}
			if !wait && (err == nil || outcome(t, err) != launcher.Refused || len(srv.Requests()) != 1) {
				t.Errorf("%s without waiting: got %v after %d requests", code, err, len(srv.Requests()))
			}
		}
	}
	srv := launchtest.Start(t)
	for range 100 {
		srv.Fail("RunInstances", refuse(400, "InvalidGroup.NotFound"))
	}
	_, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base()), launcher.AwaitResources(2*time.Minute))
	if n := len(srv.Requests()); err == nil || outcome(t, err) != launcher.Refused || n < 5 || n > 20 {
		t.Errorf("one that never appears: %v after %d requests", err, n)
	}
	if api, ok := errors.AsType[smithy.APIError](err); !ok || api.ErrorCode() != "InvalidGroup.NotFound" {
		t.Errorf("got %v", err)
	}
}
