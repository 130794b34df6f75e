package rules

import (
	"net/netip"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var ipv6AddressLimit = &validate.Rule{
	ID:      "ipv6-address-limit",
	Summary: "an interface must not have more IPv6 addresses than its instance type takes",
	Source:  validate.Source{Shape: "NetworkInfo", Member: "Ipv6AddressesPerInterface", Guide: "AvailableIpPerENI"},
	Code:    "InvalidParameterValue",
	Members: []string{
		"Ipv6AddressCount",
		"Ipv6Addresses",
		"NetworkInterfaces[].Ipv6AddressCount",
		"NetworkInterfaces[].Ipv6Addresses",
	},
	When:  []string{"InstanceType"},
	Facts: []instancetype.Fact{instancetype.FactIPv6PerInterface},
	Check: func(p *validate.Pass) {
		for s := range ipv6Settings(p.Input) {
			n, member := ipv6Asked(s.count, s.addresses)
			most, ok := p.InstanceType().IPv6PerInterface()
			if ok && n > int(most) && p.InstanceType().IPv6() != instancetype.No {
				p.Conflictf(s.at(member), []string{"InstanceType"},
					"an interface of %s takes at most %d IPv6 addresses; ask for fewer, or choose a larger type", p.Input.InstanceType, most)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro","Ipv6AddressCount":2}`},
		{Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":10},{"DeviceIndex":1,"Ipv6AddressCount":10}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro","Ipv6AddressCount":3}`, At: "Ipv6AddressCount"},
		{Spec: `{"InstanceType":"t3.micro","Ipv6Addresses":[{"Ipv6Address":"2001:db8::1"},{"Ipv6Address":"2001:db8::2"},{"Ipv6Address":"2001:db8::3"}]}`, At: "Ipv6Addresses"},
		{Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":11}]}`, At: "NetworkInterfaces[0].Ipv6AddressCount"},
	},
}

var ipv6AddressFormat = &validate.Rule{
	ID:      "ipv6-address-format",
	Summary: "an IPv6 address must be one that an interface can have, without a prefix length and without a zone",
	Reading: "The address need not be a global one: a VPC may have private ranges.",
	Source:  validate.Source{Shape: "InstanceIpv6Address", Member: "Ipv6Address"},
	Code:    "InvalidParameterValue",
	Members: []string{"Ipv6Addresses[].Ipv6Address", "NetworkInterfaces[].Ipv6Addresses[].Ipv6Address"},
	Tag:     "ec2ipv6",
	Good: []validate.Example{
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:0db8:1234:1a00:0000:0000:0000:0010"},{"Ipv6Address":"fd00:1234:5678:1a00::10"}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8:1234:1a00::10/128"}]}`, At: "Ipv6Addresses[0].Ipv6Address"},
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"10.0.0.12"}]}`, At: "Ipv6Addresses[0].Ipv6Address"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::g"}]}]}`, At: "NetworkInterfaces[0].Ipv6Addresses[0].Ipv6Address"},
	},
}

var ipv6AddressRequired = &validate.Rule{
	ID:       "ipv6-address-required",
	Summary:  "every entry of Ipv6Addresses should name its address",
	Source:   validate.Source{Shape: "InstanceIpv6Address", Member: "Ipv6Address"},
	Severity: validate.SeverityWarning,
	Code:     "MissingParameter",
	Members:  []string{"Ipv6Addresses", "NetworkInterfaces[].Ipv6Addresses"},
	Absent:   []string{"Ipv6Addresses[].Ipv6Address", "NetworkInterfaces[].Ipv6Addresses[].Ipv6Address"},
	Check: func(p *validate.Pass) {
		for s := range ipv6Settings(p.Input) {
			for i := range s.addresses {
				if s.addresses[i].Ipv6Address == nil {
					p.Reportf(s.at("Ipv6Addresses[].Ipv6Address", i), "should be given; name the address, or drop the entry")
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"},{}]}`, At: "Ipv6Addresses[1].Ipv6Address"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Addresses":[{}]}]}`, At: "NetworkInterfaces[0].Ipv6Addresses[0].Ipv6Address"},
	},
}

var ipv6AddressUnique = &validate.Rule{
	ID:       "ipv6-address-unique",
	Summary:  "an IPv6 address should not be named twice in a request, in whatever spelling",
	Source:   validate.Source{Shape: "InstanceIpv6Address", Member: "Ipv6Address"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Members:  []string{"Ipv6Addresses[].Ipv6Address", "NetworkInterfaces[].Ipv6Addresses[].Ipv6Address"},
	Check: func(p *validate.Pass) {
		n := 0
		for s := range ipv6Settings(p.Input) {
			n += len(s.addresses)
		}
		key := func(i int) (netip.Addr, bool) {
			s, i := ipv6Address(p.Input, i)
			return format.IPv6(aws.ToString(s.addresses[i].Ipv6Address))
		}
		repeats.Each(n, key, func(first, again int) {
			a, i := ipv6Address(p.Input, first)
			b, j := ipv6Address(p.Input, again)
			const member = "Ipv6Addresses[].Ipv6Address"
			p.Reportf(b.at(member, j), "should not be named twice; drop it, as %s has it", a.at(member, i))
		})
	},
	Good: []validate.Example{
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"},{"Ipv6Address":"2001:db8::11"}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"},{"Ipv6Address":"2001:DB8:0::10"}]}`, At: "Ipv6Addresses[1].Ipv6Address"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]},{"DeviceIndex":1},
				{"DeviceIndex":2,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::11"},{"Ipv6Address":"2001:db8::10"}]}]}`,
			At: "NetworkInterfaces[2].Ipv6Addresses[1].Ipv6Address",
		},
	},
}

// ipv6Address finds the nth address of all in a request: the settings it is in,
// and its position there.
func ipv6Address(in *ec2.RunInstancesInput, n int) (ipv6Setting, int) {
	for s := range ipv6Settings(in) {
		if n < len(s.addresses) {
			return s, n
		}
		n -= len(s.addresses)
	}
	return ipv6Setting{}, 0
}
