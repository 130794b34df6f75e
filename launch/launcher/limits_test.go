package launcher_test

import (
	"context"
	"testing"
	"time"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// Against an endpoint that enforces the documented limits no request is
// throttled.
func TestLaunchesKeepToTheLimits(t *testing.T) {
	for _, tt := range []struct {
		instances int32
		least     time.Duration
	}{{500, 0}, {1000, 2 * time.Second}, {1200, 100 * time.Second}} {
		c := newClock()
		srv := launchtest.Start(t, launchtest.Throttle(), launchtest.Clock(c.Now))
		l := launcher.New(srv.Client(), launcher.WithClock(c))
		begun := c.Now()
		result, err := l.Launch(t.Context(), build(t, base().Count(launch.Exactly(tt.instances))), launcher.Split())
		if err != nil {
			t.Fatal(err)
		}
		distinct(t, srv, result, int(tt.instances))
		if n := int(tt.instances+99) / 100; len(srv.Requests()) != n {
			t.Errorf("%d instances: %d requests, want %d: some were throttled", tt.instances, len(srv.Requests()), n)
		}
		if took := c.Now().Sub(begun); took < tt.least || took > tt.least+20*time.Second {
			t.Errorf("%d instances: took %v, want about %v", tt.instances, took, tt.least)
		}
	}
}

func TestLaunchesOfALauncherShareTheLimits(t *testing.T) {
	c := newClock()
	srv := launchtest.Start(t, launchtest.Throttle(), launchtest.Clock(c.Now))
	l := launcher.New(srv.Client(), launcher.WithClock(c))
	spec := build(t, base())
	done := make(chan error)
	for range 20 {
		go func() {
			_, err := l.Launch(t.Context(), spec)
			done <- err
		}()
	}
	for range 20 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if len(srv.Requests()) != 20 {
		t.Errorf("%d requests for 20 launches: some were throttled", len(srv.Requests()))
	}
}

func TestWithoutLimitsNobodyWaits(t *testing.T) {
	srv := launchtest.Start(t)
	l := launcher.New(srv.Client(), launcher.WithClock(stuck{t}), launcher.WithoutLimits())
	for range 20 {
		if _, err := l.Launch(t.Context(), build(t, base())); err != nil {
			t.Fatal(err)
		}
	}
}

// stuck is a clock on which nobody may wait.
type stuck struct{ t *testing.T }

func (stuck) Now() time.Time { return time.Time{} }

func (s stuck) Sleep(context.Context, time.Duration) error {
	s.t.Error("somebody waits")
	return nil
}

func TestWaitingForTheLimitsEndsWithTheContext(t *testing.T) {
	srv := launchtest.Start(t)
	l := launcher.New(srv.Client())
	spec := build(t, base())
	ctx, cancel := context.WithCancel(t.Context())
	sent := make(chan int)
	go func() {
		n := 0
		for ; ; n++ {
			if _, err := l.Launch(ctx, spec); err != nil {
				break
			}
			if n == 4 {
				cancel()
			}
		}
		sent <- n
	}()
	if n := <-sent; n != 5 {
		t.Errorf("%d launches before the context was done, want 5", n)
	}
}
