package launcher_test

import (
	"context"
	"errors"
	"net"
	"net/url"
	"runtime"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/ec2launch/ec2launch/internal/leaks"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// A double is a client that does the same whatever it is asked.
type double func() error

func (d double) RunInstances(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
	return nil, d()
}

func (d double) DescribeInstances(context.Context, *ec2.DescribeInstancesInput, ...func(*ec2.Options)) (*ec2.DescribeInstancesOutput, error) {
	return nil, d()
}

func (d double) DescribeInstanceStatus(context.Context, *ec2.DescribeInstanceStatusInput, ...func(*ec2.Options)) (*ec2.DescribeInstanceStatusOutput, error) {
	return nil, d()
}

func (d double) TerminateInstances(context.Context, *ec2.TerminateInstancesInput, ...func(*ec2.Options)) (*ec2.TerminateInstancesOutput, error) {
	return nil, d()
}

// calls is everything that a launcher does, with the error of it.
func calls(t *testing.T, l launcher.Launcher, opts ...launcher.RunOption) map[string]func() error {
	t.Helper()
	spec := build(t, base())
	p := plan(t, spec)
	var launched []launcher.Option
	for _, opt := range opts {
		launched = append(launched, opt)
	}
	return map[string]func() error{
		"Launch":   func() error { _, err := l.Launch(t.Context(), spec, launched...); return err },
		"DryRun":   func() error { _, err := l.DryRun(t.Context(), spec, opts...); return err },
		"Run":      func() error { _, err := l.Run(t.Context(), p, spec, opts...); return err },
		"RunBatch": func() error { _, err := l.RunBatch(t.Context(), p, spec, "0", opts...); return err },
		"Reconcile": func() error {
			_, err := l.Reconcile(t.Context(), p.Unsettled(), opts...)
			return err
		},
		"Settle": func() error {
			_, err := l.Settle(t.Context(), spec, &launcher.Error{Token: "x", Min: 1, Max: 1}, opts...)
			return err
		},
		"Wait": func() error {
			_, err := l.Wait(t.Context(), []string{"i-1"}, launcher.StatusOK, opts...)
			return err
		},
		"Terminate": func() error { _, _, err := l.Terminate(t.Context(), []string{"i-1"}, opts...); return err },
	}
}

// unreadable are errors whose methods panic, or which hold nothing.
func unreadable() []error {
	return []error{
		(*smithy.OperationError)(nil), (*smithy.GenericAPIError)(nil), (*smithy.DeserializationError)(nil), (*smithy.CanceledError)(nil),
		(*retry.MaxAttemptsError)(nil), (*awshttp.ResponseError)(nil), (*smithyhttp.ResponseError)(nil), (*aws.RequestCanceledError)(nil),
		(*url.Error)(nil), (*net.OpError)(nil), (*net.DNSError)(nil), (*launcher.Error)(nil), (*launcher.Shortfall)(nil), (*launcher.InstanceError)(nil),
		&smithy.OperationError{}, &awshttp.ResponseError{}, &smithyhttp.ResponseError{}, &url.Error{}, &net.OpError{},
		mute{}, &closed{}, &closedAll{}, &unequal{}, unassignable{}, unspoken{},
	}
}

type mute struct{}

func (mute) Error() string { panic("no text") }

type closed struct{}

func (closed) Error() string { return "closed" }
func (closed) Unwrap() error { panic("no inner error") }

type closedAll struct{}

func (closedAll) Error() string   { return "closed" }
func (closedAll) Unwrap() []error { panic("no inner errors") }

type unequal struct{}

func (unequal) Error() string { return "unequal" }
func (unequal) Is(error) bool { panic("not compared") }

type unassignable struct{}

func (unassignable) Error() string { return "unassignable" }
func (unassignable) As(any) bool   { panic("not assigned") }

// unspoken is an answer of EC2's, as far as it can be read.
type unspoken struct{}

func (unspoken) Error() string                 { return "unspoken" }
func (unspoken) ErrorCode() string             { return "InvalidParameterValue" }
func (unspoken) ErrorMessage() string          { panic("no message") }
func (unspoken) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (unspoken) HTTPStatusCode() int           { return 400 }

// A client, and whoever saves, may fail with an error that cannot be read.
func TestErrorsWhoseMethodsPanicAreErrorsAllTheSame(t *testing.T) {
	for _, bad := range unreadable() {
		for name, call := range calls(t, newLauncher(double(func() error { return bad }))) {
			if err := call(); err == nil || err.Error() == "" {
				t.Errorf("%s of a client that fails with a %T: %v", name, bad, err)
			}
		}
		srv := launchtest.Start(t)
		spec := build(t, base().Count(launch.Exactly(4)))
		p := plan(t, spec, launcher.Split(), launcher.BatchSize(2))
		saves := 0
		result, err := newLauncher(srv.Client(), launcher.Concurrency(1)).Run(t.Context(), p, spec, launcher.Save(func(launcher.Plan) error {
			if saves++; saves == 1 {
				return nil
			}
			return bad
		}))
		if err == nil || err.Error() == "" || len(result.IDs()) != 2 {
			t.Errorf("saving fails with a %T: %v and %v", bad, result.IDs(), err)
		}
		if _, err := newLauncher(srv.Client()).Settle(t.Context(), spec, bad); err == nil || outcome(t, err) != launcher.Unknown && bad != error((*launcher.Error)(nil)) {
			t.Errorf("settling a %T: %v", bad, err)
		}
	}
}

// A test double that calls t.Fatal ends the goroutine that it runs on.
func TestAClientThatEndsItsGoroutineIsAnError(t *testing.T) {
	leaks.None(t)
	for name, call := range calls(t, newLauncher(double(func() error { runtime.Goexit(); return nil }))) {
		if err := call(); err == nil {
			t.Errorf("%s succeeded", name)
		}
	}
}

// stopping is a clock that ends the goroutine that sleeps.
type stopping struct{ launcher.Clock }

func (stopping) Sleep(context.Context, time.Duration) error { runtime.Goexit(); return nil }

func TestAClockThatEndsTheGoroutineOfABatchLeavesItUnknown(t *testing.T) {
	leaks.None(t)
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", after(empty(200)))
	result, err := launcher.New(srv.Client(), launcher.WithClock(stopping{newClock()})).Launch(t.Context(), build(t, base()))
	if err == nil || outcome(t, err) != launcher.Unknown || len(result.Unknown()) != 1 || result.Token() == "" {
		t.Errorf("%v with %d unknown", err, len(result.Unknown()))
	}
}

// The deadline of each request holds, whatever it asks for.
func TestAClientThatDoesNotReturnIsLeftBehind(t *testing.T) {
	leaks.None(t)
	release := make(chan struct{})
	t.Cleanup(func() { close(release) })
	l := newLauncher(double(func() error { <-release; return nil }), launcher.Timeout(time.Millisecond))
	for name, call := range calls(t, l, launcher.WaitFor(time.Second), launcher.SettleFor(time.Second), launcher.RollBackFor(time.Second)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if err := call(); err == nil || name != "Wait" && !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("got %v", err)
			}
		})
	}
}
