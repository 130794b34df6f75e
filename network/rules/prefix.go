package rules

import (
	"cmp"
	"net/netip"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var prefixPrimaryIPv6Conflict = &validate.Rule{
	ID:       "prefix-primary-ipv6-conflict",
	Summary:  "a primary IPv6 address should not be asked for with IPv6 prefixes",
	Reading:  "It is not documented, but reported by Karpenter's authors, who had to tell the two apart.",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrimaryIpv6"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"NetworkInterfaces[].PrimaryIpv6"},
	Reads:    []string{"NetworkInterfaces[].Ipv6PrefixCount", "NetworkInterfaces[].Ipv6Prefixes"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if prefixes := ipv6PrefixMember(nic); prefixes != "" && aws.ToBool(nic.PrimaryIpv6) {
				p.Conflictf(p.At("NetworkInterfaces[].PrimaryIpv6", i),
					[]string{p.At("NetworkInterfaces[]."+prefixes, i)},
					"should not be given with %s; ask for addresses with Ipv6AddressCount instead", prefixes)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrimaryIpv6":true,"Ipv6AddressCount":1}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrimaryIpv6":true,"Ipv6PrefixCount":1}]}`,
			At:   "NetworkInterfaces[0].PrimaryIpv6",
		},
	},
}

var prefixCountRange = &validate.Rule{
	ID:      "prefix-count-range",
	Summary: "a number of prefixes must not be negative",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv4PrefixCount"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].Ipv4PrefixCount", "NetworkInterfaces[].Ipv6PrefixCount"},
	Tag:     "min=0",
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1,"Ipv6PrefixCount":0}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":-1}]}`,
			At:   "NetworkInterfaces[0].Ipv4PrefixCount",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":-1}]}`,
			At:   "NetworkInterfaces[0].Ipv6PrefixCount",
		},
	},
}

var prefixInstancesConflict = &validate.Rule{
	ID:      "prefix-instances-conflict",
	Summary: "a list of prefixes should not be given when several instances may be launched",
	Reading: "A prefix belongs to one interface.",
	Source: validate.Source{
		Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv4Prefixes", Guide: "ec2-prefix-eni",
	},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"NetworkInterfaces[].Ipv4Prefixes", "NetworkInterfaces[].Ipv6Prefixes"},
	When:     []string{"MaxCount"},
	Check: func(p *validate.Pass) {
		if !several(p.Input) {
			return
		}
		const message = "should not be given to %d instances; let EC2 choose with a count, or launch one instance " +
			"with MaxCount 1"
		for i, nic := range interfaces(p.Input) {
			if len(nic.Ipv4Prefixes) > 0 {
				p.Conflictf(p.At("NetworkInterfaces[].Ipv4Prefixes", i), []string{"MaxCount"}, message,
					*p.Input.MaxCount)
			}
			if len(nic.Ipv6Prefixes) > 0 {
				p.Conflictf(p.At("NetworkInterfaces[].Ipv6Prefixes", i), []string{"MaxCount"}, message,
					*p.Input.MaxCount)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1}],"MaxCount":2}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"}]}],
				"MaxCount":2}`,
			At: "NetworkInterfaces[0].Ipv4Prefixes",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"}]}],
				"MaxCount":2}`,
			At: "NetworkInterfaces[0].Ipv6Prefixes",
		},
	},
}

var prefixUnsupported = &validate.Rule{
	ID:      "prefix-unsupported",
	Summary: "prefixes must be given only with types built on the Nitro System",
	Reading: "Bare metal, which runs no hypervisor, is built on it too.",
	Source: validate.Source{
		Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv4PrefixCount", Guide: "ec2-prefix-eni",
	},
	Code: "InvalidParameterCombination",
	Given: []string{
		"NetworkInterfaces[].Ipv4PrefixCount",
		"NetworkInterfaces[].Ipv4Prefixes",
		"NetworkInterfaces[].Ipv6PrefixCount",
		"NetworkInterfaces[].Ipv6Prefixes",
	},
	When:  []string{"InstanceType"},
	Facts: []instancetype.Fact{instancetype.FactHypervisor},
	Check: func(p *validate.Pass) {
		if p.InstanceType().Nitro() != instancetype.No {
			return
		}
		for i, nic := range interfaces(p.Input) {
			if member := cmp.Or(ipv4PrefixMember(nic), ipv6PrefixMember(nic)); member != "" {
				p.Conflictf(p.At("NetworkInterfaces[]."+member, i), []string{"InstanceType"},
					"%s is not built on the Nitro System, as prefixes demand; drop them, or choose another type",
					p.Input.InstanceType)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1}]}`},
		{Spec: `{"InstanceType":"i3.metal","NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":1}]}`},
		{Spec: `{"InstanceType":"m4.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":0}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m4.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1}]}`,
			At:   "NetworkInterfaces[0].Ipv4PrefixCount",
		},
		{
			Spec: `{"InstanceType":"m4.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":100}]}`,
			At:   "NetworkInterfaces[0].Ipv6PrefixCount",
		},
		{
			Spec: `{"InstanceType":"m4.large","NetworkInterfaces":[{"DeviceIndex":0,
				"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"}]}]}`,
			At: "NetworkInterfaces[0].Ipv6Prefixes",
		},
	},
}

var prefixRequired = &validate.Rule{
	ID:       "prefix-required",
	Summary:  "every entry of Ipv4Prefixes and Ipv6Prefixes should name its prefix",
	Source:   validate.Source{Shape: "Ipv4PrefixSpecificationRequest", Member: "Ipv4Prefix"},
	Severity: validate.SeverityWarning,
	Code:     "MissingParameter",
	Given:    []string{"NetworkInterfaces[].Ipv4Prefixes", "NetworkInterfaces[].Ipv6Prefixes"},
	Members: []string{"NetworkInterfaces[].Ipv4Prefixes[].Ipv4Prefix",
		"NetworkInterfaces[].Ipv6Prefixes[].Ipv6Prefix"},
	Check: func(p *validate.Pass) {
		const message = "should be given; name the prefix, or drop the entry"
		for i, nic := range interfaces(p.Input) {
			for j := range nic.Ipv4Prefixes {
				if nic.Ipv4Prefixes[j].Ipv4Prefix == nil {
					p.Reportf(p.At("NetworkInterfaces[].Ipv4Prefixes[].Ipv4Prefix", i, j), message)
				}
			}
			for j := range nic.Ipv6Prefixes {
				if nic.Ipv6Prefixes[j].Ipv6Prefix == nil {
					p.Reportf(p.At("NetworkInterfaces[].Ipv6Prefixes[].Ipv6Prefix", i, j), message)
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{}]}]}`,
			At:   "NetworkInterfaces[0].Ipv4Prefixes[0].Ipv4Prefix",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{}]}]}`,
			At:   "NetworkInterfaces[0].Ipv6Prefixes[0].Ipv6Prefix",
		},
	},
}

var prefixUnique = &validate.Rule{
	ID:       "prefix-unique",
	Summary:  "a prefix should not be listed twice on an interface",
	Source:   validate.Source{Shape: "Ipv4PrefixSpecificationRequest", Member: "Ipv4Prefix", Guide: "ec2-prefix-eni"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given: []string{"NetworkInterfaces[].Ipv4Prefixes[].Ipv4Prefix",
		"NetworkInterfaces[].Ipv6Prefixes[].Ipv6Prefix"},
	Check: func(p *validate.Pass) {
		const message = "should not be listed twice; drop it, as %s has it"
		for i, nic := range interfaces(p.Input) {
			four := func(j int) (netip.Prefix, bool) { return block(nic.Ipv4Prefixes[j].Ipv4Prefix) }
			repeats.Each(len(nic.Ipv4Prefixes), four, func(first, again int) {
				const member = "NetworkInterfaces[].Ipv4Prefixes[].Ipv4Prefix"
				other := p.At(member, i, first)
				p.Conflictf(p.At(member, i, again), []string{other}, message, other)
			})
			six := func(j int) (netip.Prefix, bool) { return block(nic.Ipv6Prefixes[j].Ipv6Prefix) }
			repeats.Each(len(nic.Ipv6Prefixes), six, func(first, again int) {
				const member = "NetworkInterfaces[].Ipv6Prefixes[].Ipv6Prefix"
				other := p.At(member, i, first)
				p.Conflictf(p.At(member, i, again), []string{other}, message, other)
			})
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"},
				{"Ipv4Prefix":"10.0.0.32/28"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"},
				{"Ipv4Prefix":"10.0.0.16/28"}]}]}`,
			At: "NetworkInterfaces[0].Ipv4Prefixes[1].Ipv4Prefix",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"},
				{"Ipv6Prefix":"2001:db8:1:0::/80"}]}]}`,
			At: "NetworkInterfaces[0].Ipv6Prefixes[1].Ipv6Prefix",
		},
	},
}

// block parses a prefix, of which only the bits of the network count.
func block(s *string) (netip.Prefix, bool) {
	p, err := netip.ParsePrefix(aws.ToString(s))
	return p.Masked(), err == nil
}
