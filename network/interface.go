package network

import (
	"net/netip"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// An Interface is a network interface that is made together with the instance.
// The zero Interface lacks its device index, which the rules refuse.
type Interface struct {
	spec   types.InstanceNetworkInterfaceSpecification
	faults part.Faults
}

// NewInterface makes an interface at a position in the order of attachment of
// its network card, from 0. The primary interface has device index 0. See the
// rules interface-device-index-unique and interface-primary-required.
func NewInterface(deviceIndex int32) Interface {
	return Interface{spec: types.InstanceNetworkInterfaceSpecification{DeviceIndex: new(deviceIndex)}}
}

// NetworkCardIndex sets the network card, from 0, on types that have several:
// see the rule interface-card-unsupported. The default is 0, where the primary
// interface must be.
func (f Interface) NetworkCardIndex(index int32) Interface {
	f.spec.NetworkCardIndex = new(index)
	return f
}

// Subnet sets the subnet of the interface, by ID. The default is one of the
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

// Description sets a description in a few words.
func (f Interface) Description(text string) Interface {
	f.spec.Description = new(text)
	return f
}

// DeleteOnTermination sets whether the interface ends with the instance or
// outlives it. The default is true.
func (f Interface) DeleteOnTermination(on bool) Interface {
	f.spec.DeleteOnTermination = new(on)
	return f
}

// EFA sets the type of the interface: an Elastic Fabric Adapter with an IP
// stack. For one without, see [EFAOnly]. The instance type and the network
// card must take it: see the rules interface-type-unsupported and
// efa-card-unsupported.
func (f Interface) EFA() Interface {
	f.spec.InterfaceType = new("efa")
	return f
}

// PublicIP sets whether the interface has a public IPv4 address, for which AWS
// charges. It goes only with a primary interface that is the only one of the
// request. The default is the subnet's: default subnets assign one. See the rule
// public-ip-interfaces-conflict.
func (f Interface) PublicIP(on bool) Interface {
	f.spec.AssociatePublicIpAddress = new(on)
	return f
}

// CarrierIP sets whether the interface has an address of the carrier's network,
// in a subnet of a Wavelength Zone. The default is false. See the rule
// carrier-ip-primary-conflict.
func (f Interface) CarrierIP(on bool) Interface {
	f.spec.AssociateCarrierIpAddress = new(on)
	return f
}

// PrivateIP sets the primary IPv4 address, from the range of the subnet. The
// default is one that EC2 chooses. It goes only with a single instance. See
// the rule interface-ip-instances-conflict.
func (f Interface) PrivateIP(a netip.Addr) Interface {
	address, faults := privateIP(a)
	f.spec.PrivateIpAddress, f.faults = address, f.faults.Of("PrivateIP", faults...)
	return f
}

// SecondaryIPv4 sets the private IPv4 addresses beside the primary one. Nil
// takes an earlier choice back. How many there may be is a matter of the type,
// see the rule interface-ip-limit.
func (f Interface) SecondaryIPv4(v IPv4) Interface {
	count, list, faults := ipv4Of("SecondaryIPv4", "PrivateIpAddresses", v)
	f.faults = f.faults.Of("SecondaryIPv4", faults...)
	f.spec.SecondaryPrivateIpAddressCount, f.spec.PrivateIpAddresses = count, nil
	for _, a := range list {
		f.spec.PrivateIpAddresses = append(f.spec.PrivateIpAddresses,
			types.PrivateIpAddressSpecification{PrivateIpAddress: new(a), Primary: new(false)})
	}
	return f
}

// IPv6 sets the IPv6 addresses, from the range of the subnet. The default is
// what the subnet says; nil takes an earlier choice back. How many there may
// be is a matter of the type, see the rule ipv6-address-limit.
func (f Interface) IPv6(v IPv6) Interface {
	count, list, faults := ipv6Of(v)
	f.spec.Ipv6AddressCount, f.spec.Ipv6Addresses, f.faults = count, list, f.faults.Of("IPv6", faults...)
	return f
}

// PrimaryIPv6 sets whether the first global IPv6 address is the primary one,
// which stays as long as the interface is attached and the instance lives. The
// default is false.
func (f Interface) PrimaryIPv6(on bool) Interface {
	f.spec.PrimaryIpv6 = new(on)
	return f
}

// IPv4Prefixes sets the blocks of IPv4 addresses that are delegated, on types
// built on the Nitro System. Nil takes an earlier choice back. See the rule
// prefix-unsupported.
func (f Interface) IPv4Prefixes(v IPv4Prefixes) Interface {
	count, list, faults := ipv4PrefixesOf(v)
	f.spec.Ipv4PrefixCount, f.spec.Ipv4Prefixes, f.faults = count, list, f.faults.Of("IPv4Prefixes", faults...)
	return f
}

// IPv6Prefixes sets the blocks of IPv6 addresses that are delegated, on types
// built on the Nitro System, in place of single addresses. Nil takes an
// earlier choice back. See the rules prefix-unsupported and prefix-ipv6-limit.
func (f Interface) IPv6Prefixes(v IPv6Prefixes) Interface {
	count, list, faults := ipv6PrefixesOf(v)
	f.spec.Ipv6PrefixCount, f.spec.Ipv6Prefixes, f.faults = count, list, f.faults.Of("IPv6Prefixes", faults...)
	return f
}

// String returns the interface as JSON: an element of NetworkInterfaces.
func (f Interface) String() string { return part.JSON(&f.spec) }

// Equal reports whether f and g are the same interface.
func (f Interface) Equal(g Interface) bool {
	return sdkcopy.Equal(&f.spec, &g.spec) && slices.Equal(f.faults, g.faults)
}

func (f Interface) specification() (types.InstanceNetworkInterfaceSpecification, part.Faults) {
	return f.spec, f.faults
}
