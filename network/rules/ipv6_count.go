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
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":-1}]}`, At: "NetworkInterfaces[0].Ipv6AddressCount"},
	},
}

var ipv6CountConflict = &validate.Rule{
	ID:        "ipv6-count-conflict",
	Summary:   "IPv6 addresses must be given by count or by list, not by both",
	Reading:   "Each interface chooses for itself; a count of 0 is none.",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv6AddressCount"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Members:   []string{"Ipv6AddressCount", "NetworkInterfaces[].Ipv6AddressCount"},
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
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"},{"Ipv6Address":"2001:db8::11"}],"Ipv6AddressCount":0}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":1},{"DeviceIndex":1,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Ipv6AddressCount":1,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}`, At: "Ipv6AddressCount"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":1,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}]}`, At: "NetworkInterfaces[0].Ipv6AddressCount"},
	},
}
