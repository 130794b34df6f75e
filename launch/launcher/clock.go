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
