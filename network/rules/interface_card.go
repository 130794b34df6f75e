package rules

import (
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

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
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":-1}]}`,
			At:   "NetworkInterfaces[0].NetworkCardIndex",
		},
	},
}

var interfaceCardUnsupported = &validate.Rule{
	ID:      "interface-card-unsupported",
	Summary: "the instance type must have the network card that an interface is on",
	Source:  validate.Source{Shape: "NetworkInfo", Member: "MaximumNetworkCards", Guide: "using-eni"},
	Code:    "InvalidParameterValue",
	Given:   []string{"NetworkInterfaces[].NetworkCardIndex"},
	When:    []string{"InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactNetworkCards},
	Check: func(p *validate.Pass) {
		info := p.InstanceType()
		cards, ok := info.NetworkCards()
		if !ok {
			return
		}
		for i, nic := range interfaces(p.Input) {
			if _, has := info.NetworkCard(cardOf(nic)); !has && cardOf(nic) >= 0 {
				p.Conflictf(p.At("NetworkInterfaces[].NetworkCardIndex", i), []string{"InstanceType"},
					"must be at most %d on %s, whose network cards are counted from 0", cards-1, p.Input.InstanceType)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p4d.24xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"NetworkCardIndex":3}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p4d.24xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"NetworkCardIndex":4}]}`,
			At: "NetworkInterfaces[1].NetworkCardIndex",
		},
		{
			Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"NetworkCardIndex":1}]}`,
			At: "NetworkInterfaces[1].NetworkCardIndex",
		},
	},
}

var interfaceCardLimit = &validate.Rule{
	ID:      "interface-card-limit",
	Summary: "a network card must not get more network interfaces than it takes",
	Reading: "Where the number of ENA queues may be chosen, interface-card-flexible-limit judges.",
	Source:  validate.Source{Shape: "NetworkCardInfo", Member: "MaximumNetworkInterfaces"},
	Code:    "AttachmentLimitExceeded",
	Members: []string{"NetworkInterfaces[].NetworkCardIndex"},
	When:    []string{"NetworkInterfaces", "InstanceType"},
	Reads:   []string{"NetworkInterfaces[].EnaQueueCount"},
	Facts:   []instancetype.Fact{instancetype.FactNetworkCards},
	Check: func(p *validate.Pass) {
		info := p.InstanceType()
		cards, _ := info.NetworkCards()
		if cards < 2 || choosesQueues(p) { // a single card takes as many as the type: interface-count-limit
			return
		}
		for i, seat := range seatings.Of(p).seats {
			card, _ := info.NetworkCard(cardOf(&p.Input.NetworkInterfaces[i]))
			most, ok := card.MaxInterfaces()
			if ok && seat.rank == most+1 && len(p.Input.NetworkInterfaces) <= allCards(info) {
				p.Conflictf(p.At("NetworkInterfaces[].NetworkCardIndex", i), []string{"InstanceType"},
					"network card %d of %s takes at most %d network interfaces; put this one on another card",
					card.Index(), p.Input.InstanceType, most)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},
				{"DeviceIndex":0,"NetworkCardIndex":1},{"DeviceIndex":1,"NetworkCardIndex":1}]}`,
			Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},
				{"DeviceIndex":2}]}`,
			At: "NetworkInterfaces[2].NetworkCardIndex", Since: validate.Autumn2026,
		},
		{
			Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":0,"NetworkCardIndex":1},{"DeviceIndex":1,"NetworkCardIndex":1},
				{"DeviceIndex":2,"NetworkCardIndex":1}]}`,
			At: "NetworkInterfaces[3].NetworkCardIndex", Since: validate.Autumn2026,
		},
	},
}

// allCards is the number of interfaces that all cards take together.
func allCards(info instancetype.Info) (n int) {
	for _, card := range info.Cards() {
		most, _ := card.MaxInterfaces()
		n += int(most)
	}
	return n
}

var interfaceCardFlexibleLimit = &validate.Rule{
	ID:      "interface-card-flexible-limit",
	Summary: "a network card must not get more network interfaces than it takes where ENA queues are chosen",
	Reading: "Cards of types with flexible ENA queues take additional interfaces then. A launch template may " +
		"choose the queues, too.",
	Source: validate.Source{Shape: "NetworkCardInfo", Member: "AdditionalFlexibleNetworkInterfaces",
		Guide: "ena-queues"},
	Code:    "AttachmentLimitExceeded",
	Members: []string{"NetworkInterfaces[].NetworkCardIndex"},
	When:    []string{"NetworkInterfaces", "InstanceType"},
	Reads:   []string{"NetworkInterfaces[].EnaQueueCount"},
	Facts:   []instancetype.Fact{instancetype.FactNetworkCards, instancetype.FactFlexibleENAQueues},
	Check: func(p *validate.Pass) {
		if !choosesQueues(p) {
			return
		}
		info := p.InstanceType()
		for i, seat := range seatings.Of(p).seats {
			card, _ := info.NetworkCard(cardOf(&p.Input.NetworkInterfaces[i]))
			if most, ok := flexibleCapacity(info, card); ok && seat.rank == most+1 {
				p.Conflictf(p.At("NetworkInterfaces[].NetworkCardIndex", i), []string{"InstanceType"},
					"network card %d of %s takes at most %d network interfaces, also where ENA queues are chosen; "+
						"drop this one, or choose a larger type",
					card.Index(), p.Input.InstanceType, most)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m6i.large","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":1},
				{"DeviceIndex":1},{"DeviceIndex":2},{"DeviceIndex":3}]}`, Since: validate.Autumn2026,
		},
		{
			Spec: `{"InstanceType":"t3.micro","LaunchTemplate":{"LaunchTemplateName":"web"},
				"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.micro","LaunchTemplate":{"LaunchTemplateName":"web"},
				"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},{"DeviceIndex":2}]}`,
			At: "NetworkInterfaces[2].NetworkCardIndex",
		},
	},
}
