package launcher_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// A plan whose batch was sent, and that now is kept from the wire, has not
// become one that launched nothing.
func TestWhatWasSentBeforeStaysUnknownThoughNothingIsSentNow(t *testing.T) {
	srv := launchtest.Start(t)
	l := launcher.New(srv.Client(), launcher.WithoutLimits())
	spec := build(t, base().Count(launch.Exactly(2)))
	var saved launcher.Plan
	save := launcher.Save(func(p launcher.Plan) error { saved = p; return nil })
	plan, err := l.Plan(spec, "crawl")
	if err != nil {
		t.Fatal(err)
	}
	srv.Fail("RunInstances", launchtest.ExecuteThen(launchtest.Disconnect()), refuse(400, "IdempotentParameterMismatch"))
	if _, err := l.Run(t.Context(), plan, spec, save); err == nil || srv.Alive() != 2 {
		t.Fatalf("%v, and %d instances are alive", err, srv.Alive())
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	other := build(t, base().Count(launch.Exactly(3)))
	for name, run := range map[string]func() (*launcher.Result, error){
		"Run of a cancelled context":      func() (*launcher.Result, error) { return l.Run(cancelled, saved, spec, save) },
		"Run with a bad option":           func() (*launcher.Result, error) { return l.Run(t.Context(), saved, spec, launcher.Timeout(-1)) },
		"Run of another spec":             func() (*launcher.Result, error) { return l.Run(t.Context(), saved, other, save) },
		"Run by no client":                func() (*launcher.Result, error) { return launcher.Launcher{}.Run(t.Context(), saved, spec, save) },
		"RunBatch of a cancelled context": func() (*launcher.Result, error) { return l.RunBatch(cancelled, saved, spec, "0") },
		"RunBatch of another spec":        func() (*launcher.Result, error) { return l.RunBatch(t.Context(), saved, other, "0") },
	} {
		result, err := run()
		e, ok := errors.AsType[*launcher.Error](err)
		if !ok || e.Outcome != launcher.Unknown || e.Token == "" || len(result.Unknown()) != 1 {
			t.Errorf("%s: %v, with %d unknown batches", name, err, len(result.Unknown()))
		}
	}
}

// Callbacks belong to the caller, who knows the user data, but what they fail
// with is printed and logged like any other cause.
func TestWhatCallbacksFailWithIsPrintedWithoutTheUserData(t *testing.T) {
	const canary = "canary-2f1c-of-the-user-data"
	for name, opt := range map[string]launcher.RunOption{
		"Save fails":      launcher.Save(func(launcher.Plan) error { return errors.New("disk: " + canary) }),
		"Save panics":     launcher.Save(func(launcher.Plan) error { panic(canary) }),
		"Progress panics": launcher.Progress(func(launcher.Event) { panic(canary) }),
	} {
		srv := launchtest.Start(t)
		spec := build(t, base().UserDataText(canary))
		_, err := launcher.New(srv.Client()).Launch(t.Context(), spec, opt)
		if err == nil || strings.Contains(err.Error(), canary) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Under a launch ID that was used before, a call that sends nothing knows no
// more of what runs than one that loses its answer.
func TestALaunchIDThatWasUsedStaysUnknownThoughNothingIsSentNow(t *testing.T) {
	srv := launchtest.Start(t)
	l := launcher.New(srv.Client(), launcher.WithoutLimits())
	spec, id := build(t, base().Count(launch.Exactly(2))), launcher.LaunchID("web")
	if _, err := l.Launch(t.Context(), spec, id); err != nil || srv.Alive() != 2 {
		t.Fatalf("%v, and %d instances are alive", err, srv.Alive())
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	save := launcher.Save(func(launcher.Plan) error { return nil })
	for name, run := range map[string]func() (*launcher.Result, error){
		"cancelled context": func() (*launcher.Result, error) { return l.Launch(cancelled, spec, id) },
		"bad option":        func() (*launcher.Result, error) { return l.Launch(t.Context(), spec, id, launcher.Timeout(-1)) },
		"with Save":         func() (*launcher.Result, error) { return l.Launch(t.Context(), spec, id, save) },
		"no client":         func() (*launcher.Result, error) { return launcher.Launcher{}.Launch(t.Context(), spec, id) },
		"no spec":           func() (*launcher.Result, error) { return l.Launch(t.Context(), launch.Spec{}, id) },
	} {
		_, err := run()
		if e, ok := errors.AsType[*launcher.Error](err); !ok || e.Outcome != launcher.Unknown ||
			!strings.HasPrefix(err.Error(), "not sent, but an earlier call may have launched") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if srv.Alive() != 2 {
		t.Errorf("%d instances are alive, want 2", srv.Alive())
	}
}

func TestNothingIsLaunchedUnderALaunchIDThatCannotBe(t *testing.T) {
	srv := launchtest.Start(t)
	for _, id := range []string{"", "a\nb", strings.Repeat("a", 257)} {
		result, err := launcher.New(srv.Client()).Launch(t.Context(), build(t, base()), launcher.LaunchID(id))
		if outcome(t, err) != launcher.Refused || result.LaunchID != "" || !strings.HasPrefix(err.Error(), "nothing sent: launch ID ") {
			t.Errorf("%.9q: got %+v, %v", id, result, err)
		}
	}
}
