package launcher_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

// outcome returns what a launch says it left behind.
func outcome(t *testing.T, err error) launcher.Outcome {
	t.Helper()
	fault, ok := errors.AsType[*launcher.Error](err)
	if !ok {
		t.Fatalf("not a *launcher.Error: %v", err)
	}
	return fault.Outcome
}

func TestLaunch(t *testing.T) {
	srv := launchtest.Start(t)
	spec := build(t, base().Count(launch.Between(2, 3)).UserDataText("#!/bin/sh\n").
		Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(100)).Encrypted(true)))
	result, err := launcher.New(srv.Client()).Launch(t.Context(), spec)
	if err != nil {
		t.Fatal(err)
	}
	if a := result.Attempts[0]; len(result.IDs()) != 3 || srv.Alive() != 3 || a.ReservationID == "" || a.Requests != 1 {
		t.Errorf("got %v, %d alive, want 3 instances of one request", a, srv.Alive())
	}
	sent := srv.Requests()[0].Input()
	if token := result.Token(); aws.ToString(sent.ClientToken) != token || token == "" {
		t.Errorf("sent token %q, result says %q", aws.ToString(sent.ClientToken), token)
	}
	sent.ClientToken = nil
	if diff := launchtest.Diff(spec.Input(), sent); diff != "" {
		t.Errorf("sent (-spec +wire):\n%s", diff)
	}
	if spec.Input().ClientToken != nil {
		t.Error("launching wrote the token into the spec")
	}
}

func TestTwoLaunchesOfASpec(t *testing.T) {
	for _, tt := range []struct {
		name  string
		spec  launch.Builder
		alive int
	}{
		{"without a token are two launches", base(), 2},
		{"with a token are one launch", base().ClientToken("once"), 1},
	} {
		srv := launchtest.Start(t)
		l, spec := launcher.New(srv.Client()), build(t, tt.spec)
		for range 2 {
			if _, err := l.Launch(t.Context(), spec); err != nil {
				t.Fatal(err)
			}
		}
		if srv.Alive() != tt.alive {
			t.Errorf("%s: %d instances alive, want %d", tt.name, srv.Alive(), tt.alive)
		}
	}
}

// A launch adds options of its own, but not to the caller's array.
func TestOptionsAreNotWrittenTo(t *testing.T) {
	srv := launchtest.Start(t)
	opts := make([]func(*ec2.Options), 1, 4)
	opts[0] = func(*ec2.Options) {}
	if _, err := launcher.New(srv.Client()).Launch(t.Context(), build(t, base()), launcher.SDK(opts...)); err != nil {
		t.Fatal(err)
	}
	for _, opt := range opts[:cap(opts)][1:] {
		if opt != nil {
			t.Fatal("the launch wrote an option into the caller's array")
		}
	}
}

func TestDryRun(t *testing.T) {
	srv := launchtest.Start(t)
	l, spec := launcher.New(srv.Client()), build(t, base().ClientToken("once"))
	if _, err := l.DryRun(t.Context(), spec); err != nil || srv.Alive() != 0 {
		t.Errorf("got %v with %d instances alive", err, srv.Alive())
	}
	if token := srv.Requests()[0].ClientToken; token == "once" || token == "" {
		t.Errorf("the dry run was sent with the token %q", token)
	}
	srv.Fail("RunInstances", launchtest.Refuse(http.StatusForbidden, "UnauthorizedOperation", "no"))
	if _, err := l.DryRun(t.Context(), spec); err == nil || outcome(t, err) != launcher.Refused {
		t.Errorf("got %v, want a refusal", err)
	}
}

// An endpoint that launches on a dry run must not go unnoticed.
func TestADryRunThatLaunched(t *testing.T) {
	result, err := launcher.New(launching{}).DryRun(t.Context(), build(t, base()))
	if len(result.IDs()) != 1 || err == nil || outcome(t, err) != launcher.Unknown || !strings.Contains(err.Error(), "i-0abcdef1234567890") {
		t.Errorf("got %v, want an alarm that names the instance", err)
	}
}

// launching is an endpoint that ignores DryRun.
type launching struct{ launcher.API }

func (launching) RunInstances(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
	return &ec2.RunInstancesOutput{Instances: []types.Instance{{InstanceId: new("i-0abcdef1234567890")}}}, nil
}

func TestLaunchSendsNothing(t *testing.T) {
	srv := launchtest.Start(t)
	l := launcher.New(srv.Client())
	var none context.Context
	done, cancel := context.WithCancel(t.Context())
	cancel()
	for name, try := range map[string]func() error{
		"zero spec":     func() error { _, err := l.Launch(t.Context(), launch.Spec{}); return err },
		"zero launcher": func() error { _, err := launcher.Launcher{}.Launch(t.Context(), build(t, base())); return err },
		"nil context":   func() error { _, err := l.Launch(none, build(t, base())); return err },
		"done context":  func() error { _, err := l.Launch(done, build(t, base())); return err },
		"dry-run spec":  func() error { _, err := l.Launch(t.Context(), build(t, base().DryRun(true))); return err },
		"zero dry run":  func() error { _, err := l.DryRun(t.Context(), launch.Spec{}); return err },
	} {
		if err := try(); err == nil || outcome(t, err) != launcher.Refused {
			t.Errorf("%s: got %v, want a refusal", name, err)
		}
	}
	if n := len(srv.Requests()); n != 0 {
		t.Errorf("%d requests were sent", n)
	}
}

func TestOutcomeOfFailures(t *testing.T) {
	const html = "<html><body>log in</body></html>"
	for _, tt := range []struct {
		name   string
		faults []launchtest.Fault
		want   launcher.Outcome
		alive  int
	}{
		{"no capacity, status 500", []launchtest.Fault{refuse(500, "InsufficientInstanceCapacity"), refuse(500, "InsufficientInstanceCapacity"), refuse(500, "InsufficientInstanceCapacity")}, launcher.Refused, 0},
		{"no capacity, status 400", []launchtest.Fault{refuse(400, "InsufficientInstanceCapacity")}, launcher.Refused, 0},
		{"status 400 without a body", []launchtest.Fault{launchtest.Answer(400, "text/xml", "")}, launcher.Unknown, 0},
		{"status 400 as a page", []launchtest.Fault{launchtest.Answer(400, "text/html", html)}, launcher.Unknown, 0},
		{"token of ended instances", []launchtest.Fault{refuse(400, "IdempotentInstanceTerminated")}, launcher.Unknown, 0},
		{"token of another request", []launchtest.Fault{refuse(400, "IdempotentParameterMismatch")}, launcher.Unknown, 0},
		{"quota", []launchtest.Fault{refuse(400, "VcpuLimitExceeded")}, launcher.Refused, 0},
		{"no permission", []launchtest.Fault{refuse(403, "UnauthorizedOperation")}, launcher.Refused, 0},
	} {
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", tt.faults...)
		result, err := launcher.New(srv.Client()).Launch(t.Context(), build(t, base()))
		if err == nil {
			t.Errorf("%s: no error", tt.name)
			continue
		}
		if got := outcome(t, err); got != tt.want || srv.Alive() != tt.alive {
			t.Errorf("%s: outcome %v with %d alive, want %v with %d: %v", tt.name, got, srv.Alive(), tt.want, tt.alive, err)
		}
		if result == nil || result.Token() != srv.Requests()[0].ClientToken {
			t.Errorf("%s: the result %v does not say the token", tt.name, result)
		}
		if tt.want == launcher.Unknown && !strings.Contains(err.Error(), result.Token()) {
			t.Errorf("%s: the error does not say the token: %v", tt.name, err)
		}
	}
}

// An answer that does not read as the success that its status claims is asked
// for once more, under the same token.
func TestSuccessesThatDoNotReadAreAskedForAgain(t *testing.T) {
	const html = "<html><body>log in</body></html>"
	for name, fault := range map[string]launchtest.Fault{
		"status 200 without a body": launchtest.ExecuteThen(launchtest.Answer(200, "text/xml", "")),
		"status 200 as a page":      launchtest.Answer(200, "text/html", html),
		"answer cut short":          launchtest.DisconnectAfter(200),
		"instance without an ID":    edit("<instanceId>i-00000000000000001</instanceId>", ""),
		"instance named twice":      edit("i-00000000000000002", "i-00000000000000001"),
	} {
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", fault)
		result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base().Count(launch.Exactly(2))))
		if err != nil || len(result.IDs()) != 2 || srv.Alive() != 2 || len(srv.Requests()) != 2 || result.Attempts[0].Requests != 2 {
			t.Errorf("%s: got %v and %v, %d alive after %d requests", name, result.IDs(), err, srv.Alive(), len(srv.Requests()))
		}
	}
}

func TestTheTokenOfInstancesThatHaveEnded(t *testing.T) {
	for _, state := range []string{"shutting-down", "terminated", "stopping", "stopped"} {
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", edit("<name>pending</name>", "<name>"+state+"</name>"))
		result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base()))
		if err == nil || outcome(t, err) != launcher.Launched || len(result.IDs()) != 1 || !strings.Contains(err.Error(), "used up") {
			t.Errorf("%s: got %v and %v", state, result.IDs(), err)
		}
	}
}

// edit answers with the right document but for some text.
func edit(from, to string) launchtest.Fault {
	return launchtest.Edit(func(doc []byte) []byte { return []byte(strings.ReplaceAll(string(doc), from, to)) })
}

func refuse(status int, code string) launchtest.Fault {
	return launchtest.Refuse(status, code, "refused")
}

// What the SDK sends again is the same launch.
func TestLostAnswersLaunchOnce(t *testing.T) {
	for name, fault := range map[string]launchtest.Fault{
		"status 500 after launching": launchtest.ExecuteThen(launchtest.Refuse(500, "InternalError", "lost")),
		"closed after launching":     launchtest.ExecuteThen(launchtest.Disconnect()),
	} {
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", fault)
		result, err := launcher.New(srv.Client()).Launch(t.Context(), build(t, base().Count(launch.Exactly(2))))
		if err != nil || len(result.IDs()) != 2 || srv.Alive() != 2 {
			t.Errorf("%s: %v, %d alive, want the two instances", name, err, srv.Alive())
		}
	}
}

func TestAnEndpointThatHangs(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.Hang(), launchtest.Hang(), launchtest.Hang())
	_, err := launcher.New(srv.Client(), launcher.Timeout(50*time.Millisecond)).Launch(t.Context(), build(t, base()))
	if err == nil || outcome(t, err) != launcher.Unknown || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want an unknown outcome at the deadline", err)
	}
}

func TestLongMessagesAreCut(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.Refuse(403, "UnauthorizedOperation", strings.Repeat("x", 4<<10)))
	_, err := launcher.New(srv.Client()).Launch(t.Context(), build(t, base()))
	if len(err.Error()) > 2<<10 {
		t.Errorf("the error has %d bytes", len(err.Error()))
	}
	if api, ok := errors.AsType[smithy.APIError](err); !ok || len(api.ErrorMessage()) < 4<<10 {
		t.Error("the whole message cannot be reached by unwrapping")
	}
}

// What ends before the wire is reached has launched nothing.
func TestNoCredentials(t *testing.T) {
	srv := launchtest.Start(t)
	client := srv.Client(func(o *ec2.Options) {
		o.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{}, errors.New("none to be had")
		})
	})
	l := launcher.New(client)
	_, err := l.Launch(t.Context(), build(t, base()))
	if err == nil || outcome(t, err) != launcher.Refused || len(srv.Requests()) != 0 {
		t.Errorf("got %v, want a refusal", err)
	}
	if _, err := l.DryRun(t.Context(), build(t, base())); err == nil || outcome(t, err) != launcher.Refused {
		t.Errorf("dry run: got %v, want a refusal", err)
	}
}

func TestGuardedLaunchIsRefused(t *testing.T) {
	srv := launchtest.Start(t)
	v, err := validate.NewValidator(launch.Rules(), validate.In(validate.Spring2023))
	if err != nil {
		t.Fatal(err)
	}
	spec := build(t, base().Device("/dev/sdf", blockdevice.GP3(blockdevice.GiB(1000)).IOPS(80_000)))
	_, err = launcher.New(srv.Client(launch.GuardWith(v))).Launch(t.Context(), spec)
	if err == nil || outcome(t, err) != launcher.Refused || len(srv.Requests()) != 0 {
		t.Errorf("got %v after %d requests, want a refusal before any", err, len(srv.Requests()))
	}
}
