package launcher_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func launched(t *testing.T, l launcher.Launcher, b launch.Builder) []string {
	t.Helper()
	result, err := l.Launch(t.Context(), build(t, b))
	if err != nil {
		t.Fatal(err)
	}
	return result.IDs()
}

// One ID that EC2 does not know fails the whole call.
func TestAnUnknownInstanceIsIsolated(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	ids := launched(t, l, base().Count(count(10)))
	const unknown = "i-0123456789abcdef0"
	ended, orphans, err := l.Terminate(t.Context(), append([]string{unknown}, ids...))
	if srv.Alive() != 0 || len(ended) != 10 || err == nil {
		t.Errorf("%d alive, %d terminated, %v", srv.Alive(), len(ended), err)
	}
	if diff := cmp.Diff([]string{unknown}, orphans); diff != "" {
		t.Errorf("orphans (-want +got):\n%s", diff)
	}
}

// The error names three instances, and of more how many they are.
func TestAFailureToTerminateNamesFewInstances(t *testing.T) {
	for n, want := range map[int32]string{
		3: `terminating ["i-00000000000000001" "i-00000000000000002" "i-00000000000000003"]: `,
		5: `terminating ["i-00000000000000001" "i-00000000000000002" "i-00000000000000003"] and 2 more: `,
	} {
		srv := launchtest.Start(t)
		l := newLauncher(srv.Client())
		ids := launched(t, l, base().Count(launch.Exactly(n)))
		srv.Fail("TerminateInstances", slices.Repeat([]launchtest.Fault{refuse(403, "UnauthorizedOperation")}, 20)...)
		if _, _, err := l.Terminate(t.Context(), ids); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, without %q", err, want)
		}
	}
}

func TestAnInstanceThatIsShownLateIsTerminated(t *testing.T) {
	srv := launchtest.Start(t, launchtest.VisibleAfter(5))
	l := newLauncher(srv.Client())
	ids := launched(t, l, base())
	if _, orphans, err := l.Terminate(t.Context(), ids); err != nil || orphans != nil || srv.Alive() != 0 {
		t.Errorf("orphans %v, %d alive, %v", orphans, srv.Alive(), err)
	}
}

func TestProtectedInstancesAreOrphans(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	free := launched(t, l, base().Count(count(5)))
	protected := launched(t, l, base().Edit(func(in *ec2.RunInstancesInput) { in.DisableApiTermination = new(true) }))
	ended, orphans, err := l.Terminate(t.Context(), append(protected, free...))
	if err == nil || srv.Alive() != 1 || len(ended) != 5 {
		t.Errorf("%d alive, %d terminated, %v", srv.Alive(), len(ended), err)
	}
	if diff := cmp.Diff(protected, orphans); diff != "" {
		t.Errorf("orphans (-want +got):\n%s", diff)
	}
}

func TestTerminatingSurvivesFaultsThatPass(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	ids := launched(t, l, base().Count(launch.Exactly(250)))
	for range 8 {
		srv.Fail("TerminateInstances", refuse(503, "RequestLimitExceeded"), launchtest.Disconnect(), launchtest.ExecuteThen(launchtest.Disconnect()))
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel() // clean-up goes on
	if ended, orphans, err := l.Terminate(ctx, ids); err != nil || len(orphans) != 0 || len(ended) != 250 || srv.Alive() != 0 {
		t.Errorf("%d terminated, %d orphans, %d alive, %v", len(ended), len(orphans), srv.Alive(), err)
	}
}

// part has an answer of TerminateInstances name the first so many instances.
func part(n int) launchtest.Fault {
	return launchtest.Edit(func(document []byte) []byte {
		items := strings.SplitAfter(string(document), "</item>")
		return []byte(strings.Join(items[:n], "") + items[len(items)-1])
	})
}

// An instance that one answer names has ended, whatever becomes of the others.
func TestTerminatingCountsWhatAPartialAnswerNames(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	ids := launched(t, l, base().Count(count(5)))
	srv.Fail("TerminateInstances", append([]launchtest.Fault{part(2)}, slices.Repeat([]launchtest.Fault{refuse(403, "UnauthorizedOperation")}, 10)...)...)
	ended, orphans, err := l.Terminate(t.Context(), ids)
	if err == nil || !slices.Equal(ended, ids[:2]) || !slices.Equal(orphans, ids[2:]) {
		t.Errorf("%q ended, %q are orphans: %v", ended, orphans, err)
	}
}

// The reason stands in the text however many instances it is about.
func TestTheErrorOfManyOrphansSaysWhy(t *testing.T) {
	srv := launchtest.Start(t)
	ids := launched(t, newLauncher(srv.Client()), base().Count(count(90)))
	srv.Fail("TerminateInstances", refuse(403, "UnauthorizedOperation"))
	_, orphans, err := newLauncher(srv.Client()).Terminate(t.Context(), ids)
	if err == nil || len(orphans) != 90 || len(err.Error()) > 1<<10 || !strings.Contains(err.Error(), "and 87 more: ") || !strings.Contains(err.Error(), "UnauthorizedOperation") {
		t.Errorf("%d orphans: %v", len(orphans), err)
	}
}

func TestTerminatingWithoutPermission(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	ids := launched(t, l, base().Count(count(3)))
	srv.Fail("TerminateInstances", refuse(http.StatusForbidden, "UnauthorizedOperation"))
	if _, orphans, err := l.Terminate(t.Context(), ids); err == nil || len(orphans) != 3 {
		t.Errorf("orphans %v, %v", orphans, err)
	}
}

// The caller gives up at the shortfall, and the roll-back runs all the
// same.
func TestARollBackOutlivesTheContext(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.Pass(), refuse(500, "InsufficientInstanceCapacity"))
	ctx, cancel := context.WithCancel(t.Context())
	result, err := newLauncher(srv.Client(), launcher.Concurrency(1)).Launch(ctx, build(t, base().Count(launch.Exactly(200))),
		launcher.Split(), launcher.RollBack(), launcher.Progress(func(e launcher.Event) {
			if e.Attempt.Outcome == launcher.Refused {
				cancel()
			}
		}))
	if err == nil || srv.Alive() != 0 || len(result.Terminated) != 100 || len(result.IDs()) != 100 {
		t.Errorf("%d alive, %d terminated, %v", srv.Alive(), len(result.Terminated), err)
	}
}

// What an unknown outcome has launched is rolled back too, once it is seen.
func TestARollBackFindsWhatWasNotAnswered(t *testing.T) {
	srv := launchtest.Start(t)
	lost := launchtest.ExecuteThen(launchtest.Disconnect())
	srv.Fail("RunInstances", launchtest.Pass(), lost, lost, lost)
	srv.Fail("DescribeInstances", refuse(403, "UnauthorizedOperation"))
	result, err := newLauncher(srv.Client(), launcher.Concurrency(1)).Launch(t.Context(), build(t, base().Count(launch.Exactly(300))), launcher.Split(), launcher.RollBack())
	if err == nil || outcome(t, err) != launcher.Unknown || srv.Alive() != 0 || len(result.Terminated) != 200 {
		t.Errorf("%d alive, %d terminated, %v", srv.Alive(), len(result.Terminated), err)
	}
	for _, i := range srv.Instances() {
		if i.State != types.InstanceStateNameShuttingDown && i.State != types.InstanceStateNameTerminated {
			t.Errorf("%s is %s", i.ID, i.State)
		}
	}
}
