package placement

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
)

// A Hosted placement is on a Dedicated Host, with tenancy host. The zero value
// is [AnyHost].
type Hosted struct{ spec types.Placement }

func (p Hosted) placement() types.Placement {
	p.spec.Tenancy = types.TenancyHost
	return p.spec
}

// AnyHost places instances on any Dedicated Host of the account that fits and
// has auto-placement switched on, which is off unless asked for.
func AnyHost() Hosted { return Hosted{} }

// Host places instances on a Dedicated Host by its ID,
// "h-0123456789abcdef0".
func Host(id string) Hosted { return Hosted{types.Placement{HostId: new(id)}} }

// HostResourceGroup places instances on a host of a resource group, by the
// group's ARN. License Manager allocates hosts to the group as needed.
func HostResourceGroup(arn string) Hosted {
	return Hosted{types.Placement{HostResourceGroupArn: new(arn)}}
}

// Affinity sets where a stopped instance starts again: with host, on the same
// host; with default, there if possible and else on any. The default is
// default.
func (p Hosted) Affinity(a types.Affinity) Hosted {
	p.spec.Affinity = new(string(a))
	return p
}

// Zone sets the zone by its name, "us-east-1a". It must be that of the host.
func (p Hosted) Zone(name string) Hosted { return Hosted{inZone(p.spec, name)} }

// ZoneID sets the zone by its ID, "use1-az1". It must be that of the host.
func (p Hosted) ZoneID(id string) Hosted { return Hosted{inZoneID(p.spec, id)} }

// String returns the members of a request that p sets, as JSON.
func (p Hosted) String() string { return part.String(p) }

// Equal reports whether p and q say the same.
func (p Hosted) Equal(q Hosted) bool { return part.Equal(p, q) }
