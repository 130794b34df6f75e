package launcher_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestProgressTellsOfEveryBatch(t *testing.T) {
	srv := launchtest.Start(t)
	var done, launched []int
	result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base().Count(launch.Exactly(500))), launcher.Split(), launcher.Progress(func(e launcher.Event) {
		done, launched = append(done, e.Done), append(launched, e.Launched)
		if e.Batches != 5 || e.Max != 500 || e.Attempt.Outcome != launcher.Launched || e.LaunchID == "" {
			t.Errorf("got %+v", e)
		}
	}))
	if err != nil {
		t.Fatal(err)
	}
	distinct(t, srv, result, 500)
	if diff := cmp.Diff([]int{1, 2, 3, 4, 5}, done) + cmp.Diff([]int{100, 200, 300, 400, 500}, launched); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Whatever the callbacks do, no instance is lost.
func TestCallbacksThatPanic(t *testing.T) {
	srv := launchtest.Start(t)
	calls := 0
	result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base().Count(launch.Exactly(500))), launcher.Split(), launcher.Progress(func(launcher.Event) {
		calls++
		panic("no terminal")
	}))
	if err == nil || outcome(t, err) != launcher.Launched || !strings.Contains(err.Error(), "no terminal") || calls != 1 {
		t.Errorf("got %v after %d calls", err, calls)
	}
	distinct(t, srv, result, 500)
}

func TestLogger(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.Pass(), refuse(400, "VcpuLimitExceeded"))
	var text bytes.Buffer
	log := slog.New(slog.NewJSONHandler(&text, nil))
	newLauncher(srv.Client(), launcher.Logger(log), launcher.Concurrency(1)).Launch(t.Context(), build(t, base().Count(launch.Between(1, 200)).UserDataText(canary)))
	var levels []any
	for line := range strings.Lines(text.String()) {
		var record map[string]any
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatal(err)
		}
		levels = append(levels, record["level"], record["outcome"])
	}
	if diff := cmp.Diff([]any{"INFO", "launched", "WARN", "refused"}, levels); diff != "" {
		t.Errorf("(-want +got):\n%s\n%s", diff, text.String())
	}
	expectNone(t, canary, text.String())
}
