package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var interfaceDescriptionFormat = &validate.Rule{
	ID: "interface-description-format",
	Summary: "the description of a network interface must be UTF-8 without control characters other than tab and " +
		"line break, and without U+FFFE and U+FFFF: EC2 answers in XML, which cannot hold them",
	Reading: "A launch with such a description may succeed, but its answer cannot be read, and the instances would " +
		"be lost sight of: an error.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Description"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].Description"},
	Tag:     "ec2text",
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Description":"größer"}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Description":"a\u0000b"}]}`,
			At:   "NetworkInterfaces[0].Description",
		},
	},
}
