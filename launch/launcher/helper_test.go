package launcher_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
)

// base is a minimal valid request.
func base() launch.Builder {
	return launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge)
}

func build(t testing.TB, b launch.Builder) launch.Spec {
	t.Helper()
	spec, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

// byOne skips a test that takes long, and in which one goroutine does everything,
// with -short, as under the race detector.
func byOne(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("one goroutine does everything")
	}
}

// clock is a clock on which waiting takes no time.
type clock struct {
	mu     sync.Mutex
	now    time.Time
	sleeps []time.Duration
}

func newClock() *clock { return &clock{now: time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	c.now = c.now.Add(d)
	c.sleeps = append(c.sleeps, d)
	return nil
}

// slept returns how long everybody has waited, in the order of the waits.
func (c *clock) slept() []time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.sleeps)
}

// newLauncher returns a launcher that waits on a clock of its own.
func newLauncher(client launcher.API, opts ...launcher.Option) launcher.Launcher {
	return launcher.New(client, append([]launcher.Option{launcher.WithClock(newClock())}, opts...)...)
}

func count(n int32) launch.Count { return launch.Exactly(n) }
