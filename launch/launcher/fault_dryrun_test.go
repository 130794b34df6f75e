package launcher_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestADryRunThatPassesIsNoErrorAndLaunchesNothing(t *testing.T) {
	x := try(t)
	result, err := x.launcher(x.client()).DryRun(t.Context(), build(t, base().UserDataText(canary)))
	if err != nil || len(result.IDs()) != 0 || x.srv.Alive() != 0 || runs(x.srv) != 1 {
		t.Errorf("%v, %d alive after %d requests", err, x.srv.Alive(), runs(x.srv))
	}
	expectNone(t, canary, printed(result)+x.log.String())
}

// really launches where a dry run was asked for.
func really() launchtest.Fault {
	return func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			r.Form.Del("DryRun")
			asked.ServeHTTP(w, r)
		})
	}
}

func TestADryRunThatLaunchesIsAnAlarmWithTheIDs(t *testing.T) {
	for name, fault := range map[string]launchtest.Fault{
		"answered":          really(),
		"answered with 500": func(asked http.Handler) http.Handler { return after(refuse(500, "InternalError"))(really()(asked)) },
	} {
		x := try(t)
		x.fail(fault, really())
		result, err := x.launcher(x.client()).DryRun(t.Context(), build(t, base().Count(count(2)).UserDataText(canary)))
		if err == nil || outcome(t, err) != launcher.Unknown {
			t.Fatalf("%s: got %v, want an alarm", name, err)
		}
		distinct(t, x.srv, result, 2)
		for _, i := range x.srv.Instances() {
			if !strings.Contains(err.Error(), i.ID) {
				t.Errorf("%s: the error does not name %s: %v", name, i.ID, err)
			}
		}
		expectNone(t, canary, printed(result, err)+chain(err)+x.log.String())
	}
}

// A dry run whose answer is lost is not said to have passed, nor to have failed.
func TestADryRunWhoseAnswersAreLostIsUnknown(t *testing.T) {
	for name, fault := range map[string]launchtest.Fault{"closed": launchtest.Disconnect(), "reset": reset(), "500": refuse(500, "InternalError"), "page": page(403)} {
		x := try(t)
		x.always(fault)
		if _, err := x.launcher(x.client()).DryRun(t.Context(), build(t, base())); err == nil || outcome(t, err) != launcher.Unknown {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is to be tried is launched by no method, under no plan, and nothing that an
// earlier call has sent is said not to be launched.
func TestASpecThatAsksForADryRunIsNotLaunched(t *testing.T) {
	x := try(t)
	l, spec := x.launcher(x.client()), build(t, base().Count(count(2)))
	dry := build(t, base().Count(count(2)).DryRun(true))
	plan, err := l.Plan(spec, "web")
	if err != nil {
		t.Fatal(err)
	}
	sent := plan.MarkSent("0")
	lost := &launcher.Error{Outcome: launcher.Unknown, Token: "token", Min: 2, Max: 2}
	for name, tt := range map[string]struct {
		try  func() error
		want launcher.Outcome
	}{
		"Launch":             {func() error { _, err := l.Launch(t.Context(), dry); return err }, launcher.Refused},
		"Launch with an ID":  {func() error { _, err := l.Launch(t.Context(), dry, launcher.LaunchID("web")); return err }, launcher.Unknown},
		"Run, not sent":      {func() error { _, err := l.Run(t.Context(), plan, dry, saving()); return err }, launcher.Refused},
		"Run, sent":          {func() error { _, err := l.Run(t.Context(), sent, dry, saving()); return err }, launcher.Unknown},
		"RunBatch, not sent": {func() error { _, err := l.RunBatch(t.Context(), plan, dry, "0"); return err }, launcher.Refused},
		"RunBatch, sent":     {func() error { _, err := l.RunBatch(t.Context(), sent, dry, "0"); return err }, launcher.Unknown},
		"Settle":             {func() error { _, err := l.Settle(t.Context(), dry, lost); return err }, launcher.Unknown},
	} {
		if err := tt.try(); err == nil || outcome(t, err) != tt.want || !strings.Contains(err.Error(), "use Launcher.DryRun") {
			t.Errorf("%s: got %v, want %s", name, err, tt.want)
		}
	}
	if _, err := l.Plan(dry, "web"); err == nil || !strings.Contains(err.Error(), "use Launcher.DryRun") {
		t.Errorf("Plan: got %v", err)
	}
	if runs(x.srv) != 0 || x.srv.Alive() != 0 {
		t.Errorf("%d requests, %d alive", runs(x.srv), x.srv.Alive())
	}
	if _, err := l.DryRun(t.Context(), dry); err != nil || x.srv.Alive() != 0 {
		t.Errorf("DryRun: %v, %d alive", err, x.srv.Alive())
	}
}

func saving() launcher.RunOption { return launcher.Save(func(launcher.Plan) error { return nil }) }

// A switch that is off changes nothing of what is sent under a token.
func TestASwitchThatIsOffIsNotSent(t *testing.T) {
	x := try(t)
	spec := build(t, base().DryRun(false))
	l := x.launcher(x.client())
	if _, err := l.Launch(t.Context(), spec); err != nil {
		t.Fatal(err)
	}
	lost := &launcher.Error{Outcome: launcher.Unknown, Token: "token", Min: 1, Max: 1}
	if _, err := l.Settle(t.Context(), spec, lost); err != nil {
		t.Fatal(err)
	}
	for _, r := range x.srv.Requests() {
		if r.Form().Has("DryRun") {
			t.Errorf("%s: DryRun=%s is sent", r.Action, r.Form().Get("DryRun"))
		}
	}
}

func TestADryRunThatWasNotAnsweredIsNotSettledByALaunch(t *testing.T) {
	x := try(t)
	x.always(launchtest.Disconnect())
	l, spec := x.launcher(x.client()), build(t, base())
	_, err := l.DryRun(t.Context(), spec)
	if fault, ok := errors.AsType[*launcher.Error](err); !ok || fault.Outcome != launcher.Unknown {
		t.Fatalf("got %v", err)
	}
	sent := runs(x.srv)
	if _, err := l.Settle(t.Context(), spec, err); err == nil || runs(x.srv) != sent {
		t.Errorf("got %v and %d requests, want none beyond %d", err, runs(x.srv), sent)
	}
}
