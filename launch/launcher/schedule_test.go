package launcher_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// A schedule is a launch and the faults that it meets.
type schedule struct {
	Min, Max, Batch int
	Way             string // how it is launched
	Concurrency     int
	Grace           bool // the default; otherwise none
	Alternative     bool // another subnet, in another zone
	RollBack        bool
	Wait            bool
	Again           bool     // run a second time while the faults go on
	Hidden          int      // looks until an instance is shown
	Runs            []string // faults of RunInstances, in the order of arrival
	Looks           []string // of DescribeInstances
	Ends            []string // of TerminateInstances
}

// The ways to launch.
const (
	byLaunch = "Launch"           // under a new launch ID
	byPlan   = "Run"              // what an earlier run has done is not known
	bySaved  = "Run with Save"    // it is
	byID     = "Launch, LaunchID" // that of another call either
)

// then begins the name of a fault that does what was asked before it fails.
const then = "launched, then "

// What RunInstances may meet: refusals, after which nothing has launched, and
// losses, which a launch may lie behind.
var (
	refusals = []string{
		"400 InvalidParameterValue", "400 VcpuLimitExceeded", "403 UnauthorizedOperation", "401 AuthFailure", "400 RequestExpired", "400 ExpiredToken",
		"400 InvalidGroup.NotFound", "400 ResourceCountExceeded", "400 InsufficientInstanceCapacity", "500 InsufficientInstanceCapacity",
		"500 InsufficientInstanceCapacity", "500 InsufficientHostCapacity", "503 RequestLimitExceeded", "503 RequestLimitExceeded", "400 Throttling",
		"400 Client.RequestLimitExceeded",
	}
	losses = []string{
		"closed", "reset", "no body", "page 200", "page 403", "page 503", "broken page 503", "no body 429", "500 InternalError", "503 Unavailable", "408 RequestTimeout",
		"400 RequestTimeoutException", "400 ", "expired", "cancelled, closed", "cancelled, gone",
	}
	spoilt = []string{"cut", "cut short", "unreadable", "without an ID", "cancelled"} // answers to what was done
	failed = []string{"closed", "reset", "503 RequestLimitExceeded", "500 InternalError", "403 UnauthorizedOperation", "400 InvalidInstanceID.NotFound", "no body", "page 503", "pass"}
)

// random returns a schedule.
func random(r *rand.Rand) schedule {
	s := schedule{
		Max: 1 + r.IntN(12), Batch: 1 + r.IntN(4), Way: pick(r, []string{byLaunch, byPlan, bySaved, byID}), Concurrency: 1 + r.IntN(5), Grace: r.IntN(2) == 0,
		Wait: r.IntN(4) == 0, Again: r.IntN(2) == 0, RollBack: r.IntN(5) == 0, Hidden: max(0, r.IntN(5)-2),
	}
	s.Min = 1 + r.IntN(s.Max)
	s.Alternative = (s.Way == byLaunch || s.Way == bySaved) && r.IntN(3) == 0
	for range r.IntN(16) {
		switch n := r.IntN(10); {
		case n < 2:
			s.Runs = append(s.Runs, "pass")
		case n < 5:
			s.Runs = append(s.Runs, pick(r, refusals))
		case n < 6:
			s.Runs = append(s.Runs, pick(r, losses))
		case n < 9:
			s.Runs = append(s.Runs, then+pick(r, losses))
		default:
			s.Runs = append(s.Runs, pick(r, spoilt))
		}
	}
	for range r.IntN(6) {
		s.Looks = append(s.Looks, pick(r, failed))
	}
	for range r.IntN(6) {
		s.Ends = append(s.Ends, pick(r, failed))
	}
	return s
}

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

func (s schedule) String() string {
	return strings.ReplaceAll(fmt.Sprintf("%#v", s), "launcher_test.", "")
}

// smaller returns the schedules that are one step smaller, the smallest first.
func (s schedule) smaller() []schedule {
	var all []schedule
	add := func(change func(*schedule)) {
		c := s
		if change(&c); c.String() != s.String() {
			all = append(all, c)
		}
	}
	for _, list := range []func(*schedule) *[]string{
		func(s *schedule) *[]string { return &s.Runs },
		func(s *schedule) *[]string { return &s.Looks },
		func(s *schedule) *[]string { return &s.Ends },
	} {
		add(func(c *schedule) { *list(c) = nil })
		for i := range *list(&s) {
			add(func(c *schedule) { *list(c) = slices.Delete(slices.Clone(*list(c)), i, i+1) })
		}
		for i := range *list(&s) {
			add(func(c *schedule) {
				*list(c) = slices.Clone(*list(c))
				(*list(c))[i] = "pass"
			})
		}
	}
	add(func(c *schedule) { c.Concurrency = 1 })
	add(func(c *schedule) { c.Alternative = false })
	add(func(c *schedule) { c.RollBack = false })
	add(func(c *schedule) { c.Wait = false })
	add(func(c *schedule) { c.Again = false })
	add(func(c *schedule) { c.Hidden = 0 })
	add(func(c *schedule) { c.Grace = true })
	add(func(c *schedule) { c.Max, c.Min = max(1, c.Max/2), max(1, c.Min/2) })
	add(func(c *schedule) { c.Max, c.Min = max(1, c.Max-1), max(1, min(c.Max-1, c.Min)) })
	add(func(c *schedule) { c.Min = 1 })
	return all
}

// shrink returns the smallest schedule that it finds, by small steps, which
// still fails.
func shrink(s schedule, fails func(schedule) bool) schedule {
	for {
		i := slices.IndexFunc(s.smaller(), fails)
		if i < 0 {
			return s
		}
		s = s.smaller()[i]
	}
}
