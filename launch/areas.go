package launch

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch/cpu"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/metadata"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/network"
)

// Device adds a block device under a name, such as "/dev/xvda": a volume, an
// instance store disk, or nothing in place of what the AMI maps there. A name
// given twice is an error of Build: [Builder.Edit] replaces a mapping.
func (b Builder) Device(name string, m blockdevice.Mapping) Builder {
	if isNil(m) {
		return b.fault("BlockDeviceMappings", "Device must be given a mapping")
	}
	b.in.BlockDeviceMappings = append(slices.Clip(b.in.BlockDeviceMappings), m.Map(name))
	return b
}

// Network sets how the instance joins its network, in place of what was set
// before. The default is the primary interface in the default VPC, or what a
// launch template says.
func (b Builder) Network(c network.Config) Builder { return b.apply("NetworkInterfaces", c) }

// SecondaryInterface adds an interface in a secondary network.
func (b Builder) SecondaryInterface(s network.SecondaryInterface) Builder {
	return b.apply("SecondaryInterfaces", s)
}

// BandwidthWeighting shifts bandwidth between the network and EBS, on types
// that can.
func (b Builder) BandwidthWeighting(w network.BandwidthWeighting) Builder {
	return b.apply("NetworkPerformanceOptions", w)
}

// PrivateDNS sets how the instance is named in DNS. The default is the
// subnet's.
func (b Builder) PrivateDNS(d network.PrivateDNS) Builder { return b.apply("PrivateDnsNameOptions", d) }

// Placement sets where the instance runs: the zone, the tenancy, the host, the
// placement group. The default leaves it to EC2.
func (b Builder) Placement(p placement.Placement) Builder { return b.apply("Placement", p) }

// Market sets how the instance is paid for. The default is On-Demand.
func (b Builder) Market(m market.Market) Builder { return b.apply("InstanceMarketOptions", m) }

// CapacityReservation sets whether the instance runs in a Capacity Reservation,
// and in which. The default is any open one that matches.
func (b Builder) CapacityReservation(r market.Reservation) Builder {
	return b.apply("CapacityReservationSpecification", r)
}

// CPU sets how many cores and threads the instance has, and their features.
// The default is all that the type has.
func (b Builder) CPU(o cpu.Options) Builder { return b.apply("CpuOptions", o) }

// Credits sets what a burstable instance does when its CPU credits are spent.
// The default is standard for T2 and unlimited for later types.
func (b Builder) Credits(c cpu.Credits) Builder { return b.apply("CreditSpecification", c) }

// Metadata sets the options of the instance metadata service, in place of what
// was set before.
func (b Builder) Metadata(o metadata.Options) Builder { return b.apply("MetadataOptions", o) }

// RequireIMDSv2 makes the metadata service answer only requests that carry a
// session token, and leaves its other options as they are.
func (b Builder) RequireIMDSv2() Builder {
	var o types.InstanceMetadataOptionsRequest
	if b.in.MetadataOptions != nil {
		o = *b.in.MetadataOptions
	}
	o.HttpTokens = types.HttpTokensStateRequired
	b.in.MetadataOptions = &o
	return b
}

// Tags adds tags to what the launch creates, beside those set before.
func (b Builder) Tags(s ...tags.Specification) Builder {
	for _, spec := range s {
		b = b.apply("TagSpecifications", spec)
	}
	return b
}
