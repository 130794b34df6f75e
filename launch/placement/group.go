package placement

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
)

// A Grouped placement is in a placement group, named once: [Group] or
// [GroupID]. The zero value names none.
type Grouped struct{ spec types.Placement }

func (p Grouped) placement() types.Placement { return p.spec }

// Group places instances in a placement group by its name, at most 255 ASCII
// characters: see the rule placement-group-name-format. A group that another
// account shares has no name here: take [GroupID].
func Group(name string) Grouped { return Grouped{types.Placement{GroupName: new(name)}} }

// GroupID places instances in a placement group by its ID,
// "pg-0123456789abcdef0".
func GroupID(id string) Grouped { return Grouped{types.Placement{GroupId: new(id)}} }

// Partition sets the partition, from 1 to 7: see the rule
// placement-partition-range. The strategy of the group must be partition.
// Without one, EC2 spreads the instances over all partitions.
func (p Grouped) Partition(n int32) Grouped {
	p.spec.PartitionNumber = new(n)
	return p
}

// SpreadDomain sets a member that AWS reserves for future use, see the rule
// placement-spread-domain-reserved.
func (p Grouped) SpreadDomain(domain string) Grouped {
	p.spec.SpreadDomain = new(domain)
	return p
}

// Zone sets the zone by its name, "us-east-1a". Without a zone, the subnet or
// EC2 decides.
func (p Grouped) Zone(name string) Grouped { return Grouped{inZone(p.spec, name)} }

// ZoneID sets the zone by its ID, "use1-az1".
func (p Grouped) ZoneID(id string) Grouped { return Grouped{inZoneID(p.spec, id)} }

// Dedicated is like the function [Dedicated]. A partition group has at most two
// partitions then (see the rule placement-partition-dedicated-range), and a
// spread group takes no Dedicated Instances.
func (p Grouped) Dedicated() Grouped {
	p.spec.Tenancy = types.TenancyDedicated
	return p
}

// DefaultTenancy is like the function [DefaultTenancy].
func (p Grouped) DefaultTenancy() Grouped {
	p.spec.Tenancy = types.TenancyDefault
	return p
}

// String returns the members of a request that p sets, as JSON.
func (p Grouped) String() string { return part.String(p) }

// Equal reports whether p and q say the same.
func (p Grouped) Equal(q Grouped) bool { return part.Equal(p, q) }
