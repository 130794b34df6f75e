package launcher_test

import (
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
