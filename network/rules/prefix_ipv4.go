package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var prefixIPv4AddressConflict = &validate.Rule{
	ID:      "prefix-ipv4-address-conflict",
	Summary: "a new interface should get IPv4 prefixes or secondary private addresses, not both",
	Reading: "The sentence stands at CreateNetworkInterface only, so the rule only warns. The primary address does " +
		"not count.",
	Source:   validate.Source{Shape: "CreateNetworkInterface", Member: "Ipv4PrefixCount"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"NetworkInterfaces[].Ipv4PrefixCount", "NetworkInterfaces[].Ipv4Prefixes"},
	Reads: []string{
		"NetworkInterfaces[].SecondaryPrivateIpAddressCount",
		"NetworkInterfaces[].PrivateIpAddresses",
		"NetworkInterfaces[].PrivateIpAddress",
	},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			prefixes, addresses := ipv4PrefixMember(nic), secondaryIPv4Member(nic)
			if prefixes != "" && addresses != "" {
				p.Conflictf(p.At("NetworkInterfaces[]."+prefixes, i), []string{p.At("NetworkInterfaces[]."+addresses,
					i)},
					"should not be given with %s; drop one of the two", addresses)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1,"PrivateIpAddress":"10.0.0.12"}]}`},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1,
				"SecondaryPrivateIpAddressCount":1}]}`,
			At: "NetworkInterfaces[0].Ipv4PrefixCount",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"}],
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true},
				{"PrivateIpAddress":"10.0.0.13"}]}]}`,
			At: "NetworkInterfaces[0].Ipv4Prefixes",
		},
	},
}

// secondaryIPv4Member returns the member by which an interface asks for private
// addresses beside the primary one, "" if none does.
func secondaryIPv4Member(nic *types.InstanceNetworkInterfaceSpecification) string {
	listed := len(nic.PrivateIpAddresses)
	if nic.PrivateIpAddress == nil {
		listed-- // the primary one
	}
	switch {
	case aws.ToInt32(nic.SecondaryPrivateIpAddressCount) > 0:
		return "SecondaryPrivateIpAddressCount"
	case listed > 0:
		return "PrivateIpAddresses"
	}
	return ""
}

var prefixIPv4CountConflict = &validate.Rule{
	ID:      "prefix-ipv4-count-conflict",
	Summary: "IPv4 prefixes must be given by count or by list, not by both",
	Reading: "Each interface chooses for itself; a count of 0 is none.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv4PrefixCount"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"NetworkInterfaces[].Ipv4PrefixCount"},
	When:    []string{"NetworkInterfaces[].Ipv4Prefixes"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if aws.ToInt32(nic.Ipv4PrefixCount) > 0 && len(nic.Ipv4Prefixes) > 0 {
				p.Conflictf(p.At("NetworkInterfaces[].Ipv4PrefixCount", i),
					[]string{p.At("NetworkInterfaces[].Ipv4Prefixes", i)},
					"must not be given with Ipv4Prefixes; drop one of the two")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1},
				{"DeviceIndex":1,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1,
				"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"}]}]}`,
			At: "NetworkInterfaces[0].Ipv4PrefixCount",
		},
	},
}

var prefixIPv4Format = &validate.Rule{
	ID:      "prefix-ipv4-format",
	Summary: "an IPv4 prefix must be a block of size /28, such as 10.0.0.16/28",
	Source:  validate.Source{Shape: "Ipv4PrefixSpecificationRequest", Member: "Ipv4Prefix", Guide: "ec2-prefix-eni"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].Ipv4Prefixes[].Ipv4Prefix"},
	Tag:     "ec2ipv4prefix",
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.0/27"}]}]}`,
			At:   "NetworkInterfaces[0].Ipv4Prefixes[0].Ipv4Prefix",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16"}]}]}`,
			At:   "NetworkInterfaces[0].Ipv4Prefixes[0].Ipv4Prefix",
		},
	},
}

var prefixIPv4SubnetRange = &validate.Rule{
	ID:      "prefix-ipv4-subnet-range",
	Summary: "an IPv4 prefix must lie in the block of the subnet",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv4Prefixes"},
	Code:    "InvalidParameterValue",
	Given:   []string{"NetworkInterfaces[].Ipv4Prefixes[].Ipv4Prefix"},
	Reads:   []string{"NetworkInterfaces[].SubnetId"},
	Asks:    []validate.Asked{validate.Subnet},
	Check: func(p *validate.Pass) {
		for i, nic := range p.Input.NetworkInterfaces {
			subnet := validate.Subnet.Named(p, nic.SubnetId)
			for j, prefix := range nic.Ipv4Prefixes {
				if subnet != nil && prefix.Ipv4Prefix != nil && !inIPv4Block(subnet, *prefix.Ipv4Prefix) {
					p.Conflictf(p.At("NetworkInterfaces[].Ipv4Prefixes[].Ipv4Prefix", i, j), []string{validate.At("NetworkInterfaces[].SubnetId", i)},
						"must lie in the block of the subnet")
				}
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"}]}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","CidrBlock":"10.0.0.0/24"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","Ipv4Prefixes":[{"Ipv4Prefix":"10.0.1.16/28"}]}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","CidrBlock":"10.0.0.0/24"}}}`,
			At:      "NetworkInterfaces[0].Ipv4Prefixes[0].Ipv4Prefix",
		},
	},
}
