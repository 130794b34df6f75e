package rules

import (
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var interfaceDeviceIndexRequired = &validate.Rule{
	ID:        "interface-device-index-required",
	Summary:   "every network interface must state its device index, 0 included",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "DeviceIndex"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Absent:    []string{"NetworkInterfaces[].DeviceIndex"},
	When:      []string{"NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if nic.DeviceIndex == nil {
				p.Reportf(p.At("NetworkInterfaces[].DeviceIndex", i),
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
	Members: []string{"NetworkInterfaces[].DeviceIndex"},
	Reads:   []string{"NetworkInterfaces[].NetworkCardIndex"},
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
			with := p.At("NetworkInterfaces[].DeviceIndex", first)
			p.Conflictf(p.At("NetworkInterfaces[].DeviceIndex", again), []string{with},
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

var interfaceDeviceIndexLimit = &validate.Rule{
	ID:        "interface-device-index-limit",
	Summary:   "a device index should be lower than the number of network interfaces that the network card takes",
	Reading:   "It is not documented, but instances of types with several cards were reported to terminate otherwise, so the rule only warns. Flexible ENA queues raise the limit.",
	Source:    validate.Source{Shape: "NetworkCardInfo", Member: "MaximumNetworkInterfaces"},
	Severity:  validate.SeverityWarning,
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"NetworkInterfaces[].DeviceIndex"},
	When:      []string{"InstanceType"},
	Reads:     []string{"NetworkInterfaces[].NetworkCardIndex"},
	Facts:     []instancetype.Fact{instancetype.FactNetworkCards},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			card := cardOf(nic)
			most, ok := cardCapacity(p, card)
			if !ok || nic.DeviceIndex == nil || int64(*nic.DeviceIndex) < most {
				continue
			}
			if _, over := overflow(p.Input, card, most); !over {
				p.Conflictf(p.At("NetworkInterfaces[].DeviceIndex", i), []string{"InstanceType"},
					"network card %d of %s takes %d network interfaces; give a device index of at most %d", card, p.Input.InstanceType, most, most-1)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"NetworkCardIndex":1}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":2,"NetworkCardIndex":1}]}`, At: "NetworkInterfaces[1].DeviceIndex"},
	},
}
