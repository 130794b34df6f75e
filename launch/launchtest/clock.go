package launchtest

import (
	"context"
	"sync/atomic"
	"time"
)

// A SkippingClock skips the time that it is asked to wait: for the launcher
// under test (launcher.WithClock), and for the [Throttle] of its server by
//
//	launchtest.Clock(clock.Now)
//
// The zero SkippingClock begins at the time of the machine; nil stays there. It
// is safe for concurrent use.
type SkippingClock struct{ skipped atomic.Int64 }

// Now returns the time of the machine, and all that was skipped on top.
func (c *SkippingClock) Now() time.Time {
	if c == nil {
		return time.Now()
	}
	return time.Now().Add(time.Duration(c.skipped.Load()))
}

// Sleep returns at once: nil, or the error of the context, and then nothing is
// skipped.
func (c *SkippingClock) Sleep(ctx context.Context, d time.Duration) error {
	if err := ctx.Err(); err != nil || c == nil {
		return err
	}
	c.skipped.Add(int64(max(d, 0)))
	return nil
}
