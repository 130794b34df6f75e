package network

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var prefixIPv4AddressConflict = &validate.Rule{
	ID:       "prefix-ipv4-address-conflict",
	Summary:  "a new interface should get IPv4 prefixes or secondary private addresses, not both",
	Reading:  "The sentence stands at CreateNetworkInterface only, so the rule only warns. The primary address does not count.",
	Source:   validate.Source{Shape: "CreateNetworkInterface", Member: "Ipv4PrefixCount"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Members: []string{
		"NetworkInterfaces[].Ipv4PrefixCount", "NetworkInterfaces[].Ipv4Prefixes",
		"NetworkInterfaces[].SecondaryPrivateIpAddressCount", "NetworkInterfaces[].PrivateIpAddresses",
		"NetworkInterfaces[].PrivateIpAddress",
	},
	When: []string{"NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			prefixes, addresses := ipv4PrefixMember(nic), secondaryIPv4Member(nic)
			if prefixes != "" && addresses != "" {
				p.Conflictf(validate.At("NetworkInterfaces[]."+prefixes, i), []string{validate.At("NetworkInterfaces[]."+addresses, i)},
					"should not be given with %s; drop one of the two", addresses)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1,"PrivateIpAddress":"10.0.0.12"}]}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1,"SecondaryPrivateIpAddressCount":1}]}`, At: "NetworkInterfaces[0].Ipv4PrefixCount"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"}],
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true},{"PrivateIpAddress":"10.0.0.13"}]}]}`,
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

var prefixIPv6AddressConflict = &validate.Rule{
	ID:        "prefix-ipv6-address-conflict",
	Summary:   "a new interface must get IPv6 prefixes or IPv6 addresses, not both",
	Source:    validate.Source{Shape: "CreateNetworkInterface", Member: "Ipv6PrefixCount"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members: []string{
		"NetworkInterfaces[].Ipv6PrefixCount", "NetworkInterfaces[].Ipv6Prefixes", "NetworkInterfaces[].Ipv6AddressCount",
		"NetworkInterfaces[].Ipv6Addresses",
	},
	When: []string{"NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			prefixes := ipv6PrefixMember(nic)
			if n, addresses := ipv6Asked(nic.Ipv6AddressCount, nic.Ipv6Addresses); n > 0 && prefixes != "" {
				p.Conflictf(validate.At("NetworkInterfaces[]."+prefixes, i), []string{validate.At("NetworkInterfaces[]."+addresses, i)},
					"must not be given with %s; drop one of the two", addresses)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":1,"Ipv6AddressCount":0}]}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1,"Ipv6AddressCount":1}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":1,"Ipv6AddressCount":1}]}`, At: "NetworkInterfaces[0].Ipv6PrefixCount"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"}],"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}]}`, At: "NetworkInterfaces[0].Ipv6Prefixes"},
	},
}

var prefixPrimaryIPv6Conflict = &validate.Rule{
	ID:       "prefix-primary-ipv6-conflict",
	Summary:  "a primary IPv6 address should not be asked for with IPv6 prefixes",
	Reading:  "It is not documented, but reported by Karpenter's authors, who had to tell the two apart.",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrimaryIpv6"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Members:  []string{"NetworkInterfaces[].PrimaryIpv6", "NetworkInterfaces[].Ipv6PrefixCount", "NetworkInterfaces[].Ipv6Prefixes"},
	When:     []string{"NetworkInterfaces[].PrimaryIpv6"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if prefixes := ipv6PrefixMember(nic); prefixes != "" && aws.ToBool(nic.PrimaryIpv6) {
				p.Conflictf(validate.At("NetworkInterfaces[].PrimaryIpv6", i), []string{validate.At("NetworkInterfaces[]."+prefixes, i)},
					"should not be given with %s; ask for addresses with Ipv6AddressCount instead", prefixes)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrimaryIpv6":true,"Ipv6AddressCount":1}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrimaryIpv6":true,"Ipv6PrefixCount":1}]}`, At: "NetworkInterfaces[0].PrimaryIpv6"},
	},
}

var prefixIPv6Limit = &validate.Rule{
	ID:      "prefix-ipv6-limit",
	Summary: "an interface must not have more IPv6 prefixes than its instance type takes addresses",
	Source:  validate.Source{Shape: "NetworkInfo", Member: "Ipv6AddressesPerInterface", Guide: "ec2-prefix-eni"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].Ipv6PrefixCount", "NetworkInterfaces[].Ipv6Prefixes", "InstanceType"},
	When:    []string{"NetworkInterfaces", "InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactIPv6PerInterface},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			n := max(int(aws.ToInt32(nic.Ipv6PrefixCount)), len(nic.Ipv6Prefixes))
			most, ok := p.InstanceType().IPv6PerInterface()
			if ok && n > int(most) && p.InstanceType().Nitro() != instancetype.No {
				p.Conflictf(validate.At("NetworkInterfaces[]."+ipv6PrefixMember(nic), i), []string{"InstanceType"},
					"an interface of %s takes at most %d IPv6 prefixes; ask for fewer, or choose a larger type", p.Input.InstanceType, most)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":10}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":11}]}`, At: "NetworkInterfaces[0].Ipv6PrefixCount"},
	},
}
