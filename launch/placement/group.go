package placement

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// A Grouped placement is in a placement group, named once: [Group] or
// [GroupID]. The zero value names none.
type Grouped struct{ p types.Placement }

func (p Grouped) placement() types.Placement { return p.p }

// Group places instances in a placement group by its name, at most 255 ASCII
// characters. A group that another account shares has no name here: take
// [GroupID].
func Group(name string) Grouped { return Grouped{types.Placement{GroupName: &name}} }

// GroupID places instances in a placement group by its ID,
// "pg-0123456789abcdef0".
func GroupID(id string) Grouped { return Grouped{types.Placement{GroupId: &id}} }

// Partition sets the partition, from 1 to 7. The strategy of the group must be
// partition. Without one, EC2 spreads the instances over all partitions.
func (p Grouped) Partition(n int32) Grouped {
	p.p.PartitionNumber = &n
	return p
}

// SpreadDomain is reserved for future use.
func (p Grouped) SpreadDomain(domain string) Grouped {
	p.p.SpreadDomain = &domain
	return p
}

// Zone sets the zone by its name, "us-east-1a". Without a zone, the subnet or
// EC2 decides.
func (p Grouped) Zone(name string) Grouped { return Grouped{inZone(p.p, name)} }

// ZoneID sets the zone by its ID, "use1-az1".
func (p Grouped) ZoneID(id string) Grouped { return Grouped{inZoneID(p.p, id)} }

// Dedicated is like the function [Dedicated]. A partition group has at most
// two partitions then, and a spread group takes no Dedicated Instances.
func (p Grouped) Dedicated() Grouped {
	p.p.Tenancy = types.TenancyDedicated
	return p
}

// DefaultTenancy is like the function [DefaultTenancy].
func (p Grouped) DefaultTenancy() Grouped {
	p.p.Tenancy = types.TenancyDefault
	return p
}
