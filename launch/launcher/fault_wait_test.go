package launcher_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// A wait is a wait for three instances that were launched without fault.
type wait struct {
	*trial
	l   launcher.Launcher
	ids []string
}

func waitFor(t *testing.T, opts ...launchtest.Option) wait {
	t.Helper()
	x := try(t, append([]launchtest.Option{launchtest.PendingFor(1)}, opts...)...)
	l := x.launcher(x.client())
	e := x.launchBy(t.Context(), l, base().Count(count(3)))
	return wait{x, l, e.result.IDs()}
}

// looks queues faults for the looks of the wait.
func (w wait) looks(faults ...launchtest.Fault) wait {
	w.srv.Fail("DescribeInstances", faults...)
	return w
}

// succeeds fails the test unless all three get ready.
func (w wait) succeeds() {
	w.Helper()
	ready, err := w.l.Wait(w.Context(), w.ids, launcher.Running)
	if diff := cmp.Diff(w.ids, ready); err != nil || diff != "" {
		w.Errorf("%v; ready (-want +got):\n%s", err, diff)
	}
}

// instanceItem matches an instance in an answer.
var instanceItem = regexp.MustCompile(`(?s)<item><amiLaunchIndex>.*?</virtualizationType>(<vpcId>[^<]*</vpcId>)?</item>`)

// rearranged answers with the right document but for the instances in it.
func rearranged(rearrange func(items []string) []string) launchtest.Fault {
	return launchtest.Edit(func(doc []byte) []byte {
		items := instanceItem.FindAllString(string(doc), -1)
		text := strings.Join(items, "")
		return []byte(strings.Replace(string(doc), text, strings.Join(rearrange(items), ""), 1))
	})
}

// hide leaves out an instance.
func hide(id string) launchtest.Fault {
	return rearranged(func(items []string) []string {
		return slices.DeleteFunc(items, func(item string) bool { return strings.Contains(item, id) })
	})
}

func TestAWaitGoesOnWhereInstancesAreNotFoundYet(t *testing.T) {
	notFound := refuse(400, "InvalidInstanceID.NotFound")
	waitFor(t).looks(notFound, notFound).succeeds()
	waitFor(t, launchtest.VisibleAfter(4)).succeeds()
}

func TestAWaitGoesOnWhereOneOfSeveralInstancesIsNotShown(t *testing.T) {
	w := waitFor(t, launchtest.PendingFor(0))
	w.looks(hide(w.ids[1]), hide(w.ids[1]))
	w.succeeds()
	if looks := len(w.srv.Requests()) - 1; looks != 3 {
		t.Errorf("%d looks, want 3", looks)
	}
}

// ended fails the test unless the wait ends at once for the instance that is
// put into a state, and the others get ready.
func ended(t *testing.T, state types.InstanceStateName) {
	t.Helper()
	w := waitFor(t)
	if err := w.srv.SetState(w.ids[1], state, "Client.VolumeLimitExceeded", "Volume limit exceeded"); err != nil {
		t.Fatal(err)
	}
	ready, err := w.l.Wait(t.Context(), w.ids, launcher.Running)
	if diff := cmp.Diff([]string{w.ids[0], w.ids[2]}, ready); diff != "" {
		t.Errorf("ready (-want +got):\n%s", diff)
	}
	e, ok := errors.AsType[*launcher.InstanceError](err)
	if !ok || e.ID != w.ids[1] || e.State != state || e.Reason.Code != "Client.VolumeLimitExceeded" || e.Reason.Class != answer.Quota || e.Err != nil {
		t.Errorf("got %v", err)
	}
	if !strings.Contains(err.Error(), w.ids[1]) || !strings.Contains(err.Error(), "Volume limit exceeded") {
		t.Errorf("got %v", err)
	}
	if looks := len(w.srv.Requests()) - 1; looks != 2 {
		t.Errorf("%d looks, want 2: one that sees the end, one that sees the others ready", looks)
	}
}

func TestAnInstanceThatIsTerminatedEndsTheWaitForItWithTheReason(t *testing.T) {
	ended(t, types.InstanceStateNameTerminated)
	ended(t, types.InstanceStateNameShuttingDown)
}

func TestAnInstanceThatIsStoppedEndsTheWaitForItWithTheReason(t *testing.T) {
	ended(t, types.InstanceStateNameStopped)
	ended(t, types.InstanceStateNameStopping)
}

func TestAWaitOutlivesLostConnectionsThrottlingAndServerErrors(t *testing.T) {
	for name, fault := range map[string]launchtest.Fault{
		"closed": launchtest.Disconnect(), "reset": reset(), "throttled": refuse(503, "RequestLimitExceeded"), "throttled with 400": refuse(400, "Throttling"),
		"internal error": refuse(500, "InternalError"), "page": page(503), "broken page": brokenPage(502), "no body": empty(200), "another page": page(200),
		"cut short": cutShort(60), "dies": launchtest.DisconnectAfter(100), "429": empty(429),
	} {
		t.Run(name, func(t *testing.T) {
			waitFor(t).looks(slices.Repeat([]launchtest.Fault{fault}, 7)...).succeeds()
		})
	}
}

func TestInstancesThatAreNeverShownAreListedAtTheDeadline(t *testing.T) {
	w := waitFor(t, launchtest.VisibleAfter(1_000_000))
	begun := w.clock.Now()
	ready, err := w.l.Wait(t.Context(), w.ids, launcher.Running, launcher.WaitFor(5*time.Minute))
	if ready != nil || err == nil {
		t.Fatalf("ready %q, %v", ready, err)
	}
	for _, id := range w.ids {
		if !strings.Contains(err.Error(), fmt.Sprintf("%q was not seen", id)) {
			t.Errorf("the error does not list %s: %v", id, err)
		}
	}
	if took := w.clock.Now().Sub(begun); took != 5*time.Minute {
		t.Errorf("waited %v", took)
	}

	x := try(t, launchtest.VisibleAfter(1_000_000))
	e := x.launch(base().Count(count(3)), launcher.Wait(launcher.Running))
	if outcome(t, e.err) != launcher.Launched || len(e.result.IDs()) != 3 {
		t.Errorf("%q in the result: %v", e.result.IDs(), e.err)
	}
}

func TestPagesOfOneInstanceInAnyOrderAreAllRead(t *testing.T) {
	w := waitFor(t, launchtest.PageSize(1))
	w.succeeds()
	if pages := len(w.srv.Requests()) - 1; pages != 6 {
		t.Errorf("%d pages, want 3 at each of 2 looks", pages)
	}

	instances := 0
	turned := rearranged(func(items []string) []string {
		instances += len(items)
		slices.Reverse(items)
		return items
	})
	waitFor(t).looks(turned, turned).succeeds()
	if instances != 6 {
		t.Errorf("%d instances were shown in another order, want 3 at each of 2 looks", instances)
	}
}

func TestAPageThatIsRefusedStartsTheListingAgain(t *testing.T) {
	w := waitFor(t, launchtest.PageSize(1), launchtest.PendingFor(0))
	w.looks(launchtest.Pass(), refuse(400, "InvalidNextToken")).succeeds()
	if pages := len(w.srv.Requests()) - 1; pages != 5 {
		t.Errorf("%d pages, want 2 and all 3 again", pages)
	}
	always := slices.Repeat([]launchtest.Fault{launchtest.Pass(), refuse(400, "InvalidNextToken")}, 20)
	w = waitFor(t, launchtest.PageSize(1)).looks(always...)
	if _, err := w.l.Wait(t.Context(), w.ids, launcher.Running, launcher.WaitFor(time.Minute)); err == nil || !strings.Contains(err.Error(), "InvalidNextToken") {
		t.Errorf("one that is refused always: %v", err)
	}
}
