package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// hasIPv6 reports whether a subnet has an associated IPv6 block, and whether that
// is known.
func hasIPv6(s *types.Subnet) (has, known bool) {
	if s == nil || s.SubnetId == nil {
		return false, false
	}
	if isNative(s) {
		return true, true
	}
	for _, a := range s.Ipv6CidrBlockAssociationSet {
		if associated(a) {
			return true, true
		}
	}
	return false, true
}

var ipv6SubnetUnsupported = &validate.Rule{
	ID:      "ipv6-subnet-unsupported",
	Summary: "IPv6 addresses must be asked of a subnet with an IPv6 block",
	Source:  validate.Source{Shape: "Subnet", Member: "Ipv6CidrBlockAssociationSet"},
	Code:    "InvalidParameterValue",
	Given: []string{
		"Ipv6AddressCount", "Ipv6Addresses", "NetworkInterfaces[].Ipv6AddressCount",
		"NetworkInterfaces[].Ipv6Addresses",
	},
	Reads: []string{"SubnetId", "NetworkInterfaces[].SubnetId"},
	Asks:  []validate.Asked{validate.Subnet},
	Age:   validate.Edited,
	Check: func(p *validate.Pass) {
		report := func(count *int32, list int, subnetID *string, at, countPath, listPath string) {
			if has, known := hasIPv6(validate.Subnet.Named(p, subnetID)); has || !known {
				return
			}
			switch {
			case list > 0:
				p.Conflictf(listPath, []string{at}, "must go with a subnet that has an IPv6 block")
			case count != nil && *count > 0:
				p.Conflictf(countPath, []string{at}, "must go with a subnet that has an IPv6 block")
			}
		}
		in := p.Input
		report(in.Ipv6AddressCount, len(in.Ipv6Addresses), in.SubnetId, "SubnetId", "Ipv6AddressCount", "Ipv6Addresses")
		for i, nic := range in.NetworkInterfaces {
			report(nic.Ipv6AddressCount, len(nic.Ipv6Addresses), nic.SubnetId, validate.At("NetworkInterfaces[].SubnetId", i),
				p.At("NetworkInterfaces[].Ipv6AddressCount", i), p.At("NetworkInterfaces[].Ipv6Addresses", i))
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Ipv6AddressCount":1}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6CidrBlockAssociationSet":[{"Ipv6CidrBlock":"2001:db8::/64"}]}}}`,
		},
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Ipv6AddressCount":0}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Ipv6AddressCount":1}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
			At:      "Ipv6AddressCount",
		},
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Ipv6Addresses":[{"Ipv6Address":"2001:db8::1"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
			At:      "Ipv6Addresses",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0",` +
				`"Ipv6AddressCount":1}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
			At:      "NetworkInterfaces[0].Ipv6AddressCount",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0",` +
				`"Ipv6Addresses":[{"Ipv6Address":"2001:db8::1"}]}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
			At:      "NetworkInterfaces[0].Ipv6Addresses",
		},
	},
}

var ipv6SubnetRange = &validate.Rule{
	ID:      "ipv6-subnet-range",
	Summary: "an IPv6 address must lie in a block of the subnet",
	Source:  validate.Source{Shape: "RunInstances", Member: "Ipv6Addresses"},
	Code:    "InvalidParameterValue",
	Given:   []string{"Ipv6Addresses[].Ipv6Address", "NetworkInterfaces[].Ipv6Addresses[].Ipv6Address"},
	Reads:   []string{"SubnetId", "NetworkInterfaces[].SubnetId"},
	Asks:    []validate.Asked{validate.Subnet},
	Age:     validate.Edited,
	Check: func(p *validate.Pass) {
		report := func(path string, address *string, subnet *types.Subnet, at string) {
			if subnet != nil && address != nil && !inIPv6Block(subnet, *address) {
				p.Conflictf(path, []string{at}, "must lie in an IPv6 block of the subnet")
			}
		}
		for i, a := range p.Input.Ipv6Addresses {
			report(p.At("Ipv6Addresses[].Ipv6Address", i), a.Ipv6Address, validate.Subnet.Named(p, p.Input.SubnetId), "SubnetId")
		}
		for i, nic := range p.Input.NetworkInterfaces {
			for j, a := range nic.Ipv6Addresses {
				report(p.At("NetworkInterfaces[].Ipv6Addresses[].Ipv6Address", i, j), a.Ipv6Address, validate.Subnet.Named(p, nic.SubnetId), validate.At("NetworkInterfaces[].SubnetId", i))
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Ipv6Addresses":[{"Ipv6Address":"2001:db8:0:1::5"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6CidrBlockAssociationSet":[{"Ipv6CidrBlock":"2001:db8:0:1::/64"}]}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Ipv6Addresses":[{"Ipv6Address":"2001:db8:0:2::5"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6CidrBlockAssociationSet":[{"Ipv6CidrBlock":"2001:db8:0:1::/64"}]}}}`,
			At:      "Ipv6Addresses[0].Ipv6Address",
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","Ipv6Addresses":[{"Ipv6Address":"2001:db8:0:2::5"}]}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6CidrBlockAssociationSet":[{"Ipv6CidrBlock":"2001:db8:0:1::/64"}]}}}`,
			At:      "NetworkInterfaces[0].Ipv6Addresses[0].Ipv6Address",
		},
	},
}
