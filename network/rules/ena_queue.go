package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var enaQueueCountRange = &validate.Rule{
	ID:      "ena-queue-count-range",
	Summary: "a network interface must have at least one ENA queue",
	Source: validate.Source{
		Shape: "InstanceNetworkInterfaceSpecification", Member: "EnaQueueCount", Guide: "ena-queues",
	},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"NetworkInterfaces[].EnaQueueCount"},
	Tag:     "min=1",
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m6i.large","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":1}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m6i.large","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":0}]}`,
			At:   "NetworkInterfaces[0].EnaQueueCount",
		},
	},
}

var enaQueueCountFormat = &validate.Rule{
	ID:      "ena-queue-count-format",
	Summary: "the number of ENA queues of a network interface must be a power of two",
	Reading: "Each interface is judged by itself: the sum over all need not be a power of two.",
	Source: validate.Source{
		Shape: "InstanceNetworkInterfaceSpecification", Member: "EnaQueueCount", Guide: "ena-queues",
	},
	Code:  "InvalidParameterValue",
	Since: validate.Autumn2026,
	Given: []string{"NetworkInterfaces[].EnaQueueCount"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if n := aws.ToInt32(nic.EnaQueueCount); n > 0 && n&(n-1) != 0 {
				p.Reportf(p.At("NetworkInterfaces[].EnaQueueCount", i),
					"must be a power of two: 1, 2, 4, 8 and so on")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m6i.4xlarge","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":1}]}`},
		{Spec: `{"InstanceType":"m6i.4xlarge","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":16}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m6i.4xlarge","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":6}]}`,
			At:   "NetworkInterfaces[0].EnaQueueCount",
		},
	},
}

var enaQueueUnsupported = &validate.Rule{
	ID:      "ena-queue-unsupported",
	Summary: "the instance type must support flexible ENA queues where their number is given",
	Source:  validate.Source{Shape: "NetworkInfo", Member: "FlexibleEnaQueuesSupport", Guide: "ena-queues"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
	Given:   []string{"NetworkInterfaces[].EnaQueueCount"},
	When:    []string{"InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactFlexibleENAQueues},
	Check: func(p *validate.Pass) {
		if p.InstanceType().FlexibleENAQueues() != instancetype.No {
			return
		}
		for i, nic := range interfaces(p.Input) {
			if nic.EnaQueueCount != nil {
				p.Conflictf(p.At("NetworkInterfaces[].EnaQueueCount", i), []string{"InstanceType"},
					"must not be given: the number of ENA queues of %s cannot be chosen; "+
						"drop it, or choose a type with flexible ENA queues", p.Input.InstanceType)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m6i.large","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":2}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":2}]}`,
			At:   "NetworkInterfaces[0].EnaQueueCount",
		},
	},
}

var enaQueueInterfaceLimit = &validate.Rule{
	ID:      "ena-queue-interface-limit",
	Summary: "a network interface must not have more ENA queues than its network card gives to one",
	Source:  validate.Source{Shape: "NetworkCardInfo", Member: "MaximumEnaQueueCountPerInterface", Guide: "ena-queues"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Given:   []string{"NetworkInterfaces[].EnaQueueCount"},
	When:    []string{"InstanceType"},
	Reads:   []string{"NetworkInterfaces[].NetworkCardIndex"},
	Facts:   []instancetype.Fact{instancetype.FactFlexibleENAQueues, instancetype.FactNetworkCards},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			card, _ := p.InstanceType().NetworkCard(cardOf(nic))
			if most, ok := card.MaxENAQueuesPerInterface(); ok && aws.ToInt32(nic.EnaQueueCount) > most {
				p.Conflictf(p.At("NetworkInterfaces[].EnaQueueCount", i), []string{"InstanceType"},
					"%s takes at most %d ENA queues on a network interface", p.Input.InstanceType, most)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m6i.4xlarge","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":16}]}`},
		{Spec: `{"InstanceType":"m8a.12xlarge","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":64}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m6i.4xlarge","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":32}]}`,
			At:   "NetworkInterfaces[0].EnaQueueCount",
		},
	},
}

var enaQueueCardLimit = &validate.Rule{
	ID:      "ena-queue-card-limit",
	Summary: "the network interfaces of a network card must not have more ENA queues than the card",
	Reading: "Only numbers that are given count, not the defaults of other interfaces.",
	Source:  validate.Source{Shape: "NetworkCardInfo", Member: "MaximumEnaQueueCount", Guide: "ena-queues"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Given:   []string{"NetworkInterfaces[].EnaQueueCount"},
	When:    []string{"InstanceType"},
	Reads:   []string{"NetworkInterfaces[].NetworkCardIndex"},
	Facts:   []instancetype.Fact{instancetype.FactFlexibleENAQueues, instancetype.FactNetworkCards},
	Check: func(p *validate.Pass) {
		info := p.InstanceType()
		for i, nic := range interfaces(p.Input) {
			n := int64(aws.ToInt32(nic.EnaQueueCount))
			if n <= 0 {
				continue
			}
			card, _ := info.NetworkCard(cardOf(nic))
			most, ok := card.MaxENAQueues()
			if given := seatings.Of(p).seats[i].queues; ok && given > int64(most) && given-n <= int64(most) {
				p.Conflictf(p.At("NetworkInterfaces[].EnaQueueCount", i), []string{"InstanceType"},
					"network card %d of %s has %d ENA queues in all, %d too few; give fewer to its network interfaces",
					card.Index(), p.Input.InstanceType, most, given-int64(most))
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"c6i.large","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":2},
				{"DeviceIndex":1,"EnaQueueCount":2},{"DeviceIndex":2,"EnaQueueCount":2}]}`,
		},
		{
			Spec: `{"InstanceType":"m6i.4xlarge","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":16},
				{"DeviceIndex":1,"EnaQueueCount":16},{"DeviceIndex":2,"EnaQueueCount":16},
				{"DeviceIndex":3,"EnaQueueCount":16}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m6i.4xlarge","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":16},
				{"DeviceIndex":1,"EnaQueueCount":16},{"DeviceIndex":2,"EnaQueueCount":16},
				{"DeviceIndex":3,"EnaQueueCount":16},{"DeviceIndex":4,"EnaQueueCount":1}]}`,
			At: "NetworkInterfaces[4].EnaQueueCount",
		},
	},
}

var enaQueueAdvice = &validate.Rule{
	ID:       "ena-queue-advice",
	Summary:  "a network interface should not have more ENA queues than the instance has vCPUs",
	Reading:  "The User Guide forbids it in one sentence, and in a table allows more for many types.",
	Source:   validate.Source{Guide: "ena-queues"},
	Severity: validate.SeverityAdvice,
	Since:    validate.Autumn2026,
	Given:    []string{"NetworkInterfaces[].EnaQueueCount"},
	When:     []string{"InstanceType"},
	Reads:    []string{"CpuOptions.CoreCount", "CpuOptions.ThreadsPerCore"},
	Facts:    []instancetype.Fact{instancetype.FactVCPUs},
	Check: func(p *validate.Pass) {
		n, ok := p.InstanceType().VCPUs()
		vcpus := int64(n)
		if cpu := p.Input.CpuOptions; cpu != nil && cpu.CoreCount != nil && cpu.ThreadsPerCore != nil {
			vcpus, ok = int64(*cpu.CoreCount)*int64(*cpu.ThreadsPerCore), true
		}
		for i, nic := range interfaces(p.Input) {
			if ok && int64(aws.ToInt32(nic.EnaQueueCount)) > vcpus {
				p.Conflictf(p.At("NetworkInterfaces[].EnaQueueCount", i), []string{"InstanceType"},
					"should be at most the %d vCPUs of the instance", vcpus)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m8a.12xlarge","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":32}]}`},
		{Spec: `{"InstanceType":"m6i.4xlarge","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":16}]}`},
		{Spec: `{"InstanceType":"m6i.4xlarge","CpuOptions":{"CoreCount":4,"ThreadsPerCore":2},
			"NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":8}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m8a.12xlarge","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":64}]}`,
			At:   "NetworkInterfaces[0].EnaQueueCount",
		},
		{
			Spec: `{"InstanceType":"m6i.4xlarge","CpuOptions":{"CoreCount":4,"ThreadsPerCore":2},
				"NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":16}]}`,
			At: "NetworkInterfaces[0].EnaQueueCount",
		},
	},
}
