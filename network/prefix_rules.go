package network

import (
	"net/netip"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

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
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.0/27"}]}]}`, At: "NetworkInterfaces[0].Ipv4Prefixes[0].Ipv4Prefix"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16"}]}]}`, At: "NetworkInterfaces[0].Ipv4Prefixes[0].Ipv4Prefix"},
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
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1234:1a00:1::/80"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1234:1a00::/64"}]}]}`, At: "NetworkInterfaces[0].Ipv6Prefixes[0].Ipv6Prefix"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{"Ipv6Prefix":"10.0.0.16/28"}]}]}`, At: "NetworkInterfaces[0].Ipv6Prefixes[0].Ipv6Prefix"},
	},
}

var prefixRequired = &validate.Rule{
	ID:       "prefix-required",
	Summary:  "every entry of Ipv4Prefixes and Ipv6Prefixes should name its prefix",
	Source:   validate.Source{Shape: "Ipv4PrefixSpecificationRequest", Member: "Ipv4Prefix"},
	Severity: validate.SeverityWarning,
	Code:     "MissingParameter",
	Members:  []string{"NetworkInterfaces[].Ipv4Prefixes[].Ipv4Prefix", "NetworkInterfaces[].Ipv6Prefixes[].Ipv6Prefix"},
	When:     []string{"NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		const message = "should be given; name the prefix, or drop the entry"
		for i, nic := range interfaces(p.Input) {
			for j := range nic.Ipv4Prefixes {
				if nic.Ipv4Prefixes[j].Ipv4Prefix == nil {
					p.Reportf(validate.At("NetworkInterfaces[].Ipv4Prefixes[].Ipv4Prefix", i, j), message)
				}
			}
			for j := range nic.Ipv6Prefixes {
				if nic.Ipv6Prefixes[j].Ipv6Prefix == nil {
					p.Reportf(validate.At("NetworkInterfaces[].Ipv6Prefixes[].Ipv6Prefix", i, j), message)
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{}]}]}`, At: "NetworkInterfaces[0].Ipv4Prefixes[0].Ipv4Prefix"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{}]}]}`, At: "NetworkInterfaces[0].Ipv6Prefixes[0].Ipv6Prefix"},
	},
}

var prefixUnique = &validate.Rule{
	ID:       "prefix-unique",
	Summary:  "a prefix should not be listed twice on an interface",
	Source:   validate.Source{Shape: "Ipv4PrefixSpecificationRequest", Member: "Ipv4Prefix", Guide: "ec2-prefix-eni"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Members:  []string{"NetworkInterfaces[].Ipv4Prefixes[].Ipv4Prefix", "NetworkInterfaces[].Ipv6Prefixes[].Ipv6Prefix"},
	When:     []string{"NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		const message = "should not be listed twice; drop it, as %s has it"
		for i, nic := range interfaces(p.Input) {
			four := func(j int) (netip.Prefix, bool) { return block(nic.Ipv4Prefixes[j].Ipv4Prefix) }
			repeats.Each(len(nic.Ipv4Prefixes), four, func(first, again int) {
				const member = "NetworkInterfaces[].Ipv4Prefixes[].Ipv4Prefix"
				p.Reportf(validate.At(member, i, again), message, validate.At(member, i, first))
			})
			six := func(j int) (netip.Prefix, bool) { return block(nic.Ipv6Prefixes[j].Ipv6Prefix) }
			repeats.Each(len(nic.Ipv6Prefixes), six, func(first, again int) {
				const member = "NetworkInterfaces[].Ipv6Prefixes[].Ipv6Prefix"
				p.Reportf(validate.At(member, i, again), message, validate.At(member, i, first))
			})
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"},{"Ipv4Prefix":"10.0.0.32/28"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"},{"Ipv4Prefix":"10.0.0.16/28"}]}]}`, At: "NetworkInterfaces[0].Ipv4Prefixes[1].Ipv4Prefix"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"},{"Ipv6Prefix":"2001:db8:1:0::/80"}]}]}`, At: "NetworkInterfaces[0].Ipv6Prefixes[1].Ipv6Prefix"},
	},
}

// block parses a prefix, of which only the bits of the network count.
func block(s *string) (netip.Prefix, bool) {
	p, err := netip.ParsePrefix(aws.ToString(s))
	return p.Masked(), err == nil
}
