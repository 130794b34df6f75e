package network

import (
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var interfaceDescriptionFormat = &validate.Rule{
	ID:      "interface-description-format",
	Summary: "the description of a network interface must be UTF-8 without control characters other than tab and line break, and without U+FFFE and U+FFFF: EC2 answers in XML, which cannot hold them",
	Reading: "A launch with such a description may succeed, but its answer cannot be read, and the instances would be lost sight of: an error.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Description"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].Description"},
	Tag:     "ec2text",
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Description":"größer"}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Description":"a\u0000b"}]}`, At: "NetworkInterfaces[0].Description"},
	},
}

var interfaceDeviceIndexRequired = &validate.Rule{
	ID:        "interface-device-index-required",
	Summary:   "every network interface must state its device index, 0 included",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "DeviceIndex"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"NetworkInterfaces[].DeviceIndex"},
	When:      []string{"NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if nic.DeviceIndex == nil {
				p.Reportf(validate.At("NetworkInterfaces[].DeviceIndex", i),
					"must be given: 0 for the primary network interface, a number not yet taken for others")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"SubnetId":"subnet-0123456789abcdef0"}]}`, At: "NetworkInterfaces[0].DeviceIndex"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`, At: "NetworkInterfaces[1].DeviceIndex"},
	},
}

var interfaceDeviceIndexRange = &validate.Rule{
	ID:      "interface-device-index-range",
	Summary: "a device index must not be negative",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "DeviceIndex"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].DeviceIndex"},
	Tag:     "min=0",
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":-1}]}`, At: "NetworkInterfaces[1].DeviceIndex"},
	},
}

var interfaceDeviceIndexUnique = &validate.Rule{
	ID:      "interface-device-index-unique",
	Summary: "two network interfaces on one network card must not have the same device index",
	Reading: "Network cards count their devices separately: launches with several Elastic Fabric Adapters repeat device index 0 or 1 on every card. An interface that names no card is on card 0.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "DeviceIndex"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].DeviceIndex", "NetworkInterfaces[].NetworkCardIndex"},
	When:    []string{"NetworkInterfaces[].DeviceIndex"},
	Check: func(p *validate.Pass) {
		nics := p.Input.NetworkInterfaces
		type place struct{ card, device int32 }
		repeats.Each(len(nics), func(i int) (place, bool) {
			device := nics[i].DeviceIndex
			if device == nil || *device < 0 {
				return place{}, false
			}
			return place{cardOf(&nics[i]), *device}, true
		}, func(first, again int) {
			with := validate.At("NetworkInterfaces[].DeviceIndex", first)
			p.Conflictf(validate.At("NetworkInterfaces[].DeviceIndex", again), []string{with},
				"is already that of %s on network card %d; give the next free number", with, cardOf(&nics[again]))
		})
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1}]}`},
		{Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":0,"NetworkCardIndex":1}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":0}]}`, At: "NetworkInterfaces[1].DeviceIndex"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},{"DeviceIndex":1,"NetworkCardIndex":0}]}`, At: "NetworkInterfaces[2].DeviceIndex"},
	},
}

var interfacePrimaryRequired = &validate.Rule{
	ID:        "interface-primary-required",
	Summary:   "one of the network interfaces must have device index 0, which is the primary one",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "DeviceIndex"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Members:   []string{"NetworkInterfaces[].DeviceIndex"},
	When:      []string{"NetworkInterfaces[].DeviceIndex"},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for _, nic := range interfaces(p.Input) {
			if nic.DeviceIndex == nil || *nic.DeviceIndex <= 0 {
				return
			}
		}
		p.Reportf("NetworkInterfaces[0].DeviceIndex", "one network interface must be the primary one; give it device index 0")
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":1},{"DeviceIndex":0}]}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"NetworkInterfaces":[{"DeviceIndex":1}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":1}]}`, At: "NetworkInterfaces[0].DeviceIndex"},
	},
}

var interfacePrimaryCardRequired = &validate.Rule{
	ID:      "interface-primary-card-required",
	Summary: "the primary network interface must be on network card 0",
	Reading: "Some network interface must have device index 0 on card 0; further ones with device index 0 may be on other cards.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "NetworkCardIndex"},
	Code:    "InvalidParameterCombination",
	Members: []string{"NetworkInterfaces[].NetworkCardIndex", "NetworkInterfaces[].DeviceIndex"},
	When:    []string{"NetworkInterfaces[].NetworkCardIndex", "NetworkInterfaces[].DeviceIndex"},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		astray := -1
		for i, nic := range interfaces(p.Input) {
			if nic.DeviceIndex == nil || cardOf(nic) < 0 || primary(nic) {
				return
			}
			if *nic.DeviceIndex == 0 && astray < 0 {
				astray = i
			}
		}
		if astray >= 0 {
			p.Reportf(validate.At("NetworkInterfaces[].NetworkCardIndex", astray),
				"must be 0 for the primary network interface, which is the one with device index 0")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":0}]}`},
		{Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":0,"NetworkCardIndex":1}]}`},
		{Spec: `{"InstanceType":"hpc7a.96xlarge","LaunchTemplate":{"LaunchTemplateName":"web"},"NetworkInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":1}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":1,"NetworkCardIndex":0},{"DeviceIndex":0,"NetworkCardIndex":1}]}`, At: "NetworkInterfaces[1].NetworkCardIndex"},
		{Spec: `{"InstanceType":"p4d.24xlarge","NetworkInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":1},{"DeviceIndex":0,"NetworkCardIndex":2}]}`, At: "NetworkInterfaces[0].NetworkCardIndex"},
	},
}

var interfaceCardRange = &validate.Rule{
	ID:      "interface-card-range",
	Summary: "a network card index must not be negative",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "NetworkCardIndex"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].NetworkCardIndex"},
	Tag:     "min=0",
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":0}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":-1}]}`, At: "NetworkInterfaces[0].NetworkCardIndex"},
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
		{Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"InterfaceType":"efa-only"}]}`, In: validate.Autumn2026},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"trunk"}]}`, At: "NetworkInterfaces[0].InterfaceType"},
		{Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"InterfaceType":"efa-only"}]}`, At: "NetworkInterfaces[1].InterfaceType", In: validate.Spring2023},
	},
}
