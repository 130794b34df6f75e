package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var topLevelInterfaceConflict = &validate.Rule{
	ID: "top-level-interface-conflict",
	Summary: "beside NetworkInterfaces, the subnet, the security groups and the private address must be given " +
		"inside of the interfaces",
	Reading:   "An empty list of interfaces is none.",
	Source:    validate.Source{Shape: "RunInstances", Member: "NetworkInterfaces"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Given:     []string{"SubnetId", "SecurityGroupIds", "SecurityGroups", "PrivateIpAddress"},
	When:      []string{"NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		move := func(set bool, member, to string) {
			if set {
				p.Conflictf(member, []string{"NetworkInterfaces"},
					"must not be given with NetworkInterfaces; set %s there", to)
			}
		}
		move(p.Input.PrivateIpAddress != nil, "PrivateIpAddress", "PrivateIpAddress")
		move(len(p.Input.SecurityGroupIds) > 0, "SecurityGroupIds", "Groups")
		move(len(p.Input.SecurityGroups) > 0, "SecurityGroups", "Groups, by ID,")
		move(p.Input.SubnetId != nil, "SubnetId", "SubnetId")
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0",
				"Groups":["sg-0123456789abcdef0"],"PrivateIpAddress":"10.0.0.12"}]}`,
		},
		{Spec: `{"NetworkInterfaces":[],"SubnetId":"subnet-0123456789abcdef0"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0}],"SubnetId":"subnet-0123456789abcdef0"}`, At: "SubnetId"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0}],"SecurityGroupIds":["sg-0123456789abcdef0"]}`,
			At:   "SecurityGroupIds",
		},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0}],"SecurityGroups":["default"]}`, At: "SecurityGroups"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0}],"SecurityGroups":["sg-1a2b3c4d"]}`, At: "SecurityGroups"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0}],"PrivateIpAddress":"10.0.0.12"}`, At: "PrivateIpAddress"},
	},
}

var topLevelIPv6Conflict = &validate.Rule{
	ID:      "top-level-ipv6-conflict",
	Summary: "beside NetworkInterfaces, IPv6 addresses must be given inside of the interfaces",
	Reading: "A count of 0 asks for nothing and is let pass.",
	Source:  validate.Source{Shape: "RunInstances", Member: "Ipv6AddressCount"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"Ipv6AddressCount", "Ipv6Addresses"},
	When:    []string{"NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		if aws.ToInt32(p.Input.Ipv6AddressCount) > 0 {
			p.Conflictf("Ipv6AddressCount", []string{"NetworkInterfaces"},
				"must not be given with NetworkInterfaces; set Ipv6AddressCount there")
		}
		if len(p.Input.Ipv6Addresses) > 0 {
			p.Conflictf("Ipv6Addresses", []string{"NetworkInterfaces"},
				"must not be given with NetworkInterfaces; set Ipv6Addresses there")
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":1}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0}],"Ipv6AddressCount":1}`, At: "Ipv6AddressCount"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0}],"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}`,
			At:   "Ipv6Addresses",
		},
	},
}

var topLevelPrimaryIPv6Conflict = &validate.Rule{
	ID:       "top-level-primary-ipv6-conflict",
	Summary:  "beside NetworkInterfaces, a primary IPv6 address should be asked for inside of an interface",
	Reading:  "It follows by analogy with the other members that describe the one interface of a request.",
	Source:   validate.Source{Shape: "RunInstances", Member: "EnablePrimaryIpv6"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"EnablePrimaryIpv6"},
	When:     []string{"NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		if *p.Input.EnablePrimaryIpv6 {
			p.Conflictf("EnablePrimaryIpv6", []string{"NetworkInterfaces"},
				"should not be given with NetworkInterfaces; set PrimaryIpv6 of an interface")
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":1,"PrimaryIpv6":true}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":1}],"EnablePrimaryIpv6":true}`,
			At:   "EnablePrimaryIpv6",
		},
	},
}
