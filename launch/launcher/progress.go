package launcher

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
)

// An Event tells of one attempt of a batch that has ended.
type Event struct {
	LaunchID string
	Attempt  Attempt
	Done     int // batches whose outcome is known or given up, this one included
	Batches  int // batches of the launch
	Launched int // instances that are known so far
	Max      int // instances that the launch asks for
}

// tell logs an event and calls the callback. It returns what came of a callback
// that panicked.
func (s settings) tell(ctx context.Context, e Event) (err error) {
	level, text := slog.LevelInfo, "batch launched"
	if e.Attempt.Outcome != Launched || e.Attempt.Err != nil {
		level, text = slog.LevelWarn, "batch not launched as asked"
	}
	attrs := []slog.Attr{
		slog.String("launchId", e.LaunchID), slog.String("batch", e.Attempt.Batch),
		slog.String("token", e.Attempt.Token),
		slog.String("outcome", e.Attempt.Outcome.String()), slog.Int("instances", len(e.Attempt.IDs)),
		slog.Int("launched", e.Launched), slog.Int("max", e.Max),
	}
	if e.Attempt.Err != nil {
		attrs = append(attrs, slog.Any("failure", e.Attempt.Err))
	}
	return guarded("Logger or Progress", func() error {
		s.log.LogAttrs(ctx, level, text, attrs...)
		if s.progress != nil {
			s.progress(e)
		}
		return nil
	})
}

// guarded calls a function of the caller's and returns a panic as an error.
func guarded(name string, f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s panicked: %.256s", name, fmt.Sprint(p))
		}
	}()
	return readable(name, f())
}

// readable returns an error, or another in its place if its methods panic: they
// are called where batches are under way, whose instances must not be lost.
func readable(name string, err error) (same error) {
	defer func() {
		if recover() != nil {
			same = fmt.Errorf("%s failed with a %T, whose methods panic", name, err)
		}
	}()
	if err != nil {
		_ = newSecret(nil).clean(err).Error() + err.Error()
		_ = errors.Is(err, errors.New("unlike every other"))
		_, _ = errors.AsType[*Shortfall](err)
	}
	return err
}
