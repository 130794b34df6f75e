package rules

import (
	"cmp"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var ipv6InstancesConflict = &validate.Rule{
	ID:      "ipv6-instances-conflict",
	Summary: "a list of IPv6 addresses must not be given when several instances may be launched",
	Reading: "The reference forbids the list beside a minimum number of instances, which every request has to " +
		"give. It is read to mean that one address cannot go to several instances, as MaxCount above 1 asks for.",
	Source: validate.Source{Shape: "RunInstances", Member: "Ipv6Addresses"},
	Code:   "InvalidParameterCombination",
	Given:  []string{"Ipv6Addresses", "NetworkInterfaces[].Ipv6Addresses"},
	When:   []string{"MaxCount"},
	Check: func(p *validate.Pass) {
		if !several(p.Input) {
			return
		}
		for s := range ipv6Settings(p.Input) {
			if len(s.addresses) > 0 {
				p.Conflictf(s.at(p, "Ipv6Addresses"), []string{"MaxCount"},
					"must not be given to %d instances; let EC2 choose with Ipv6AddressCount, "+
						"or launch one instance with MaxCount 1", *p.Input.MaxCount)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}],"MinCount":1,"MaxCount":1}`},
		{Spec: `{"Ipv6AddressCount":1,"MinCount":2,"MaxCount":2}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}],"MaxCount":2}`, At: "Ipv6Addresses"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}],
				"MaxCount":2}`,
			At: "NetworkInterfaces[0].Ipv6Addresses",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}],
				"MaxCount":2}`,
			At: "NetworkInterfaces[1].Ipv6Addresses",
		},
	},
}

var ipv6Unsupported = &validate.Rule{
	ID:        "ipv6-unsupported",
	Summary:   "the instance type must support IPv6 for an interface to have IPv6 addresses",
	Source:    validate.Source{Shape: "NetworkInfo", Member: "Ipv6Supported"},
	Code:      "UnsupportedOperation",
	CodeBasis: validate.Observed,
	Given: []string{
		"Ipv6AddressCount",
		"Ipv6Addresses",
		"EnablePrimaryIpv6",
		"NetworkInterfaces[].Ipv6AddressCount",
		"NetworkInterfaces[].Ipv6Addresses",
		"NetworkInterfaces[].PrimaryIpv6",
	},
	When:  []string{"InstanceType"},
	Facts: []instancetype.Fact{instancetype.FactIPv6},
	Check: func(p *validate.Pass) {
		if p.InstanceType().IPv6() != instancetype.No {
			return
		}
		for s := range ipv6Settings(p.Input) {
			_, member := s.asked()
			if aws.ToBool(s.primary) {
				member = cmp.Or(member, s.primaryName)
			}
			if member != "" {
				p.Conflictf(s.at(p, member), []string{"InstanceType"},
					"%s does not support IPv6; drop it, or choose another type", p.Input.InstanceType)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t2.micro","Ipv6AddressCount":1}`},
		{Spec: `{"InstanceType":"m3.large","Ipv6AddressCount":0}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m3.large","Ipv6AddressCount":1}`, At: "Ipv6AddressCount"},
		{Spec: `{"InstanceType":"m3.large","EnablePrimaryIpv6":true}`, At: "EnablePrimaryIpv6",
			Since: validate.Autumn2026},
		{
			Spec: `{"InstanceType":"c1.medium","NetworkInterfaces":[{"DeviceIndex":0,
				"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}]}`,
			At: "NetworkInterfaces[0].Ipv6Addresses",
		},
	},
}
