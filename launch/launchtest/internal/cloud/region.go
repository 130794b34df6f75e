package cloud

import (
	"fmt"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// accountID is the account that owns all instances: the placeholder of AWS's documentation.
const accountID = "111122223333"

// A Region is the state behind the endpoint: what has been launched, under which tokens, and how often it has been looked
// at. Instances change state by looks rather than by time, so that tests need not wait.
type Region struct {
	Settings
	zones []Zone

	mu      sync.Mutex // guards what follows, and all that it holds
	looks   int
	last    map[string]int     // number of the last ID made, by prefix
	buckets map[string]*bucket // by limit; nil without throttling

	instances  collection[instance]
	alive      map[Zone]int // instances that are not gone
	leaving    []*instance  // terminated by request, with things that are not released yet
	bindings   map[scope]*binding
	volumes    collection[volume]
	interfaces collection[networkInterface]
	spots      collection[types.SpotInstanceRequest]

	images          collection[types.Image]
	instanceTypes   collection[types.InstanceTypeInfo]
	offerings       collection[types.InstanceTypeOffering]
	keyPairs        collection[types.KeyPairInfo]    // by name
	placementGroups collection[types.PlacementGroup] // by name
	reservations    collection[types.CapacityReservation]
	hosts           collection[types.Host]
	snapshots       collection[types.Snapshot]
	subnets         collection[subnet]
	secondaries     collection[types.SecondarySubnet]
	groups          collection[types.SecurityGroup]
	vpcs            collection[types.Vpc]
	templates       collection[template]
	fleets          collection[fleet]
	fleetTokens     map[string]*fleet
	held            map[Zone]int // room that a fleet is about to take
}

// New returns a Region in which nothing has been launched, or what is wrong with
// the settings.
func New(s Settings) (*Region, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	g := &Region{
		Settings: s,
		zones:    s.zones(),
		last:     map[string]int{},
		bindings: map[scope]*binding{},
		alive:    map[Zone]int{},

		fleetTokens: map[string]*fleet{},

		instances:  collection[instance]{prefix: "i", what: "instance ID", malformed: "InvalidInstanceID.Malformed", notFound: "InvalidInstanceID.NotFound", tags: func(i *instance) *[]types.Tag { return &i.Tags }},
		volumes:    collection[volume]{prefix: "vol", what: "volume", malformed: "InvalidVolumeID.Malformed", notFound: "InvalidVolume.NotFound", tags: func(v *volume) *[]types.Tag { return &v.Tags }},
		interfaces: collection[networkInterface]{prefix: "eni", what: "networkInterface ID", malformed: "InvalidNetworkInterfaceId.Malformed", notFound: "InvalidNetworkInterfaceID.NotFound", tags: func(n *networkInterface) *[]types.Tag { return &n.TagSet }},
		spots:      collection[types.SpotInstanceRequest]{prefix: "sir", what: "spot instance request ID", notFound: "InvalidSpotInstanceRequestID.NotFound", tags: func(s *types.SpotInstanceRequest) *[]types.Tag { return &s.Tags }},
		fleets:     collection[fleet]{what: "fleet ID", notFound: "InvalidFleetId.NotFound", tags: func(f *fleet) *[]types.Tag { return &f.Tags }},
		templates:  collection[template]{prefix: "lt", what: "launch template", malformed: "InvalidLaunchTemplateId.Malformed", notFound: "InvalidLaunchTemplateId.NotFound", tags: func(t *template) *[]types.Tag { return &t.Tags }},

		images:          collection[types.Image]{prefix: "ami", what: "image id", malformed: "InvalidAMIID.Malformed", notFound: "InvalidAMIID.NotFound", tags: func(i *types.Image) *[]types.Tag { return &i.Tags }},
		instanceTypes:   collection[types.InstanceTypeInfo]{what: "instance type", notFound: "InvalidInstanceType"},
		offerings:       collection[types.InstanceTypeOffering]{},
		keyPairs:        collection[types.KeyPairInfo]{what: "key pair", notFound: "InvalidKeyPair.NotFound", tags: func(k *types.KeyPairInfo) *[]types.Tag { return &k.Tags }},
		placementGroups: collection[types.PlacementGroup]{what: "Placement Group", notFound: "InvalidPlacementGroup.Unknown", tags: func(p *types.PlacementGroup) *[]types.Tag { return &p.Tags }},
		reservations:    collection[types.CapacityReservation]{prefix: "cr", what: "capacity reservation ID", malformed: "InvalidCapacityReservationId.Malformed", notFound: "InvalidCapacityReservationId.NotFound", tags: func(c *types.CapacityReservation) *[]types.Tag { return &c.Tags }},
		hosts:           collection[types.Host]{prefix: "h", what: "host", malformed: "InvalidHostID.Malformed", notFound: "InvalidHostID.NotFound", tags: func(h *types.Host) *[]types.Tag { return &h.Tags }},
		snapshots:       collection[types.Snapshot]{prefix: "snap", what: "snapshot", malformed: "InvalidSnapshotID.Malformed", notFound: "InvalidSnapshot.NotFound", tags: func(s *types.Snapshot) *[]types.Tag { return &s.Tags }},
		subnets:         collection[subnet]{prefix: "subnet", what: "subnet ID", malformed: "InvalidSubnetID.Malformed", notFound: "InvalidSubnetID.NotFound", tags: func(s *subnet) *[]types.Tag { return &s.Tags }},
		groups:          collection[types.SecurityGroup]{prefix: "sg", what: "security group", malformed: "InvalidGroupId.Malformed", notFound: "InvalidGroup.NotFound", tags: func(s *types.SecurityGroup) *[]types.Tag { return &s.Tags }},
		vpcs:            collection[types.Vpc]{prefix: "vpc", what: "vpc ID", malformed: "InvalidVpcID.Malformed", notFound: "InvalidVpcID.NotFound", tags: func(v *types.Vpc) *[]types.Tag { return &v.Tags }},
	}
	if s.Throttle {
		g.buckets = newBuckets()
	}
	if err := g.furnish(); err != nil {
		return nil, err
	}
	return g, nil
}

// look counts a look at the instances and lets go of what terminated instances
// had.
func (g *Region) look() {
	g.looks++
	var left []*instance
	for _, i := range g.leaving {
		if g.state(i) == types.InstanceStateNameTerminated {
			g.release(i)
		} else {
			left = append(left, i)
		}
	}
	g.leaving = left
}

// next numbers things of a kind from 1.
func (g *Region) next(kind string) int {
	g.last[kind]++
	return g.last[kind]
}

// newID returns the next ID with the given prefix: i-00000000000000001 and so on.
func (g *Region) newID(prefix string) string {
	return fmt.Sprintf("%s-%017x", prefix, g.next(prefix))
}

// dry ends a dry run that has found nothing wrong.
func dry(dryRun *bool) error {
	if value(dryRun) {
		return wire.DryRunPassed()
	}
	return nil
}

// arn returns the name of a thing of the account in the Region.
func (g *Region) arn(kind, id string) *string {
	return new(fmt.Sprintf("arn:aws:ec2:%s:%s:%s/%s", g.Settings.Region, accountID, kind, id))
}
