package launcher_test

import (
	"context"
	"net/http"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/leaks"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// A throttled endpoint enforces EC2's limits on the time of a clock.
type throttled struct {
	*launchtest.Server
	*clock
	refused atomic.Int64 // requests
}

func newThrottled(t *testing.T) *throttled {
	t.Helper()
	leaks.None(t)
	c := newClock()
	return &throttled{Server: launchtest.Start(t, launchtest.Throttle(), launchtest.Clock(c.Now)), clock: c}
}

// launcher returns a launcher that keeps to the limits on the same clock.
func (e *throttled) launcher() launcher.Launcher {
	client := e.Client(func(o *ec2.Options) { o.HTTPClient = counting{o.HTTPClient, &e.refused} })
	return launcher.New(client, launcher.WithClock(e.clock), launcher.Concurrency(5))
}

// counting counts the answers that throttle.
type counting struct {
	ec2.HTTPClient
	refused *atomic.Int64
}

func (c counting) Do(r *http.Request) (*http.Response, error) {
	response, err := c.HTTPClient.Do(r)
	if err == nil && response.StatusCode == http.StatusServiceUnavailable {
		c.refused.Add(1)
	}
	return response, err
}

// launch launches, and fails the test if a request is throttled. It returns the
// time on the clock that it takes.
func (e *throttled) launch(t *testing.T, n, batch int) time.Duration {
	t.Helper()
	begun := e.Now()
	result, err := e.launcher().Launch(t.Context(), build(t, base().Count(launch.Exactly(int32(n)))), launcher.Split(), launcher.BatchSize(batch))
	if err != nil || e.refused.Load() != 0 {
		t.Errorf("%d in batches of %d: %d requests throttled, %v", n, batch, e.refused.Load(), err)
	}
	distinct(t, e.Server, result, n)
	return e.Now().Sub(begun)
}

func TestLaunchesOfManyBatchesAreNotThrottled(t *testing.T) {
	for _, tt := range []struct {
		n, batch    int
		least, most time.Duration
	}{
		{500, 100, 0, 5 * time.Second},
		{1000, 100, 2500 * time.Millisecond, 10 * time.Second},
		{1200, 100, 100 * time.Second, 120 * time.Second},
		{1200, 7, 100 * time.Second, 120 * time.Second},
		{100, 1, 47 * time.Second, 60 * time.Second},
	} {
		if testing.Short() && tt.n/tt.batch > 20 {
			continue
		}
		if took := newThrottled(t).launch(t, tt.n, tt.batch); took < tt.least || took > tt.most {
			t.Errorf("%d in batches of %d took %v, want %v to %v", tt.n, tt.batch, took, tt.least, tt.most)
		}
	}
}

// twice has each fault befall the first two requests of a batch alone: the SDK
// sends each three times.
func twice(faults []launchtest.Fault) (bounded []launchtest.Fault) {
	var mu sync.Mutex
	sent := map[string]int{}
	for _, fault := range faults {
		bounded = append(bounded, func(asked http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				mu.Lock()
				token := r.Form.Get("ClientToken")
				sent[token]++
				again := sent[token] > 2
				mu.Unlock()
				if again {
					asked.ServeHTTP(w, r)
					return
				}
				fault(asked).ServeHTTP(w, r)
			})
		})
	}
	return bounded
}

// What the SDK sends again counts too.
func TestRequestsThatAreSentAgainAreNotThrottled(t *testing.T) {
	e := newThrottled(t)
	lost := []launchtest.Fault{after(launchtest.Disconnect()), after(refuse(500, "InternalError")), after(empty(200)), reset()}
	e.Fail("RunInstances", slices.Repeat(twice(lost), 5)...)
	if took := e.launch(t, 1000, 100); runs(e.Server) < 20 || took < time.Duration(runs(e.Server)-5)*500*time.Millisecond {
		t.Errorf("%d requests in %v", runs(e.Server), took)
	}
}

// One launcher, everything at once.
func TestAllLaunchesOfALauncherTogetherAreNotThrottled(t *testing.T) {
	e := newThrottled(t)
	l, spec := e.launcher(), build(t, base().Count(launch.Exactly(60)))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			result, err := l.Launch(t.Context(), spec, launcher.Split(), launcher.BatchSize(10), launcher.Wait(launcher.StatusOK))
			if err != nil || len(result.IDs()) != 60 {
				t.Errorf("%d launched: %v", len(result.IDs()), err)
			}
			if _, orphans, err := l.Terminate(t.Context(), result.IDs()); err != nil || len(orphans) != 0 {
				t.Errorf("%d orphans: %v", len(orphans), err)
			}
		})
	}
	all.Wait()
	if e.refused.Load() != 0 || e.Alive() != 0 {
		t.Errorf("%d requests throttled, %d alive", e.refused.Load(), e.Alive())
	}
}

// metered is a client that terminates, and counts what EC2 would throttle: more
// than 100 requests, and 5 more a second.
type metered struct {
	launcher.API
	*clock
	mu        sync.Mutex
	used      float64
	at        time.Time
	throttled int
}

func (m *metered) TerminateInstances(_ context.Context, in *ec2.TerminateInstancesInput, _ ...func(*ec2.Options)) (*ec2.TerminateInstancesOutput, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := m.Now()
	m.used = max(0, m.used-5*now.Sub(m.at).Seconds()) + 1
	m.at = now
	if m.used > 100.001 { // for what floating point rounds
		m.throttled++
	}
	return &ec2.TerminateInstancesOutput{TerminatingInstances: []types.InstanceStateChange{{InstanceId: &in.InstanceIds[0]}}}, nil
}

// yielding is a clock on which others come first between reading the time and
// using it.
type yielding struct{ *clock }

func (c yielding) Now() time.Time {
	defer runtime.Gosched()
	return c.clock.Now()
}

// Many callers read the clock and move it at the same time.
func TestManyCallersTogetherAreNotThrottled(t *testing.T) {
	m := &metered{clock: newClock()}
	l := launcher.New(m, launcher.WithClock(yielding{m.clock}))
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			for range 2500 {
				if _, _, err := l.Terminate(t.Context(), []string{"i-00000000000000001"}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if m.throttled > 0 {
		t.Errorf("%d of 40,000 requests would have been throttled", m.throttled)
	}
}
