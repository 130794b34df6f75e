package cloud

import (
	"net/http"
	"net/url"
	"time"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

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
func (g *Region) admit(form url.Values) error {
	limit := form.Get("Action")
	if limit == "DescribeInstances" && !form.Has("InstanceId.1") && !form.Has("Filter.1.Name") &&
		!form.Has("MaxResults") {
		limit += " unqualified"
	}
	return g.spend(limit, 1)
}

// spend takes n tokens from a bucket, or none and refuses the request if there are fewer.
func (g *Region) spend(limit string, n int) error {
	b, limited := g.buckets[limit]
	if !limited {
		return nil
	}
	now := g.Now()
	b.used = max(0, b.used-b.refill*now.Sub(b.at).Seconds())
	b.at = now
	const rounding = 1e-6
	if b.used+float64(n) > b.size+rounding {
		return &wire.Error{Status: http.StatusServiceUnavailable, Code: "RequestLimitExceeded", Message: "Request limit exceeded."}
	}
	b.used += float64(n)
	return nil
}
