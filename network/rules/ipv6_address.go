package rules

import (
	"net/netip"

	"github.com/aws/aws-sdk-go-v2/aws"

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
	Given: []string{
		"Ipv6AddressCount",
		"Ipv6Addresses",
		"NetworkInterfaces[].Ipv6AddressCount",
		"NetworkInterfaces[].Ipv6Addresses",
	},
	When:  []string{"InstanceType"},
	Facts: []instancetype.Fact{instancetype.FactIPv6PerInterface},
	Check: func(p *validate.Pass) {
		most, ok := p.InstanceType().IPv6PerInterface()
		if !ok || most == 0 { // none at all is for ipv6-unsupported
			return
		}
		for s := range ipv6Settings(p.Input) {
			if n, member := s.asked(); n > int(most) {
				p.Conflictf(s.at(p, member), []string{"InstanceType"},
					"an interface of %s takes at most %d IPv6 addresses; ask for fewer, or choose a larger type",
					p.Input.InstanceType, most)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro","Ipv6AddressCount":2}`},
		{
			Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":10},
				{"DeviceIndex":1,"Ipv6AddressCount":10}]}`,
		},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro","Ipv6AddressCount":3}`, At: "Ipv6AddressCount"},
		{
			Spec: `{"InstanceType":"t3.micro","Ipv6Addresses":[{"Ipv6Address":"2001:db8::1"},
				{"Ipv6Address":"2001:db8::2"},{"Ipv6Address":"2001:db8::3"}]}`,
			At: "Ipv6Addresses",
		},
		{
			Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":11}]}`,
			At:   "NetworkInterfaces[0].Ipv6AddressCount",
		},
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
		{
			Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:0db8:1234:1a00:0000:0000:0000:0010"},
				{"Ipv6Address":"fd00:1234:5678:1a00::10"}]}`,
		},
	},
	Bad: []validate.Example{
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8:1234:1a00::10/128"}]}`, At: "Ipv6Addresses[0].Ipv6Address"},
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"10.0.0.12"}]}`, At: "Ipv6Addresses[0].Ipv6Address"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::g"}]}]}`,
			At:   "NetworkInterfaces[0].Ipv6Addresses[0].Ipv6Address",
		},
	},
}

var ipv6AddressRequired = &validate.Rule{
	ID:       "ipv6-address-required",
	Summary:  "every entry of Ipv6Addresses should name its address",
	Source:   validate.Source{Shape: "InstanceIpv6Address", Member: "Ipv6Address"},
	Severity: validate.SeverityWarning,
	Code:     "MissingParameter",
	Given:    []string{"Ipv6Addresses", "NetworkInterfaces[].Ipv6Addresses"},
	Members:  []string{"Ipv6Addresses[].Ipv6Address", "NetworkInterfaces[].Ipv6Addresses[].Ipv6Address"},
	Check: func(p *validate.Pass) {
		for s := range ipv6Settings(p.Input) {
			for i := range s.addresses {
				if s.addresses[i].Ipv6Address == nil {
					p.Reportf(s.at(p, "Ipv6Addresses[].Ipv6Address", i),
						"should be given; name the address, or drop the entry")
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"},{}]}`, At: "Ipv6Addresses[1].Ipv6Address"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Addresses":[{}]}]}`,
			At:   "NetworkInterfaces[0].Ipv6Addresses[0].Ipv6Address",
		},
	},
}

var ipv6AddressUnique = &validate.Rule{
	ID:       "ipv6-address-unique",
	Summary:  "an IPv6 address should not be named twice in a request, in whatever spelling",
	Source:   validate.Source{Shape: "InstanceIpv6Address", Member: "Ipv6Address"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"Ipv6Addresses[].Ipv6Address", "NetworkInterfaces[].Ipv6Addresses[].Ipv6Address"},
	Check: func(p *validate.Pass) {
		all := *ipv6Addresses.Of(p)
		key := func(i int) (netip.Addr, bool) { return all[i].addr, all[i].addr.IsValid() }
		repeats.Each(len(all), key, func(first, again int) {
			const member = "Ipv6Addresses[].Ipv6Address"
			a, b := all[first], all[again]
			other := a.at(p, member, a.index)
			p.Conflictf(b.at(p, member, b.index), []string{other},
				"should not be named twice; drop it, as %s has it", other)
		})
	},
	Good: []validate.Example{
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"},{"Ipv6Address":"2001:db8::11"}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"},{"Ipv6Address":"2001:DB8:0::10"}]}`,
			At:   "Ipv6Addresses[1].Ipv6Address",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]},
				{"DeviceIndex":1},{"DeviceIndex":2,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::11"},
				{"Ipv6Address":"2001:db8::10"}]}]}`,
			At: "NetworkInterfaces[2].Ipv6Addresses[1].Ipv6Address",
		},
	},
}

// An ipv6Address is one of those that a request lists, and where it stands.
type ipv6Address struct {
	owner
	index int
	addr  netip.Addr // the zero Addr where the text is no address
}

// ipv6Addresses holds all of them.
var ipv6Addresses = validate.Memo[[]ipv6Address]{Fill: func(p *validate.Pass, all *[]ipv6Address) {
	*all = (*all)[:0]
	for s := range ipv6Settings(p.Input) {
		for i := range s.addresses {
			addr, ok := format.IPv6(aws.ToString(s.addresses[i].Ipv6Address))
			if !ok {
				addr = netip.Addr{}
			}
			*all = append(*all, ipv6Address{s.owner, i, addr})
		}
	}
}}
