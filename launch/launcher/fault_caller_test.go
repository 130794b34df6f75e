package launcher_test

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestAProgressCallbackThatPanicsLosesNoInstance(t *testing.T) {
	for _, panics := range []int{1, 3, 5} {
		x := try(t)
		calls := 0
		e := x.launch(base().Count(launch.Exactly(50)), launcher.Split(), launcher.BatchSize(10), launcher.Progress(func(launcher.Event) {
			if calls++; calls == panics {
				panic("no terminal")
			}
		}))
		if outcome(t, e.err) != launcher.Launched || !strings.Contains(e.err.Error(), "no terminal") || calls != panics {
			t.Errorf("%v after %d calls", e.err, calls)
		}
		distinct(t, x.srv, e.result, 50)
	}
}

// The callback waits until every batch that can be on its way meanwhile has
// been launched.
func TestAProgressCallbackThatBlocksLosesNoInstance(t *testing.T) {
	x := try(t)
	var launched sync.WaitGroup
	launched.Add(4)
	done := func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			asked.ServeHTTP(w, r)
			launched.Done()
		})
	}
	x.fail(done, done, done, done)
	first, running := true, false
	e := x.launch(base().Count(launch.Exactly(50)), launcher.Split(), launcher.BatchSize(10), launcher.Concurrency(4), launcher.Progress(func(launcher.Event) {
		if running {
			t.Error("two calls at once")
		}
		running = true
		if first {
			first = false
			launched.Wait()
		}
		running = false
	}))
	e.succeeds(50, 5)
}

func TestBrokenOptionsOfTheClientCannotLaunchTwice(t *testing.T) {
	for name, set := range map[string]func(*ec2.Options){
		"constant token provider": func(o *ec2.Options) { o.IdempotencyTokenProvider = constant{} },
		"no token provider":       func(o *ec2.Options) { o.IdempotencyTokenProvider = nil },
		"no retryer":              func(o *ec2.Options) { o.Retryer = nil },
		"no retries":              func(o *ec2.Options) { o.Retryer = aws.NopRetryer{} },
		"no API options":          func(o *ec2.Options) { o.APIOptions = nil },
	} {
		x := try(t)
		x.launchBy(t.Context(), x.launcher(x.client(set)), base().Count(launch.Exactly(20)), launcher.Split(), launcher.BatchSize(10)).succeeds(20, 2)
		x = try(t)
		x.launch(base().Count(launch.Exactly(20)), launcher.Split(), launcher.BatchSize(10), launcher.SDK(set)).succeeds(20, 2)
		if t.Failed() {
			t.Fatal(name)
		}
	}
}

// lossy is an HTTP client that sends and then fails.
type lossy struct{ ec2.HTTPClient }

func (c lossy) Do(r *http.Request) (*http.Response, error) {
	if response, err := c.HTTPClient.Do(r); err == nil {
		response.Body.Close()
	}
	return nil, context.DeadlineExceeded
}

// silent is an HTTP client that returns nothing.
type silent struct{}

func (silent) Do(*http.Request) (*http.Response, error) { return nil, nil }

// panicking is an HTTP client that sends and then panics.
type panicking struct{ ec2.HTTPClient }

func (c panicking) Do(r *http.Request) (*http.Response, error) {
	if response, err := c.HTTPClient.Do(r); err == nil {
		response.Body.Close()
	}
	panic("broken")
}

func TestABrokenHTTPClientIsNeverRefused(t *testing.T) {
	for name, wrap := range map[string]func(ec2.HTTPClient) ec2.HTTPClient{
		"one that loses answers":   func(c ec2.HTTPClient) ec2.HTTPClient { return lossy{c} },
		"one that returns nothing": func(ec2.HTTPClient) ec2.HTTPClient { return silent{} },
		"one that panics":          func(c ec2.HTTPClient) ec2.HTTPClient { return panicking{c} },
	} {
		x := try(t)
		client := x.client(func(o *ec2.Options) { o.HTTPClient = wrap(o.HTTPClient) })
		e := x.launchBy(t.Context(), x.launcher(client), base().Count(count(2)))
		if e.err == nil || outcome(t, e.err) != launcher.Unknown {
			t.Errorf("%s: %v", name, e.err)
		}
	}
}

// jumping is a clock that is set once, when somebody waits.
type jumping struct {
	clock
	after int // waits
	jump  time.Duration
}

func (c *jumping) Sleep(ctx context.Context, d time.Duration) error {
	err := c.clock.Sleep(ctx, d)
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.sleeps) == c.after {
		c.now = c.now.Add(c.jump)
	}
	return err
}

func TestAClockThatJumpsByAnHourMakesNoWaitLongOrNegative(t *testing.T) {
	step := 1
	if testing.Short() {
		step = 5
	}
	for _, jump := range []time.Duration{time.Hour, -time.Hour} {
		for after := 0; after < 12; after += step {
			x := try(t, launchtest.VisibleAfter(2))
			c := &jumping{clock: *newClock(), after: after, jump: jump}
			l := x.launcher(x.client(), launcher.WithClock(c))
			x.fail(empty(429), refuse(503, "RequestLimitExceeded"))
			e := x.launchBy(t.Context(), l, base().Count(launch.Exactly(20)), launcher.Split(), launcher.BatchSize(2))
			e.succeeds(20, 12)
			ready, err := l.Wait(t.Context(), e.result.IDs(), launcher.Running)
			if early := jump > 0 && err != nil; len(ready) != 20 && !early {
				t.Errorf("jumping by %v: %d ready, %v", jump, len(ready), err)
			}
			if n := len(c.slept()); n > 60 {
				t.Errorf("jumping by %v: %d waits", jump, n)
			}
			for _, d := range c.slept() {
				if d <= 0 || d > time.Minute {
					t.Errorf("jumping by %v: a wait of %v", jump, d)
				}
			}
		}
	}
}
