package launcher_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ec2launch/ec2launch/internal/leaks"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// Whatever the faults, an instance that is ready runs, every instance that is
// asked for has ended or is an orphan, and none has ended that runs.
func TestRandomFaultsOfWaitingAndTerminating(t *testing.T) {
	leaks.None(t)
	from := *seed
	if from == 0 {
		from = rand.Uint64()
	}
	for n := range uint64(rounds() / 5) {
		r := rand.New(rand.NewPCG(from, n))
		srv := launchtest.Start(t, launchtest.VisibleAfter(r.IntN(4)))
		w := &world{schedule: schedule{Grace: true}, srv: srv}
		l := newLauncher(srv.Client())
		ids := launched(t, l, base().Count(launch.Between(1, 1+r.Int32N(12))))
		if r.IntN(4) == 0 {
			ids = append(ids, ids[0], "i-00000000000000fff")
		}
		ctx, cancel := w.begin()
		var faults []string
		for _, action := range []string{"DescribeInstances", "DescribeInstanceStatus", "TerminateInstances"} {
			for range r.IntN(8) {
				name := pick(r, slices.Concat(failed, []string{"cut", "cut short", "cancelled", "cancelled, closed", then + "closed", then + "500 InternalError", then + "page 503"}))
				faults = append(faults, action+": "+name)
				srv.Fail(action, w.fault(name))
			}
		}
		ready, _ := l.Wait(ctx, ids, launcher.Until(1+r.IntN(2)))
		wrong := w.notIn(ready, "running")
		gone, orphans, err := l.Terminate(ctx, ids)
		cancel()
		wrong = append(wrong, w.notIn(gone, "shutting-down", "terminated")...)
		all := slices.Sorted(slices.Values(slices.Concat(gone, orphans)))
		if asked := slices.Compact(slices.Sorted(slices.Values(ids))); !slices.Equal(all, asked) || (err == nil) != (len(orphans) == 0) {
			wrong = append(wrong, fmt.Sprintf("of %q, %q have ended and %q are orphans: %v", asked, gone, orphans, err))
		}
		if len(wrong) > 0 {
			t.Fatalf("%d of -seed %d: %q under %q", n, from, wrong, faults)
		}
	}
}

// notIn says which of the instances are in none of the states.
func (w *world) notIn(ids []string, states ...string) (wrong []string) {
	for _, i := range w.srv.Instances() {
		if slices.Contains(ids, i.ID) && !slices.Contains(states, string(i.State)) {
			wrong = append(wrong, fmt.Sprintf("%s is %s", i.ID, i.State))
		}
	}
	return wrong
}
