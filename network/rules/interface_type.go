package rules

import (
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var interfaceTypeUnsupported = &validate.Rule{
	ID:        "interface-type-unsupported",
	Summary:   "the instance type must take Elastic Fabric Adapters where a network interface is one",
	Source:    validate.Source{Shape: "NetworkInfo", Member: "EfaSupported", Guide: "efa"},
	Code:      "UnsupportedOperation",
	CodeBasis: validate.Observed,
	Given:     []string{"NetworkInterfaces[].InterfaceType"},
	When:      []string{"InstanceType"},
	Facts:     []instancetype.Fact{instancetype.FactEFA},
	Check: func(p *validate.Pass) {
		if p.InstanceType().EFA() != instancetype.No {
			return
		}
		for i, nic := range interfaces(p.Input) {
			if efa(nic) {
				p.Conflictf(p.At("NetworkInterfaces[].InterfaceType", i), []string{"InstanceType"},
					"%s takes no Elastic Fabric Adapters; drop it, or choose a type that takes them",
					p.Input.InstanceType)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"c5n.18xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`},
		{Spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"interface"}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`,
			At:   "NetworkInterfaces[0].InterfaceType",
		},
	},
}

var interfaceTypeValues = &validate.Rule{
	ID:        "interface-type-values",
	Summary:   "a network interface must be of a type that can be launched",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "InterfaceType"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"NetworkInterfaces[].InterfaceType"},
	Values:    interfaceTypes,
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"interface"}]}`},
		{
			Spec: `{"InstanceType":"p4d.24xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only"}]}`,
			Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"trunk"}]}`,
			At:   "NetworkInterfaces[0].InterfaceType",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":""}]}`,
			At:   "NetworkInterfaces[0].InterfaceType",
		},
		{
			Spec: `{"InstanceType":"p4d.24xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only"}]}`,
			At:    "NetworkInterfaces[1].InterfaceType",
			Until: validate.Spring2023,
		},
	},
}
