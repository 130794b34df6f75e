package rules

import (
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var interfaceTypeUnsupported = &validate.Rule{
	ID:      "interface-type-unsupported",
	Summary: "the instance type, and the network card, must take network interfaces of that type",
	Source:  validate.Source{Shape: "NetworkInfo", Member: "EfaSupported", Guide: "efa"},
	Code:    "InvalidParameterCombination",
	Absent:  []string{"NetworkInterfaces[].InterfaceType"},
	When:    []string{"NetworkInterfaces", "InstanceType"},
	Reads:   []string{"NetworkInterfaces[].NetworkCardIndex"},
	Facts:   []instancetype.Fact{instancetype.FactEFA, instancetype.FactNetworkCards},
	Check: func(p *validate.Pass) {
		info := p.InstanceType()
		for i, nic := range interfaces(p.Input) {
			path := "NetworkInterfaces[].InterfaceType"
			if efa(nic) && info.EFA() == instancetype.No {
				p.Conflictf(p.At(path, i), []string{"InstanceType"},
					"%s has no Elastic Fabric Adapters; drop it, or choose a type that has", p.Input.InstanceType)
				continue
			}
			card, _ := info.NetworkCard(cardOf(nic))
			if card.InterfaceType(kindOf(nic)) == instancetype.No {
				p.Conflictf(p.At(path, i), []string{"InstanceType"},
					"network card %d of %s takes only %v", card.Index(), p.Input.InstanceType, card.InterfaceTypes())
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"c5n.18xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`, At: "NetworkInterfaces[0].InterfaceType"},
	},
}

var interfaceTypeValues = &validate.Rule{
	ID:      "interface-type-values",
	Summary: "a network interface must be of a type that can be launched",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "InterfaceType"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].InterfaceType"},
	Values:  interfaceTypes,
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"interface"}]}`},
		{Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"InterfaceType":"efa-only"}]}`, Since: validate.Autumn2026},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"trunk"}]}`, At: "NetworkInterfaces[0].InterfaceType"},
		{Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"InterfaceType":"efa-only"}]}`, At: "NetworkInterfaces[1].InterfaceType", Until: validate.Spring2023},
	},
}
