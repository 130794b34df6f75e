package launch

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/launch/cpu"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/metadata"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/network"
)

// Device adds a block device under a name, such as "/dev/xvda": a volume, an
// instance store disk, or nothing in place of what the AMI maps there. It
// replaces what an earlier call put under the same name, in its place.
func (b Builder) Device(name string, m blockdevice.Mapping) Builder {
	method := fmt.Sprintf("Device(%.64q)", name)
	mapping, ok := part.Made(func() types.BlockDeviceMapping { return sdkcopy.BlockDeviceMapping(m.Map(name)) })
	if !ok {
		return b.missing(method, "BlockDeviceMappings", method+" must not be given nil")
	}
	mapping.DeviceName = new(name)
	all := slices.Clone(b.in.BlockDeviceMappings)
	i := slices.IndexFunc(all, func(have types.BlockDeviceMapping) bool { return have.DeviceName != nil && *have.DeviceName == name })
	if i < 0 {
		i, all = len(all), append(all, mapping)
	} else {
		all[i] = mapping
	}
	b.in.BlockDeviceMappings = all
	return b.given(method, fmt.Sprintf("BlockDeviceMappings[%d].Ebs", i), method+": ", m)
}

// Network sets how the instance joins its network, in place of all that was set
// before. The default is the primary interface in the default VPC, or what a
// launch template says; [network.InDefaultVPC] takes an earlier call back.
func (b Builder) Network(c network.Config) Builder {
	return b.apply("Network", "", c, func(to, from *ec2.RunInstancesInput) {
		to.SubnetId, to.NetworkInterfaces = from.SubnetId, from.NetworkInterfaces
		to.SecurityGroupIds, to.SecurityGroups = from.SecurityGroupIds, from.SecurityGroups
		to.PrivateIpAddress, to.EnablePrimaryIpv6 = from.PrivateIpAddress, from.EnablePrimaryIpv6
		to.Ipv6AddressCount, to.Ipv6Addresses = from.Ipv6AddressCount, from.Ipv6Addresses
	})
}

// SecondaryInterface adds an interface in a secondary network.
func (b Builder) SecondaryInterface(s network.SecondaryInterface) Builder {
	path := fmt.Sprintf("SecondaryInterfaces[%d]", len(b.in.SecondaryInterfaces))
	s.Apply(&b.in)
	return b.given(path, path, "", s)
}

// BandwidthWeighting sets how bandwidth is divided between the network and
// EBS, on types that can, in place of what was set before. The default is the
// type's; the zero value takes an earlier call back.
func (b Builder) BandwidthWeighting(w network.BandwidthWeighting) Builder {
	w.Apply(&b.in)
	return b
}

// PrivateDNS sets how the instance is named in DNS, in place of what was set
// before. The default is the subnet's; the zero PrivateDNS takes an earlier call
// back.
func (b Builder) PrivateDNS(d network.PrivateDNS) Builder {
	d.Apply(&b.in)
	return b
}

// Placement sets where the instance runs: the zone, the tenancy, the host, the
// placement group; in place of what was set before. The default leaves it to
// EC2; the zero [placement.Ungrouped] takes an earlier call back.
func (b Builder) Placement(p placement.Placement) Builder {
	return b.apply("Placement", "Placement", p, func(to, from *ec2.RunInstancesInput) { to.Placement = from.Placement })
}

// Market sets how the instance is paid for, in place of what was set before and
// of the reservation that a Capacity Block or an interruptible reservation
// brought along. The default is On-Demand, or what a launch template says;
// [market.Default] takes an earlier call back.
func (b Builder) Market(m market.Market) Builder {
	return b.apply("Market", "InstanceMarketOptions", m, func(to, from *ec2.RunInstancesInput) {
		to.InstanceMarketOptions = from.InstanceMarketOptions
		to.CapacityReservationSpecification = from.CapacityReservationSpecification
	})
}

// CapacityReservation sets whether the instance runs in a Capacity Reservation,
// and in which, in place of what was set before. The default is any open one
// that matches; the zero [market.Target] takes an earlier call back.
func (b Builder) CapacityReservation(r market.Reservation) Builder {
	const path = "CapacityReservationSpecification"
	return b.apply("CapacityReservation", path, r, func(to, from *ec2.RunInstancesInput) {
		to.CapacityReservationSpecification = from.CapacityReservationSpecification
	})
}

// CPU sets how many cores and threads the instance has, and their features, in
// place of what was set before. The default is all that the type has; the zero
// Options take an earlier call back.
func (b Builder) CPU(o cpu.Options) Builder {
	o.Apply(&b.in)
	return b
}

// Credits sets what a burstable instance does when its CPU credits are spent,
// in place of what was set before. The default is standard for T2 and unlimited
// for later types; the zero Credits take an earlier call back.
func (b Builder) Credits(c cpu.Credits) Builder {
	c.Apply(&b.in)
	return b
}

// Metadata sets the options of the instance metadata service, in place of what
// was set before, [Builder.RequireIMDSv2] excepted. The zero Options take an
// earlier call back.
func (b Builder) Metadata(o metadata.Options) Builder {
	o.Apply(&b.in)
	if b.imdsv2 {
		return b.RequireIMDSv2()
	}
	return b
}

// RequireIMDSv2 sets the metadata service to answer only requests that carry a
// session token, whatever [Builder.Metadata] sets before or after, and leaves
// its other options as they are. It holds in a builder made of the spec, too
// ([FromSpec]), and not in one made of [Spec.Input]. A [Builder.Edit] that changes
// HttpTokens takes it back, and no other call does.
func (b Builder) RequireIMDSv2() Builder {
	var o types.InstanceMetadataOptionsRequest
	if b.in.MetadataOptions != nil {
		o = *b.in.MetadataOptions
	}
	o.HttpTokens = types.HttpTokensStateRequired
	b.in.MetadataOptions, b.imdsv2 = &o, true
	return b
}

// Tags adds tags to what the launch creates, beside those set before. A tag
// replaces the one of the same key and type of resource.
func (b Builder) Tags(s ...tags.Specification) Builder {
	for _, spec := range s {
		spec.Apply(&b.in)
	}
	return b
}
