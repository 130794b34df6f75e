package launcher_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"reflect"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/leaks"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// A trial launches against an endpoint with faults. Whatever the faults do, it
// fails the test for what nothing excuses: a lie about what runs, user data
// that shows, a goroutine that is left.
type trial struct {
	*testing.T
	srv    *launchtest.Server
	tap    *tap
	clock  *clock
	events []launcher.Event
	log    bytes.Buffer
}

func try(t *testing.T, opts ...launchtest.Option) *trial {
	t.Helper()
	leaks.None(t)
	return &trial{T: t, srv: launchtest.Start(t, opts...), tap: new(tap), clock: newClock()}
}

// client returns a client whose answers are watched.
func (x *trial) client(optFns ...func(*ec2.Options)) *ec2.Client {
	x.tap.HTTPClient = x.srv.Config().HTTPClient
	return x.srv.Client(append([]func(*ec2.Options){func(o *ec2.Options) { o.HTTPClient = x.tap }}, optFns...)...)
}

// fail queues faults for the next RunInstances requests.
func (x *trial) fail(faults ...launchtest.Fault) { x.srv.Fail("RunInstances", faults...) }

// always queues a fault for more RunInstances requests than may be sent.
func (x *trial) always(fault launchtest.Fault) {
	for range 100 {
		x.fail(fault)
	}
}

// launcher returns a launcher that is watched.
func (x *trial) launcher(client launcher.API, opts ...launcher.Option) launcher.Launcher {
	return launcher.New(client, slices.Concat([]launcher.Option{
		launcher.WithClock(x.clock),
		launcher.Logger(slog.New(slog.NewTextHandler(&x.log, nil))),
		launcher.Progress(func(e launcher.Event) { x.events = append(x.events, e) }),
	}, opts)...)
}

// An end is what a launch has come to.
type end struct {
	*trial
	l      launcher.Launcher
	spec   launch.Spec
	result *launcher.Result
	err    error
}

// launch launches, with the canary for user data.
func (x *trial) launch(b launch.Builder, opts ...launcher.Option) end {
	x.Helper()
	return x.launchBy(x.T.Context(), x.launcher(x.client()), b, opts...)
}

// launchBy launches by another launcher or context.
func (x *trial) launchBy(ctx context.Context, l launcher.Launcher, b launch.Builder, opts ...launcher.Option) end {
	x.Helper()
	spec := build(x.T, b.UserDataText(canary))
	result, err := l.Launch(ctx, spec, opts...)
	e := end{x, l, spec, result, err}
	e.check()
	return e
}

// check looks for what nothing excuses.
func (e end) check() {
	e.Helper()
	for _, lie := range lies(e.srv, e.tap, int(*e.spec.Input().MaxCount), 1, e.result, e.err) {
		e.Error(lie)
	}
	all := cmp.Exporter(func(reflect.Type) bool { return true })
	out := printed(e.err, e.result, e.events, e.spec) + chain(e.err) + e.log.String() +
		cmp.Diff(e.err, error(nil), all) + cmp.Diff(e.result, &launcher.Result{}, all) + cmp.Diff(e.events, nil, all) + cmp.Diff(e.spec, launch.Spec{})
	for _, event := range e.events {
		if out += printed(event.Attempt); event.Attempt.Err != nil {
			out += printed(event.Attempt.Err)
		}
	}
	expectNone(e.T, canary, out)
}

// succeeds fails the test unless n instances were launched with so many
// requests.
func (e end) succeeds(n, requests int) {
	e.Helper()
	if e.err != nil {
		e.Errorf("the launch failed: %v", e.err)
	}
	distinct(e.T, e.srv, e.result, n)
	e.took(requests)
}

// took fails the test unless so many RunInstances requests reached the wire.
func (e end) took(requests int) {
	e.Helper()
	if got := runs(e.srv); got != requests {
		e.Errorf("%d requests reached the wire, want %d", got, requests)
	}
}

// fails fails the test unless the launch ended with this outcome, an answer of
// this class and so many requests. It returns the error.
func (e end) fails(want launcher.Outcome, class answer.Class, requests int) *launcher.Error {
	e.Helper()
	e.took(requests)
	fault, ok := errors.AsType[*launcher.Error](e.err)
	if !ok {
		e.Fatalf("got %v, want a *launcher.Error", e.err)
	}
	if fault.Outcome != want || fault.Answer.Class != class {
		e.Errorf("outcome %v, class %v; want %v, %v: %v", fault.Outcome, fault.Answer.Class, want, class, e.err)
	}
	return fault
}

// settles fails the test unless the unknown outcomes of the launch can be
// settled: looking for instances finds the ones that are alive, and sending
// what is unknown once more makes n of them.
func (e end) settles(n int) {
	e.Helper()
	alive := e.srv.Alive()
	found, _ := e.l.Reconcile(e.T.Context(), e.result)
	if len(found.IDs()) != alive {
		e.Errorf("reconciling finds %q of %d alive", found.IDs(), alive)
	}
	settled, err := e.l.Settle(e.T.Context(), e.spec, e.err)
	if err != nil {
		e.Errorf("settling: %v", err)
	}
	if e.srv.Alive() != n || len(settled.IDs()) > n {
		e.Errorf("settling leaves %d alive and names %q, want %d", e.srv.Alive(), settled.IDs(), n)
	}
}
