package placement

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A Placement is one of [Ungrouped], [Grouped] and [Hosted]; no other type
// satisfies it.
type Placement interface {
	// Apply writes the placement into a request, in place of what was there;
	// the request shares nothing with it. A zero Ungrouped or Grouped leaves
	// the request without Placement.
	Apply(in *ec2.RunInstancesInput)

	placement() types.Placement
}

// Apply writes p into a request, see [Placement].
func (p Ungrouped) Apply(in *ec2.RunInstancesInput) { apply(p, in) }

// Apply writes p into a request, see [Placement].
func (p Grouped) Apply(in *ec2.RunInstancesInput) { apply(p, in) }

// Apply writes p into a request, see [Placement].
func (p Hosted) Apply(in *ec2.RunInstancesInput) { apply(p, in) }

func apply(p Placement, in *ec2.RunInstancesInput) {
	in.Placement = nil
	if given := p.placement(); given != (types.Placement{}) {
		in.Placement = new(sdkcopy.Placement(given))
	}
}

// inZone sets the zone by name, and by nothing else.
func inZone(p types.Placement, name string) types.Placement {
	p.AvailabilityZone, p.AvailabilityZoneId = new(name), nil
	return p
}

// inZoneID sets the zone by ID, and by nothing else.
func inZoneID(p types.Placement, id string) types.Placement {
	p.AvailabilityZone, p.AvailabilityZoneId = nil, new(id)
	return p
}
