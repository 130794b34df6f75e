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
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":-1}]}`, At: "NetworkInterfaces[0].NetworkCardIndex"},
	},
}

var interfaceCardUnsupported = &validate.Rule{
	ID:      "interface-card-unsupported",
	Summary: "the instance type must have the network card that an interface is on",
	Source:  validate.Source{Shape: "NetworkInfo", Member: "MaximumNetworkCards", Guide: "using-eni"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].NetworkCardIndex"},
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
		{Spec: `{"InstanceType":"p4d.24xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"NetworkCardIndex":3}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"p4d.24xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"NetworkCardIndex":4}]}`, At: "NetworkInterfaces[1].NetworkCardIndex"},
		{Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"NetworkCardIndex":1}]}`, At: "NetworkInterfaces[1].NetworkCardIndex"},
	},
}

var interfaceCardLimit = &validate.Rule{
	ID:      "interface-card-limit",
	Summary: "a network card must not get more network interfaces than it takes",
	Reading: "Flexible ENA queues raise the limit.",
	Source:  validate.Source{Shape: "NetworkCardInfo", Member: "MaximumNetworkInterfaces"},
	Code:    "AttachmentLimitExceeded",
	Absent:  []string{"NetworkInterfaces[].NetworkCardIndex"},
	When:    []string{"NetworkInterfaces", "InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactNetworkCards},
	Check: func(p *validate.Pass) {
		n := int64(len(p.Input.NetworkInterfaces))
		if most, ok := typeCapacity(p); ok && n > most {
			return
		}
		cards, _ := p.InstanceType().NetworkCards()
		for card := range cards {
			most, ok := cardCapacity(p, card)
			if !ok || most >= n {
				continue
			}
			if i, over := overflow(p.Input, card, most); over {
				p.Conflictf(p.At("NetworkInterfaces[].NetworkCardIndex", i), []string{"InstanceType"},
					"network card %d of %s takes at most %d network interfaces; put this one on another card", card, p.Input.InstanceType, most)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},{"DeviceIndex":0,"NetworkCardIndex":1},{"DeviceIndex":1,"NetworkCardIndex":1}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},{"DeviceIndex":2}]}`, At: "NetworkInterfaces[2].NetworkCardIndex"},
		{Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":0,"NetworkCardIndex":1},{"DeviceIndex":1,"NetworkCardIndex":1},{"DeviceIndex":2,"NetworkCardIndex":1}]}`, At: "NetworkInterfaces[3].NetworkCardIndex"},
	},
}
