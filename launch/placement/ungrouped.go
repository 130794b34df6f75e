package placement

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
)

// An Ungrouped placement is in no placement group and on no Dedicated Host.
// The zero value leaves everything to EC2.
type Ungrouped struct{ spec types.Placement }

func (p Ungrouped) placement() types.Placement { return p.spec }

// Zone places instances in an Availability, Local or Wavelength Zone by its
// name, "us-east-1a". Which zone a name means differs from account to account.
func Zone(name string) Ungrouped { return Ungrouped{}.Zone(name) }

// ZoneID places instances in a zone by its ID, "use1-az1", which means the
// same zone in every account.
func ZoneID(id string) Ungrouped { return Ungrouped{}.ZoneID(id) }

// Dedicated places Dedicated Instances: on hardware of this account alone, at
// a charge, but not on a host that the account allocated.
func Dedicated() Ungrouped { return Ungrouped{}.Dedicated() }

// DefaultTenancy states the default tenancy, on hardware shared with other
// accounts unless the VPC is a dedicated one. Only a launch template with
// another tenancy gives a reason to state it.
func DefaultTenancy() Ungrouped { return Ungrouped{}.DefaultTenancy() }

// Zone sets the zone by its name, "us-east-1a". Without a zone, the subnet or
// EC2 decides.
func (p Ungrouped) Zone(name string) Ungrouped { return Ungrouped{inZone(p.spec, name)} }

// ZoneID sets the zone by its ID, "use1-az1".
func (p Ungrouped) ZoneID(id string) Ungrouped { return Ungrouped{inZoneID(p.spec, id)} }

// Dedicated is like the function [Dedicated].
func (p Ungrouped) Dedicated() Ungrouped {
	p.spec.Tenancy = types.TenancyDedicated
	return p
}

// DefaultTenancy is like the function [DefaultTenancy].
func (p Ungrouped) DefaultTenancy() Ungrouped {
	p.spec.Tenancy = types.TenancyDefault
	return p
}

// String returns the members of a request that p sets, as JSON.
func (p Ungrouped) String() string { return part.String(p) }

// Equal reports whether p and q say the same.
func (p Ungrouped) Equal(q Ungrouped) bool { return part.Equal(p, q) }
