package launcher

import (
	"context"
	"time"
)

// A Clock is what the launcher waits by: for EC2's request limits (see
// [WithoutLimits]), between looks and before it sends again. Tests give one of
// their own. It must be safe for concurrent use.
//
// [Timeout] and [Grace] bound what the network does and run on the time of the
// machine.
//
// A clock that panics ends no launch: in the place of its Now comes the time of
// the machine, and its Sleep has failed.
type Clock interface {
	Now() time.Time
	// Sleep returns after d, or with the context's error once it is done.
	Sleep(ctx context.Context, d time.Duration) error
}

// system is the clock of the machine. Its times are monotonic.
type system struct{}

func (system) Now() time.Time { return time.Now() }

func (system) Sleep(ctx context.Context, d time.Duration) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// contained is a clock whose panics go no further: it runs where batches are
// under way, whose instances must not be lost.
type contained struct{ Clock }

func (c contained) Now() (now time.Time) {
	if guarded("Clock", func() error { now = c.Clock.Now(); return nil }) != nil {
		return time.Now()
	}
	return now
}

func (c contained) Sleep(ctx context.Context, d time.Duration) error {
	return guarded("Clock", func() error { return c.Clock.Sleep(ctx, d) })
}
