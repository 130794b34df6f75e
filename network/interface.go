package network

import (
	"net/netip"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// An Interface is a network interface that is made together with the instance.
// The zero Interface lacks its device index, which the rules refuse.
type Interface struct {
	spec types.InstanceNetworkInterfaceSpecification
}

// NewInterface makes an interface at a position in the order of attachment of
// its network card, from 0. The primary interface has device index 0. See the
// rules interface-device-index-unique and interface-primary-required.
func NewInterface(deviceIndex int32) Interface {
	return Interface{types.InstanceNetworkInterfaceSpecification{DeviceIndex: new(deviceIndex)}}
}

// NetworkCardIndex chooses the network card, from 0, on types that have
// several: see the rule interface-card-unsupported. The default is 0, where the
// primary interface must be.
func (f Interface) NetworkCardIndex(index int32) Interface {
	f.spec.NetworkCardIndex = new(index)
	return f
}

// Subnet puts the interface into a subnet, by ID. Without one, it goes into the
// default VPC.
func (f Interface) Subnet(id string) Interface {
	f.spec.SubnetId = new(id)
	return f
}

// SecurityGroups adds security groups by ID. Without any, the interface gets the
// default group of the VPC.
func (f Interface) SecurityGroups(ids ...string) Interface {
	f.spec.Groups = append(slices.Clip(f.spec.Groups), ids...)
	return f
}

// Description describes the interface in a few words.
func (f Interface) Description(text string) Interface {
	f.spec.Description = new(text)
	return f
}

// DeleteOnTermination lets the interface end with the instance.
func (f Interface) DeleteOnTermination() Interface {
	f.spec.DeleteOnTermination = new(true)
	return f
}

// Keep lets the interface outlive the instance.
func (f Interface) Keep() Interface {
	f.spec.DeleteOnTermination = new(false)
	return f
}

// EFA makes the interface an Elastic Fabric Adapter with an IP stack; for one
// without, see [EFAOnly]. The instance type and the network card must take it:
// see the rules interface-type-unsupported and efa-card-unsupported.
func (f Interface) EFA() Interface {
	f.spec.InterfaceType = new("efa")
	return f
}

// PublicIP assigns a public IPv4 address, for which AWS charges. It goes only
// with a primary interface that is the only one of the request. See the rule
// public-ip-interfaces-conflict.
func (f Interface) PublicIP() Interface {
	f.spec.AssociatePublicIpAddress = new(true)
	return f
}

// NoPublicIP assigns no public IPv4 address, even in a subnet that does by
// itself, as default subnets do.
func (f Interface) NoPublicIP() Interface {
	f.spec.AssociatePublicIpAddress = new(false)
	return f
}

// CarrierIP assigns an address of the carrier's network, in a subnet of a
// Wavelength Zone. See the rule carrier-ip-primary-conflict.
func (f Interface) CarrierIP() Interface {
	f.spec.AssociateCarrierIpAddress = new(true)
	return f
}

// PrivateIP chooses the primary IPv4 address from the range of the subnet; EC2
// does otherwise. It goes only with a single instance. See the rule
// interface-ip-instances-conflict.
func (f Interface) PrivateIP(a netip.Addr) Interface {
	f.spec.PrivateIpAddress = new(a.String())
	return f
}

// SecondaryIPv4 assigns private IPv4 addresses beside the primary one. Nil
// takes an earlier choice back. How many there may be is a matter of the type,
// see the rule interface-ip-limit.
func (f Interface) SecondaryIPv4(v IPv4) Interface {
	count, list := ipv4Of(v)
	f.spec.SecondaryPrivateIpAddressCount, f.spec.PrivateIpAddresses = count, nil
	for _, a := range list {
		f.spec.PrivateIpAddresses = append(f.spec.PrivateIpAddresses,
			types.PrivateIpAddressSpecification{PrivateIpAddress: new(a.String()), Primary: new(false)})
	}
	return f
}

// IPv6 assigns IPv6 addresses from the range of the subnet. Without it the
// subnet decides; nil takes an earlier choice back. How many there may be is a
// matter of the type, see the rule ipv6-address-limit.
func (f Interface) IPv6(v IPv6) Interface {
	f.spec.Ipv6AddressCount, f.spec.Ipv6Addresses = ipv6Of(v)
	return f
}

// PrimaryIPv6 makes the first global IPv6 address the primary one, which stays
// as long as the interface is attached and the instance lives.
func (f Interface) PrimaryIPv6() Interface {
	f.spec.PrimaryIpv6 = new(true)
	return f
}

// IPv4Prefixes delegates blocks of IPv4 addresses, on types built on the Nitro
// System. Nil takes an earlier choice back. See the rule prefix-unsupported.
func (f Interface) IPv4Prefixes(v IPv4Prefixes) Interface {
	f.spec.Ipv4PrefixCount, f.spec.Ipv4Prefixes = nil, nil
	if v != nil {
		f.spec.Ipv4PrefixCount, f.spec.Ipv4Prefixes = v.ipv4Prefixes()
	}
	return f
}

// IPv6Prefixes delegates blocks of IPv6 addresses, on types built on the Nitro
// System, in place of single addresses. Nil takes an earlier choice back. See
// the rules prefix-unsupported and prefix-ipv6-limit.
func (f Interface) IPv6Prefixes(v IPv6Prefixes) Interface {
	f.spec.Ipv6PrefixCount, f.spec.Ipv6Prefixes = nil, nil
	if v != nil {
		f.spec.Ipv6PrefixCount, f.spec.Ipv6Prefixes = v.ipv6Prefixes()
	}
	return f
}

func (f Interface) specification() types.InstanceNetworkInterfaceSpecification { return f.spec }
