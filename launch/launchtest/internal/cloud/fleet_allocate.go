package cloud

import (
	"cmp"
	"math"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// A share is the On-Demand or the Spot capacity of a fleet, and how it is to be
// spread over sources.
type share struct {
	lifecycle  types.InstanceLifecycle
	sources    []*source
	target     float64
	least      float64 // less than that is nothing
	spread     int     // sources to spread over evenly; the others are for what these do not have
	byPriority bool
	byRoom     bool // sources with room for more come first
	enough     bool // of those, all with room for the whole share are alike
	oneType    bool
	oneZone    bool
}

// onDemandShare returns what a fleet wants of On-Demand capacity.
func onDemandShare(in *ec2.CreateFleetInput, target int32) share {
	s := share{lifecycle: types.InstanceLifecycleOnDemand, target: float64(target), spread: 1}
	if o := in.OnDemandOptions; o != nil {
		s.byPriority = o.AllocationStrategy == types.FleetOnDemandAllocationStrategyPrioritized
		s.least = float64(value(o.MinTargetCapacity))
		s.oneType, s.oneZone = value(o.SingleInstanceType), value(o.SingleAvailabilityZone)
	}
	return s
}

// spotShare returns what a fleet wants of Spot capacity.
func spotShare(in *ec2.CreateFleetInput, target int32) share {
	s := share{lifecycle: types.InstanceLifecycleSpot, target: float64(target), spread: 1}
	o := in.SpotOptions
	if o == nil {
		return s
	}
	s.least = float64(value(o.MinTargetCapacity))
	s.oneType, s.oneZone = value(o.SingleInstanceType), value(o.SingleAvailabilityZone)
	switch o.AllocationStrategy {
	case types.SpotAllocationStrategyDiversified:
		s.spread = math.MaxInt
	case types.SpotAllocationStrategyCapacityOptimized:
		s.byRoom = true
	case types.SpotAllocationStrategyCapacityOptimizedPrioritized:
		s.byRoom, s.enough, s.byPriority = true, true, true
	case types.SpotAllocationStrategyPriceCapacityOptimized:
		s.byRoom, s.enough = true, true
	default:
		s.spread = int(value(or(o.InstancePoolsToUseCount, 1)))
	}
	return s
}

// A purchase is how many instances to launch from a source, and why it is not
// more if a fleet wants more.
type purchase struct {
	source *source
	count  int
	err    error
}

// allocate plans how to fill a share: of the first group of sources that has
// room for all of it, else of the one with most. A group is all sources unless
// one type or zone is wanted.
func (g *Region) allocate(s share) []purchase {
	var best []purchase
	most := -1.0
	for _, group := range g.groupsBy(s) {
		plan, units := g.plan(g.ranked(group, s), s)
		if units > most {
			best, most = plan, units
		}
		if units >= s.target {
			break
		}
	}
	if most < s.least {
		for n := range best {
			best[n].count = 0
		}
	}
	return best
}

// groupsBy divides the sources of a share into those that it may be filled from
// together.
func (g *Region) groupsBy(s share) [][]*source {
	type key struct {
		kind types.InstanceType
		zone Zone
	}
	var keys []key
	groups := map[key][]*source{}
	for _, from := range s.sources {
		var k key
		if s.oneType {
			k.kind = from.in.InstanceType
		}
		if s.oneZone {
			k.zone = g.zoneOrFirst(from)
		}
		if groups[k] == nil {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], from)
	}
	var divided [][]*source
	for _, k := range keys {
		divided = append(divided, groups[k])
	}
	return divided
}

// zoneOrFirst returns the zone of a source, which is the first of the Region if
// it names none.
func (g *Region) zoneOrFirst(from *source) Zone {
	if z, named, err := g.zoneOf(from.in); err == nil && named {
		return z
	}
	return g.zones[0]
}

// ranked returns sources in the order in which a share is filled from them. The
// account has no prices: what is named first counts as the cheapest.
func (g *Region) ranked(sources []*source, s share) []*source {
	ranked := slices.Clone(sources)
	if s.byPriority {
		slices.SortStableFunc(ranked, func(a, b *source) int {
			return cmp.Compare(value(or(a.override.Priority, math.Inf(1))), value(or(b.override.Priority, math.Inf(1))))
		})
	}
	if s.byRoom {
		room := func(from *source) float64 {
			room := float64(g.room(g.zoneOrFirst(from))) * from.weight
			if s.enough {
				room = min(room, s.target)
			}
			return room
		}
		slices.SortStableFunc(ranked, func(a, b *source) int { return cmp.Compare(room(b), room(a)) })
	}
	return ranked
}

// plan fills a share from sources in order and returns how much of it they have:
// first evenly from those that it is spread over, then what is missing from any.
func (g *Region) plan(sources []*source, s share) ([]purchase, float64) {
	g.held = map[Zone]int{}
	defer func() { g.held = nil }()
	var plan []purchase
	units := 0.0
	take := func(p *purchase, want float64) {
		n, err := g.reserve(p.source, wanted(want, p.source.weight))
		p.count, p.err = p.count+n, err
		units += float64(n) * p.source.weight
	}
	spread := min(s.spread, len(sources))
	for n, from := range sources {
		if units >= s.target {
			break
		}
		p := purchase{source: from, err: from.err}
		if p.err == nil {
			take(&p, (s.target-units)/float64(max(spread-n, 1)))
		}
		plan = append(plan, p)
	}
	for n := range plan {
		if p := &plan[n]; p.err == nil && units < s.target {
			take(p, s.target-units)
		}
	}
	return plan, units
}

// wanted returns how many instances of a weight make up so many units.
func wanted(units, weight float64) int {
	const rounding = 1e-9
	return int(min(math.Ceil(units/weight-rounding), maxLaunch))
}

// reserve holds room for instances of a source, and returns for how many and why
// not for more.
func (g *Region) reserve(from *source, want int) (int, error) {
	p, err := g.place(sized(from.in, 1, want))
	if err != nil {
		return 0, err
	}
	if p.count < want {
		_, err = g.place(sized(from.in, want, want))
	}
	g.held[p.zone] += p.count
	return p.count, err
}

// sized returns the request for so many instances.
func sized(in *ec2.RunInstancesInput, least, most int) *ec2.RunInstancesInput {
	run := *in
	run.MinCount, run.MaxCount = new(int32(least)), new(int32(most))
	return &run
}
