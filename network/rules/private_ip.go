package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var privateIPFormat = &validate.Rule{
	ID:      "private-ip-format",
	Summary: "a private address must be an IPv4 address in dotted decimal, without a prefix length",
	Reading: "The address may lie outside of RFC 1918: a VPC may use other ranges.",
	Source:  validate.Source{Shape: "RunInstances", Member: "PrivateIpAddress"},
	Code:    "InvalidParameterValue",
	Members: []string{"PrivateIpAddress"},
	Tag:     "ec2ipv4",
	Good: []validate.Example{
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.12"}`},
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"203.0.113.20"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.256"}`, At: "PrivateIpAddress"},
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.12/32"}`, At: "PrivateIpAddress"},
	},
}

var privateIPInstancesConflict = &validate.Rule{
	ID:      "private-ip-instances-conflict",
	Summary: "a private address must not be given when several instances may be launched",
	Reading: "Several instances may be launched when MaxCount is above 1.",
	Source:  validate.Source{Shape: "RunInstances", Member: "PrivateIpAddress"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"PrivateIpAddress"},
	When:    []string{"MaxCount"},
	Reads:   []string{"NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		if several(p.Input) && len(p.Input.NetworkInterfaces) == 0 {
			p.Conflictf("PrivateIpAddress", []string{"MaxCount"},
				"must not be given to %d instances; drop it, or launch one instance with MaxCount 1",
				*p.Input.MaxCount)
		}
	},
	Good: []validate.Example{
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.12","MaxCount":1}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SubnetId":"subnet-0123456789abcdef0","PrivateIpAddress":"10.0.0.12","MaxCount":2}`,
			At:   "PrivateIpAddress",
		},
	},
}
