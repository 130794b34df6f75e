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
	Members:   []string{"NetworkInterfaces[].DeviceIndex"},
	When:      []string{"NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		if p.Stored() {
			return // see launch-template-device-index-required
		}
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
		{
			Spec: `{"NetworkInterfaces":[{"SubnetId":"subnet-0123456789abcdef0"}]}`,
			At:   "NetworkInterfaces[0].DeviceIndex",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
			At:   "NetworkInterfaces[1].DeviceIndex",
		},
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
	Reading: "Network cards count their devices separately: launches with several Elastic Fabric Adapters repeat " +
		"device index 0 or 1 on every card. An interface that names no card is on card 0.",
	Source: validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "DeviceIndex"},
	Code:   "InvalidParameterValue",
	Given:  []string{"NetworkInterfaces[].DeviceIndex"},
	Reads:  []string{"NetworkInterfaces[].NetworkCardIndex"},
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
		{
			Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":0,"NetworkCardIndex":1}]}`, Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":0}]}`, At: "NetworkInterfaces[1].DeviceIndex"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},
				{"DeviceIndex":1,"NetworkCardIndex":0}]}`,
			At: "NetworkInterfaces[2].DeviceIndex",
		},
	},
}

var interfaceDeviceIndexLimit = &validate.Rule{
	ID: "interface-device-index-limit",
	Summary: "on a type with several network cards, a device index must be lower than the number of network " +
		"interfaces that its card takes",
	Reading: "EC2 names the highest device index of the card when it refuses one. Where the number of ENA queues " +
		"may be chosen, cards take more, and the rule is silent.",
	Source: validate.Source{Shape: "NetworkCardInfo", Member: "MaximumNetworkInterfaces"},
	Code:   "InvalidParameterValue",
	Given:  []string{"NetworkInterfaces[].DeviceIndex"},
	When:   []string{"InstanceType"},
	Reads:  []string{"NetworkInterfaces[].NetworkCardIndex", "NetworkInterfaces[].EnaQueueCount"},
	Facts:  []instancetype.Fact{instancetype.FactNetworkCards},
	Check: func(p *validate.Pass) {
		if cards, ok := p.InstanceType().NetworkCards(); ok && cards > 1 {
			limitDeviceIndexes(p, "must be at most %d on network card %d of %s, which takes %d network interfaces")
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"NetworkCardIndex":1}]}`, Since: validate.Autumn2026,
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"NetworkCardIndex":2}]}`, Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":2,"NetworkCardIndex":2}]}`,
			At: "NetworkInterfaces[1].DeviceIndex", Since: validate.Autumn2026,
		},
		{
			Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":2,"NetworkCardIndex":1}]}`,
			At: "NetworkInterfaces[1].DeviceIndex", Since: validate.Autumn2026,
		},
	},
}

var interfaceDeviceIndexSingleCardLimit = &validate.Rule{
	ID: "interface-device-index-single-card-limit",
	Summary: "on a type with a single network card, a device index should be lower than the number of network " +
		"interfaces that the card takes",
	Reading:  "It is reported of types with several network cards only, so the rule warns.",
	Source:   validate.Source{Shape: "NetworkCardInfo", Member: "MaximumNetworkInterfaces"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"NetworkInterfaces[].DeviceIndex"},
	When:     []string{"InstanceType"},
	Reads:    []string{"NetworkInterfaces[].NetworkCardIndex", "NetworkInterfaces[].EnaQueueCount"},
	Facts:    []instancetype.Fact{instancetype.FactNetworkCards},
	Check: func(p *validate.Pass) {
		if cards, _ := p.InstanceType().NetworkCards(); cards == 1 {
			limitDeviceIndexes(p,
				"should be at most %d on network card %d of %s, which takes %d network interfaces")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":2}]}`,
			At:   "NetworkInterfaces[1].DeviceIndex",
		},
	},
}

// limitDeviceIndexes reports the device indexes that are beyond what their card
// takes, unless the card has too many interfaces anyhow.
func limitDeviceIndexes(p *validate.Pass, message string) {
	for i, nic := range interfaces(p.Input) {
		card, _ := p.InstanceType().NetworkCard(cardOf(nic))
		most, ok := card.MaxInterfaces()
		if !ok || nic.DeviceIndex == nil || *nic.DeviceIndex < most || choosesQueues(p) {
			continue
		}
		if seatings.Of(p).cards[card.Index()].rank <= most {
			p.Conflictf(p.At("NetworkInterfaces[].DeviceIndex", i), []string{"InstanceType"},
				message, most-1, card.Index(), p.Input.InstanceType, most)
		}
	}
}
