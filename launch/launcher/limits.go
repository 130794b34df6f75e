package launcher

import (
	"context"
	"sync"
	"time"
)

// A limit is one of the limits that EC2 documents for the requests of an
// account in a Region: a bucket that holds size, of which every request takes
// its part, and that refills by the second.
//
// See https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html.
type limit uint8

const (
	runRequests limit = iota
	runInstances
	terminateRequests
	terminateInstances
	describeRequests
)

var buckets = [...]struct{ size, refill float64 }{
	runRequests:        {5, 2},
	runInstances:       {1000, 2},
	terminateRequests:  {100, 5},
	terminateInstances: {1000, 20},
	describeRequests:   {100, 20},
}

// A limiter keeps to the limits. The nil limiter has none.
//
// What a request takes starts to refill when the request has ended, since EC2
// counts it at some time in between.
type limiter struct {
	clock   Clock
	buckets [len(buckets)]bucket
}

// A bucket is what a limit has left.
type bucket struct {
	turn chan struct{} // held by the one who waits

	mu     sync.Mutex
	flying float64       // taken by requests that are on their way
	used   float64       // taken by others, as of at
	at     time.Time     // of the last refill
	ended  chan struct{} // closed when a request ends; nil if nobody waits
}

func newLimiter(clock Clock) *limiter {
	l := &limiter{clock: clock}
	for i := range l.buckets {
		l.buckets[i].turn = make(chan struct{}, 1)
	}
	return l
}

// take takes n out of a bucket, or waits until there is so much. What it
// returns ends the taking: spent or not, since EC2 counts no instance that it
// refuses.
func (l *limiter) take(ctx context.Context, of limit, n int) (end func(spent bool), err error) {
	if l == nil {
		return func(bool) {}, ctx.Err()
	}
	b := &l.buckets[of]
	select {
	case b.turn <- struct{}{}:
		defer func() { <-b.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		wait, ended := b.try(of, float64(n), l.clock)
		switch {
		case ended != nil:
			select {
			case <-ended:
			case <-ctx.Done():
			}
		case wait > 0:
			if err := l.clock.Sleep(ctx, wait); err != nil {
				return nil, err
			}
		default:
			return func(spent bool) { b.end(of, float64(n), spent, l.clock) }, nil
		}
	}
}

// try takes n, or says how long to wait, or for what.
func (b *bucket) try(of limit, n float64, clock Clock) (wait time.Duration, ended <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.refill(of, clock.Now())
	missing := b.flying + b.used + n - buckets[of].size
	switch {
	case missing <= 0:
		b.flying += n
		return 0, nil
	case missing > b.used:
		if b.ended == nil {
			b.ended = make(chan struct{})
		}
		return 0, b.ended
	}
	return time.Duration(missing/buckets[of].refill*float64(time.Second)) + time.Millisecond, nil
}

// end counts n as used from now on, or not at all.
func (b *bucket) end(of limit, n float64, spent bool, clock Clock) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.refill(of, clock.Now())
	b.flying -= n
	if spent {
		b.used += n
	}
	if b.ended != nil {
		close(b.ended)
		b.ended = nil
	}
}

// refill counts the time that has passed; none if the clock was set back. The
// clock is read while b is locked: times come in their order.
func (b *bucket) refill(of limit, now time.Time) {
	passed := max(0, now.Sub(b.at).Seconds())
	b.used = max(0, b.used-buckets[of].refill*passed)
	b.at = now
}
