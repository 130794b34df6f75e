package launchtest

import (
	"net/http"
	"net/url"
	"time"
)

// Throttle makes the server refuse with RequestLimitExceeded what exceeds the documented default limits of an account
// and Region, on the time of [Clock]. Each limit is a bucket of tokens that refills by the second:
//
//	RunInstances requests                                    5, and 2 a second
//	RunInstances instances                                1000, and 2 a second
//	TerminateInstances requests                            100, and 5 a second
//	TerminateInstances instances                          1000, and 20 a second
//	DescribeInstances requests                             100, and 20 a second
//	DescribeInstanceStatus requests                        100, and 20 a second
//	DescribeInstances without IDs, filters or MaxResults    50, and 10 a second
//
// See https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html.
// Without this option nothing is throttled.
func Throttle() Option {
	return func(s *settings) { s.throttle = true }
}

// A bucket holds the tokens that a limit has left.
type bucket struct {
	size   float64
	refill float64 // tokens a second
	used   float64 // as of at
	at     time.Time
}

// newBuckets returns the documented limits, each bucket full.
func newBuckets() map[string]*bucket {
	return map[string]*bucket{
		"RunInstances":                  {size: 5, refill: 2},
		"RunInstances instances":        {size: 1000, refill: 2},
		"TerminateInstances":            {size: 100, refill: 5},
		"TerminateInstances instances":  {size: 1000, refill: 20},
		"DescribeInstances":             {size: 100, refill: 20},
		"DescribeInstanceStatus":        {size: 100, refill: 20},
		"DescribeInstances unqualified": {size: 50, refill: 10},
	}
}

// admit counts a request against the limit of its action.
func (g *region) admit(form url.Values) error {
	limit := form.Get("Action")
	if limit == "DescribeInstances" && !form.Has("InstanceId.1") && !form.Has("Filter.1.Name") &&
		!form.Has("MaxResults") {
		limit += " unqualified"
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.spend(limit, 1)
}

// spend takes n tokens from a bucket, or none and refuses the request if there are fewer.
func (g *region) spend(limit string, n int) error {
	b, limited := g.buckets[limit]
	if !limited {
		return nil
	}
	now := g.now()
	b.used = max(0, b.used-b.refill*now.Sub(b.at).Seconds())
	b.at = now
	const rounding = 1e-6
	if b.used+float64(n) > b.size+rounding {
		return &apiError{http.StatusServiceUnavailable, "RequestLimitExceeded", "Request limit exceeded."}
	}
	b.used += float64(n)
	return nil
}
