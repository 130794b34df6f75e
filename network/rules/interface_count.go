package rules

import (
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var interfaceCountLimit = &validate.Rule{
	ID:      "interface-count-limit",
	Summary: "an instance must not have more network interfaces than its type takes",
	Reading: "The limit spans all network cards and counts Elastic Fabric Adapters. Where the number of ENA queues " +
		"may be chosen, interface-card-flexible-limit judges.",
	Source:    validate.Source{Shape: "NetworkInfo", Member: "MaximumNetworkInterfaces", Guide: "AvailableIpPerENI"},
	Code:      "AttachmentLimitExceeded",
	CodeBasis: validate.Observed,
	Given:     []string{"NetworkInterfaces"},
	When:      []string{"InstanceType"},
	Reads:     []string{"NetworkInterfaces[].EnaQueueCount"},
	// How many cards there are tells how far the maximum may be trusted.
	Facts: []instancetype.Fact{instancetype.FactMaxNetworkInterfaces, instancetype.FactNetworkCards},
	Check: func(p *validate.Pass) {
		most, ok := p.InstanceType().MaxNetworkInterfaces()
		if n := len(p.Input.NetworkInterfaces); ok && n > int(most) && !choosesQueues(p) {
			p.Conflictf("NetworkInterfaces", []string{"InstanceType"},
				"%s takes at most %d network interfaces, not %d; attach fewer, or choose a larger type",
				p.Input.InstanceType, most, n)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1}]}`},
		{
			Spec: `{"InstanceType":"m6i.large","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":1},
				{"DeviceIndex":1},{"DeviceIndex":2},{"DeviceIndex":3}]}`, Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},
				{"DeviceIndex":2}]}`,
			At: "NetworkInterfaces",
		},
	},
}
