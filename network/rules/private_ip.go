package rules

import (
	"net/netip"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var privateIPFormat = &validate.Rule{
	ID:      "private-ip-format",
	Summary: "a private address must be an IPv4 address in dotted decimal, without a prefix length",
	Reading: "The address may lie outside of RFC 1918: a VPC may use other ranges.",
	Source:  validate.Source{Shape: "RunInstances", Member: "PrivateIpAddress"},
	Code:    "InvalidParameterValue",
	Members: []string{"PrivateIpAddress"},
	Tag:     "ec2ipv4",
	Good: []validate.Example{
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.12"}`},
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"203.0.113.20"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.256"}`, At: "PrivateIpAddress"},
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.12/32"}`, At: "PrivateIpAddress"},
	},
}

var privateIPInstancesConflict = &validate.Rule{
	ID:      "private-ip-instances-conflict",
	Summary: "a private address must not be given when several instances may be launched",
	Reading: "Several instances may be launched when MaxCount is above 1.",
	Source:  validate.Source{Shape: "RunInstances", Member: "PrivateIpAddress"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"PrivateIpAddress"},
	When:    []string{"MaxCount"},
	Reads:   []string{"NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		if several(p.Input) && len(p.Input.NetworkInterfaces) == 0 {
			p.Conflictf("PrivateIpAddress", []string{"MaxCount"},
				"must not be given to %d instances; drop it, or launch one instance with MaxCount 1",
				*p.Input.MaxCount)
		}
	},
	Good: []validate.Example{
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.12","MaxCount":1}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.12","MaxCount":2}`,
			At:   "PrivateIpAddress",
		},
	},
}

// wanted calls f with every private IPv4 address that the request chooses, its
// path, and the subnet that it is for.
func wanted(p *validate.Pass, f func(path, address string, subnetID *string)) {
	if a := p.Input.PrivateIpAddress; a != nil {
		f("PrivateIpAddress", *a, p.Input.SubnetId)
	}
	for i, nic := range p.Input.NetworkInterfaces {
		if nic.PrivateIpAddress != nil {
			f(p.At("NetworkInterfaces[].PrivateIpAddress", i), *nic.PrivateIpAddress, nic.SubnetId)
		}
		for j, a := range nic.PrivateIpAddresses {
			if a.PrivateIpAddress != nil {
				f(p.At("NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress", i, j), *a.PrivateIpAddress, nic.SubnetId)
			}
		}
	}
}

// addressMembers are what wanted yields.
var addressMembers = []string{
	"PrivateIpAddress", "NetworkInterfaces[].PrivateIpAddress", "NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress",
}

// free reports whether a subnet can give an address away: within its block, and
// none of the first four or the last, which EC2 keeps. What is no address passes.
func free(block, address string) bool {
	prefix, err := netip.ParsePrefix(block)
	a, addressErr := netip.ParseAddr(address)
	if err != nil || addressErr != nil || !prefix.Addr().Is4() || !a.Is4() {
		return true
	}
	if !prefix.Contains(a) {
		return false
	}
	first := prefix.Masked().Addr()
	for range 4 {
		if a == first {
			return false
		}
		first = first.Next()
	}
	return prefix.Contains(a.Next())
}

var privateIPSubnetRange = &validate.Rule{
	ID:      "private-ip-subnet-range",
	Summary: "a private address must be one that the subnet can give away",
	Source:  validate.Source{Shape: "RunInstances", Member: "PrivateIpAddress"},
	Code:    "InvalidParameterValue",
	Given:   addressMembers,
	Reads:   []string{"SubnetId", "NetworkInterfaces[].SubnetId"},
	Asks:    []validate.Asked{validate.Subnet},
	Check: func(p *validate.Pass) {
		wanted(p, func(path, address string, subnetID *string) {
			if subnet := validate.Subnet.Named(p, subnetID); subnet != nil && subnet.CidrBlock != nil && !free(*subnet.CidrBlock, address) {
				p.Reportf(path, "must lie in %s, the block of the subnet, and be none of its first four or its last", *subnet.CidrBlock)
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.4"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"CidrBlock":"10.0.0.0/24"}}}`,
		},
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.4"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"CidrBlock":""}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.1.4"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"CidrBlock":"10.0.0.0/24"}}}`,
			At:      "PrivateIpAddress",
		},
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.3"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"CidrBlock":"10.0.0.0/24"}}}`,
			At:      "PrivateIpAddress",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0",` +
				`"PrivateIpAddress":"10.0.0.255"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"CidrBlock":"10.0.0.0/24"}}}`,
			At:      "NetworkInterfaces[0].PrivateIpAddress",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0",` +
				`"PrivateIpAddresses":[{"Primary":true,"PrivateIpAddress":"10.0.1.5"}]}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"CidrBlock":"10.0.0.0/24"}}}`,
			At:      "NetworkInterfaces[0].PrivateIpAddresses[0].PrivateIpAddress",
		},
	},
}

var privateIPSubnetUnsupported = &validate.Rule{
	ID:      "private-ip-subnet-unsupported",
	Summary: "a private IPv4 address must not be asked of a subnet that has IPv6 alone",
	Source:  validate.Source{Shape: "Subnet", Member: "Ipv6Native"},
	Code:    "InvalidParameterCombination",
	Given:   addressMembers,
	Reads:   []string{"SubnetId", "NetworkInterfaces[].SubnetId"},
	Asks:    []validate.Asked{validate.Subnet},
	Check: func(p *validate.Pass) {
		wanted(p, func(path, _ string, subnetID *string) {
			if subnet := validate.Subnet.Named(p, subnetID); subnet != nil && isNative(subnet) {
				p.Reportf(path, "must not be given: the subnet has IPv6 addresses alone")
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.4"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"Ipv6Native":false}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.4"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"Ipv6Native":true}}}`,
			At:      "PrivateIpAddress",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0",` +
				`"PrivateIpAddress":"10.0.0.4"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"Ipv6Native":true}}}`,
			At:      "NetworkInterfaces[0].PrivateIpAddress",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0",` +
				`"PrivateIpAddresses":[{"Primary":true,"PrivateIpAddress":"10.0.0.4"}]}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"Ipv6Native":true}}}`,
			At:      "NetworkInterfaces[0].PrivateIpAddresses[0].PrivateIpAddress",
		},
	},
}

var privateIPHolderConflict = &validate.Rule{
	ID:        "private-ip-holder-conflict",
	Summary:   "a private address should not be held by another interface of the subnet",
	Source:    validate.Source{Shape: "RunInstances", Member: "PrivateIpAddress"},
	Severity:  validate.SeverityWarning,
	Code:      "InvalidIPAddress.InUse",
	CodeBasis: validate.Documented,
	Given:     addressMembers,
	Reads:     []string{"SubnetId", "NetworkInterfaces[].SubnetId"},
	Asks:      []validate.Asked{validate.AddressHolder},
	Age:       validate.Moving,
	Check: func(p *validate.Pass) {
		wanted(p, func(path, address string, subnetID *string) {
			if subnetID == nil {
				return
			}
			if holder, _ := validate.AddressHolder.Of(p, validate.AddressKey(*subnetID, address)); holder != nil {
				p.Reportf(path, "should be free in the subnet, and is held by %s", aws.ToString(holder.NetworkInterfaceId))
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.5"}`,
			Account: `{"AddressHolder":{"subnet-0123456789abcdef0 10.0.0.5":null}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.5"}`,
			Account: `{"AddressHolder":{"subnet-0123456789abcdef0 10.0.0.5":{"NetworkInterfaceId":"eni-1"}}}`,
			At:      "PrivateIpAddress",
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.5"}]}`,
			Account: `{"AddressHolder":{"subnet-0123456789abcdef0 10.0.0.5":{}}}`,
			At:      "NetworkInterfaces[0].PrivateIpAddress",
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddresses":[{"Primary":true,"PrivateIpAddress":"10.0.0.5"}]}]}`,
			Account: `{"AddressHolder":{"subnet-0123456789abcdef0 10.0.0.5":{}}}`,
			At:      "NetworkInterfaces[0].PrivateIpAddresses[0].PrivateIpAddress",
		},
	},
}
