package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var ipv6CountRange = &validate.Rule{
	ID:      "ipv6-count-range",
	Summary: "a number of IPv6 addresses must not be negative",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv6AddressCount"},
	Code:    "InvalidParameterValue",
	Members: []string{"Ipv6AddressCount", "NetworkInterfaces[].Ipv6AddressCount"},
	Tag:     "min=0",
	Good: []validate.Example{
		{Spec: `{"Ipv6AddressCount":1}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":0}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Ipv6AddressCount":-1}`, At: "Ipv6AddressCount"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":-1}]}`,
			At:   "NetworkInterfaces[0].Ipv6AddressCount",
		},
	},
}

var ipv6CountConflict = &validate.Rule{
	ID:        "ipv6-count-conflict",
	Summary:   "IPv6 addresses must be given by count or by list, not by both",
	Reading:   "A count of 0 is none. What two interfaces ask for is judged by ipv6-count-interfaces-conflict.",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv6AddressCount"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Given:     []string{"Ipv6AddressCount", "NetworkInterfaces[].Ipv6AddressCount"},
	Reads:     []string{"Ipv6Addresses", "NetworkInterfaces[].Ipv6Addresses"},
	Check: func(p *validate.Pass) {
		for s := range ipv6Settings(p.Input) {
			if aws.ToInt32(s.count) > 0 && len(s.addresses) > 0 {
				p.Conflictf(s.at(p, "Ipv6AddressCount"), []string{s.at(p, "Ipv6Addresses")},
					"must not be given with Ipv6Addresses; drop one of the two")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"},
				{"Ipv6Address":"2001:db8::11"}],"Ipv6AddressCount":0}`,
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":0},
				{"DeviceIndex":1,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{Spec: `{"Ipv6AddressCount":1,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}`, At: "Ipv6AddressCount"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":1,
				"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}]}`,
			At: "NetworkInterfaces[0].Ipv6AddressCount",
		},
	},
}

var ipv6CountInterfacesConflict = &validate.Rule{
	ID:      "ipv6-count-interfaces-conflict",
	Summary: "all network interfaces of a request should get IPv6 addresses by count, or all by list",
	Reading: "The reference forbids both in the same request. EC2 is reported to refuse both on one interface " +
		"only, so the rule warns.",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv6AddressCount"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"NetworkInterfaces[].Ipv6AddressCount"},
	When:     []string{"NetworkInterfaces[].Ipv6Addresses"},
	Check: func(p *validate.Pass) {
		listed := -1
		for i, nic := range interfaces(p.Input) {
			if len(nic.Ipv6Addresses) == 0 {
				continue
			}
			if aws.ToInt32(nic.Ipv6AddressCount) > 0 {
				return // for ipv6-count-conflict
			}
			if listed < 0 {
				listed = i
			}
		}
		for i, nic := range interfaces(p.Input) {
			if aws.ToInt32(nic.Ipv6AddressCount) > 0 {
				with := p.At("NetworkInterfaces[].Ipv6Addresses", listed)
				p.Conflictf(p.At("NetworkInterfaces[].Ipv6AddressCount", i), []string{with},
					"should not be given in a request that has %s; list all addresses, or none", with)
				return
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":1},
				{"DeviceIndex":1,"Ipv6AddressCount":2}]}`,
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":0},
				{"DeviceIndex":1,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":1},
				{"DeviceIndex":1,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}]}`,
			At: "NetworkInterfaces[0].Ipv6AddressCount",
		},
	},
}
