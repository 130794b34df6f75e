package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var prefixIPv6AddressConflict = &validate.Rule{
	ID:        "prefix-ipv6-address-conflict",
	Summary:   "a new interface must get IPv6 prefixes or IPv6 addresses, not both",
	Source:    validate.Source{Shape: "CreateNetworkInterface", Member: "Ipv6PrefixCount"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"NetworkInterfaces[].Ipv6PrefixCount", "NetworkInterfaces[].Ipv6Prefixes"},
	Reads:     []string{"NetworkInterfaces[].Ipv6AddressCount", "NetworkInterfaces[].Ipv6Addresses"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			prefixes := ipv6PrefixMember(nic)
			setting := ipv6Setting{count: nic.Ipv6AddressCount, addresses: nic.Ipv6Addresses}
			if n, addresses := setting.asked(); n > 0 && prefixes != "" {
				p.Conflictf(p.At("NetworkInterfaces[]."+prefixes, i), []string{p.At("NetworkInterfaces[]."+addresses,
					i)},
					"must not be given with %s; drop one of the two", addresses)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":1,"Ipv6AddressCount":0}]}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1,"Ipv6AddressCount":1}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":1,"Ipv6AddressCount":1}]}`,
			At:   "NetworkInterfaces[0].Ipv6PrefixCount",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"}],
				"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}]}`,
			At: "NetworkInterfaces[0].Ipv6Prefixes",
		},
	},
}

var prefixIPv6Limit = &validate.Rule{
	ID:      "prefix-ipv6-limit",
	Summary: "an interface must not have more IPv6 prefixes than its instance type takes addresses",
	Source:  validate.Source{Shape: "NetworkInfo", Member: "Ipv6AddressesPerInterface", Guide: "ec2-prefix-eni"},
	Code:    "InvalidParameterValue",
	Given:   []string{"NetworkInterfaces[].Ipv6PrefixCount", "NetworkInterfaces[].Ipv6Prefixes"},
	When:    []string{"InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactIPv6PerInterface, instancetype.FactHypervisor},
	Check: func(p *validate.Pass) {
		most, ok := p.InstanceType().IPv6PerInterface()
		if !ok || p.InstanceType().Nitro() == instancetype.No { // no prefixes at all: prefix-unsupported
			return
		}
		for i, nic := range interfaces(p.Input) {
			if n := max(int(aws.ToInt32(nic.Ipv6PrefixCount)), len(nic.Ipv6Prefixes)); n > int(most) {
				p.Conflictf(p.At("NetworkInterfaces[]."+ipv6PrefixMember(nic), i), []string{"InstanceType"},
					"an interface of %s takes at most %d IPv6 prefixes; ask for fewer, or choose a larger type",
					p.Input.InstanceType, most)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":10}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":11}]}`,
			At:   "NetworkInterfaces[0].Ipv6PrefixCount",
		},
	},
}

var prefixIPv6CountConflict = &validate.Rule{
	ID:        "prefix-ipv6-count-conflict",
	Summary:   "IPv6 prefixes must be given by count or by list, not by both",
	Reading:   "Each interface chooses for itself; a count of 0 is none.",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv6PrefixCount"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"NetworkInterfaces[].Ipv6PrefixCount"},
	When:      []string{"NetworkInterfaces[].Ipv6Prefixes"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if aws.ToInt32(nic.Ipv6PrefixCount) > 0 && len(nic.Ipv6Prefixes) > 0 {
				p.Conflictf(p.At("NetworkInterfaces[].Ipv6PrefixCount", i),
					[]string{p.At("NetworkInterfaces[].Ipv6Prefixes", i)},
					"must not be given with Ipv6Prefixes; drop one of the two")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":0,
				"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"}]}]}`,
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":1},
				{"DeviceIndex":1,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":1,
				"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"}]}]}`,
			At: "NetworkInterfaces[0].Ipv6PrefixCount",
		},
	},
}

var prefixIPv6Format = &validate.Rule{
	ID:      "prefix-ipv6-format",
	Summary: "an IPv6 prefix must be a block of size /80, such as 2001:db8:1234:1a00:1::/80",
	Source:  validate.Source{Shape: "Ipv6PrefixSpecificationRequest", Member: "Ipv6Prefix", Guide: "ec2-prefix-eni"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].Ipv6Prefixes[].Ipv6Prefix"},
	Tag:     "ec2ipv6prefix",
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1234:1a00:1::/80"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1234:1a00::/64"}]}]}`,
			At: "NetworkInterfaces[0].Ipv6Prefixes[0].Ipv6Prefix",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{"Ipv6Prefix":"10.0.0.16/28"}]}]}`,
			At:   "NetworkInterfaces[0].Ipv6Prefixes[0].Ipv6Prefix",
		},
	},
}

var prefixIPv6SubnetRange = &validate.Rule{
	ID:      "prefix-ipv6-subnet-range",
	Summary: "an IPv6 prefix must lie in the block of the subnet",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv6Prefixes"},
	Code:    "InvalidParameterValue",
	Given:   []string{"NetworkInterfaces[].Ipv6Prefixes[].Ipv6Prefix"},
	Reads:   []string{"NetworkInterfaces[].SubnetId"},
	Asks:    []validate.Asked{validate.Subnet},
	Age:     validate.Edited,
	Check: func(p *validate.Pass) {
		for i, nic := range p.Input.NetworkInterfaces {
			subnet := validate.Subnet.Named(p, nic.SubnetId)
			for j, prefix := range nic.Ipv6Prefixes {
				if subnet != nil && prefix.Ipv6Prefix != nil && !inIPv6Block(subnet, *prefix.Ipv6Prefix) {
					p.Conflictf(p.At("NetworkInterfaces[].Ipv6Prefixes[].Ipv6Prefix", i, j), []string{validate.At("NetworkInterfaces[].SubnetId", i)},
						"must lie in the block of the subnet")
				}
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:0:1:1::/80"}]}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6CidrBlockAssociationSet":[{"Ipv6CidrBlock":"2001:db8:0:1::/64"}]}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:0:2:1::/80"}]}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6CidrBlockAssociationSet":[{"Ipv6CidrBlock":"2001:db8:0:1::/64"}]}}}`,
			At:      "NetworkInterfaces[0].Ipv6Prefixes[0].Ipv6Prefix",
		},
	},
}
