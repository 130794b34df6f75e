package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var secondaryInterfaceRange = &validate.Rule{
	ID:      "secondary-interface-range",
	Summary: "indexes and counts of a secondary interface must not be negative",
	Source:  validate.Source{Shape: "InstanceSecondaryInterfaceSpecificationRequest", Member: "DeviceIndex"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{
		"SecondaryInterfaces[].DeviceIndex",
		"SecondaryInterfaces[].NetworkCardIndex",
		"SecondaryInterfaces[].PrivateIpAddressCount",
	},
	Tag: "min=0",
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"NetworkCardIndex":1,"PrivateIpAddressCount":0}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":-1,
				"NetworkCardIndex":1}]}`,
			At: "SecondaryInterfaces[0].DeviceIndex",
		},
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"NetworkCardIndex":-1}]}`,
			At: "SecondaryInterfaces[0].NetworkCardIndex",
		},
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddressCount":-1}]}`,
			At: "SecondaryInterfaces[0].PrivateIpAddressCount",
		},
	},
}

var secondaryInterfaceSubnetFormat = &validate.Rule{
	ID:      "secondary-interface-subnet-format",
	Summary: "the ID of a secondary subnet must be printable ASCII characters, at least one",
	Reading: "No pattern is documented, but no ID has other characters.",
	Source:  validate.Source{Shape: "InstanceSecondaryInterfaceSpecificationRequest", Member: "SecondarySubnetId"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"SecondaryInterfaces[].SecondarySubnetId"},
	Tag:     "ec2ascii,min=1",
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"NetworkCardIndex":1,"SecondarySubnetId":"ss-0123456789abcdef0"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"NetworkCardIndex":1,"SecondarySubnetId":"ss-0123456789abcdef0\n"}]}`,
			At: "SecondaryInterfaces[0].SecondarySubnetId",
		},
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"NetworkCardIndex":1,"SecondarySubnetId":""}]}`,
			At: "SecondaryInterfaces[0].SecondarySubnetId",
		},
	},
}

var secondaryInterfaceTypeValues = &validate.Rule{
	ID:      "secondary-interface-type-values",
	Summary: "a secondary interface must be of a type that EC2 knows",
	Source:  validate.Source{Shape: "InstanceSecondaryInterfaceSpecificationRequest", Member: "InterfaceType"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"SecondaryInterfaces[].InterfaceType"},
	Values:  secondaryInterfaceTypes,
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"InterfaceType":"secondary"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"InterfaceType":"efa"}]}`,
			At: "SecondaryInterfaces[0].InterfaceType",
		},
	},
}

var secondaryInterfaceDeletionUnsupported = &validate.Rule{
	ID:      "secondary-interface-deletion-unsupported",
	Summary: "DeleteOnTermination of a secondary interface must be true or left out",
	Source:  validate.Source{Shape: "InstanceSecondaryInterfaceSpecificationRequest", Member: "DeleteOnTermination"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Given:   []string{"SecondaryInterfaces[].DeleteOnTermination"},
	Check: func(p *validate.Pass) {
		for i, nic := range secondaryInterfaces(p.Input) {
			if nic.DeleteOnTermination != nil && !*nic.DeleteOnTermination {
				p.Reportf(p.At("SecondaryInterfaces[].DeleteOnTermination", i),
					"must be true, or left out: a secondary interface is always deleted on termination")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"DeleteOnTermination":true}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"DeleteOnTermination":false}]}`,
			At: "SecondaryInterfaces[0].DeleteOnTermination",
		},
	},
}

var secondaryInterfaceIPRequired = &validate.Rule{
	ID:        "secondary-interface-ip-required",
	Summary:   "every entry of PrivateIpAddresses must name its address",
	Source:    validate.Source{Shape: "InstanceSecondaryInterfacePrivateIpAddressRequest", Member: "PrivateIpAddress"},
	Code:      "MissingParameter",
	CodeBasis: validate.Documented,
	Since:     validate.Autumn2026,
	Members:   []string{"SecondaryInterfaces[].PrivateIpAddresses[].PrivateIpAddress"},
	When:      []string{"SecondaryInterfaces[].PrivateIpAddresses"},
	Check: func(p *validate.Pass) {
		for i, nic := range secondaryInterfaces(p.Input) {
			for j := range nic.PrivateIpAddresses {
				if nic.PrivateIpAddresses[j].PrivateIpAddress == nil {
					p.Reportf(p.At("SecondaryInterfaces[].PrivateIpAddresses[].PrivateIpAddress", i, j),
						"must be given; for addresses of EC2's choice use PrivateIpAddressCount")
				}
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.50.0.12"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddresses":[{}]}]}`,
			At: "SecondaryInterfaces[0].PrivateIpAddresses[0].PrivateIpAddress",
		},
	},
}

var secondaryInterfaceIPFormat = &validate.Rule{
	ID:      "secondary-interface-ip-format",
	Summary: "an address of a secondary interface must be an IPv4 address in dotted decimal, such as 10.50.0.12",
	Source:  validate.Source{Shape: "InstanceSecondaryInterfacePrivateIpAddressRequest", Member: "PrivateIpAddress"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"SecondaryInterfaces[].PrivateIpAddresses[].PrivateIpAddress"},
	Tag:     "ec2ipv4",
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.50.0.12"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddresses":[{"PrivateIpAddress":"2001:db8:1234:1a00::10"}]}]}`,
			At: "SecondaryInterfaces[0].PrivateIpAddresses[0].PrivateIpAddress",
		},
	},
}

var secondaryInterfaceIPConflict = &validate.Rule{
	ID:       "secondary-interface-ip-conflict",
	Summary:  "addresses of a secondary interface should be given by count or by list, not by both",
	Reading:  "It is not documented, but read as for ordinary network interfaces, so the rule only warns.",
	Source:   validate.Source{Shape: "InstanceSecondaryInterfaceSpecificationRequest", Member: "PrivateIpAddressCount"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"SecondaryInterfaces[].PrivateIpAddressCount"},
	When:     []string{"SecondaryInterfaces[].PrivateIpAddresses"},
	Check: func(p *validate.Pass) {
		for i, nic := range secondaryInterfaces(p.Input) {
			if aws.ToInt32(nic.PrivateIpAddressCount) > 0 && len(nic.PrivateIpAddresses) > 0 {
				p.Conflictf(p.At("SecondaryInterfaces[].PrivateIpAddressCount", i),
					[]string{p.At("SecondaryInterfaces[].PrivateIpAddresses", i)},
					"may be refused beside PrivateIpAddresses; list all addresses, or none")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddressCount":2}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddressCount":2,"PrivateIpAddresses":[{"PrivateIpAddress":"10.50.0.12"}]}]}`,
			At: "SecondaryInterfaces[0].PrivateIpAddressCount",
		},
	},
}

var secondaryInterfaceIPInstancesConflict = &validate.Rule{
	ID:       "secondary-interface-ip-instances-conflict",
	Summary:  "addresses of a secondary interface should not be given when several instances may be launched",
	Reading:  "It is not documented, but read as for ordinary network interfaces, so the rule only warns.",
	Source:   validate.Source{Shape: "InstanceSecondaryInterfaceSpecificationRequest", Member: "PrivateIpAddresses"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"SecondaryInterfaces[].PrivateIpAddresses"},
	When:     []string{"MaxCount"},
	Check: func(p *validate.Pass) {
		for i, nic := range secondaryInterfaces(p.Input) {
			if several(p.Input) && len(nic.PrivateIpAddresses) > 0 {
				p.Conflictf(p.At("SecondaryInterfaces[].PrivateIpAddresses", i), []string{"MaxCount"},
					"can serve one instance only; give PrivateIpAddressCount, or a MaxCount of 1")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","MaxCount":2,"SecondaryInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddressCount":1}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","MaxCount":2,"SecondaryInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"PrivateIpAddresses":[{"PrivateIpAddress":"10.50.0.12"}]}]}`,
			At: "SecondaryInterfaces[1].PrivateIpAddresses",
		},
	},
}

var secondaryInterfaceLimit = &validate.Rule{
	ID:      "secondary-interface-limit",
	Summary: "an instance must not have more secondary interfaces than its type takes, which mostly is none",
	Source:  validate.Source{Shape: "NetworkInfo", Member: "MaximumSecondaryNetworkInterfaces"},
	Code:    "AttachmentLimitExceeded",
	Since:   validate.Autumn2026,
	Given:   []string{"SecondaryInterfaces"},
	When:    []string{"InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactSecondaryNetwork, instancetype.FactMaxSecondaryInterfaces},
	Check: func(p *validate.Pass) {
		info := p.InstanceType()
		if info.SecondaryNetwork() == instancetype.No {
			p.Conflictf("SecondaryInterfaces", []string{"InstanceType"},
				"%s takes no secondary interfaces; drop them, or choose a type that supports secondary networks",
				p.Input.InstanceType)
			return
		}
		if most, ok := info.MaxSecondaryInterfaces(); ok && len(p.Input.SecondaryInterfaces) > int(most) {
			p.Conflictf("SecondaryInterfaces", []string{"InstanceType"},
				"%s takes at most %d secondary interfaces, not %d",
				p.Input.InstanceType, most, len(p.Input.SecondaryInterfaces))
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,
				"NetworkCardIndex":1,"InterfaceType":"secondary"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.micro","SecondaryInterfaces":[{"DeviceIndex":0,
				"InterfaceType":"secondary"}]}`,
			At: "SecondaryInterfaces",
		},
	},
}

var secondaryInterfaceCardUnsupported = &validate.Rule{
	ID: "secondary-interface-card-unsupported",
	Summary: "a secondary interface must be on a network card that the instance type has, and that takes secondary " +
		"interfaces",
	Source:  validate.Source{Shape: "InstanceSecondaryInterfaceSpecificationRequest", Member: "NetworkCardIndex"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"SecondaryInterfaces[].NetworkCardIndex"},
	When:    []string{"SecondaryInterfaces", "InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactNetworkCards},
	Check: func(p *validate.Pass) {
		info := p.InstanceType()
		cards, ok := info.NetworkCards()
		if !ok {
			return
		}
		for i, nic := range secondaryInterfaces(p.Input) {
			index := aws.ToInt32(nic.NetworkCardIndex)
			card, has := info.NetworkCard(index)
			switch {
			case index < 0: // for secondary-interface-range
			case !has:
				p.Conflictf(p.At("SecondaryInterfaces[].NetworkCardIndex", i), []string{"InstanceType"},
					"must be at most %d on %s, whose network cards are counted from 0", cards-1, p.Input.InstanceType)
			case card.InterfaceType(types.NetworkCardInterfaceTypeSecondary) == instancetype.No:
				p.Conflictf(p.At("SecondaryInterfaces[].NetworkCardIndex", i), []string{"InstanceType"},
					"network card %d of %s takes no secondary interfaces; choose another card",
					index, p.Input.InstanceType)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":1}]}`},
		{Spec: `{"InstanceType":"r9g.large","SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":0}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"r9g.large","SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":1}]}`,
			At:   "SecondaryInterfaces[0].NetworkCardIndex",
		},
	},
}

var secondaryInterfaceSubnetUnknown = &validate.Rule{
	ID:      "secondary-interface-subnet-unknown",
	Summary: "a secondary subnet must exist, and not be deleted",
	Reading: "One that is still being created may be whole when the launch comes to it.",
	Source:  validate.Source{Shape: "InstanceSecondaryInterfaceSpecificationRequest", Member: "SecondarySubnetId"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Given:   []string{"SecondaryInterfaces[].SecondarySubnetId"},
	Asks:    []validate.Asked{validate.SecondarySubnet},
	Age:     validate.Edited,
	Check: func(p *validate.Pass) {
		for i, nic := range p.Input.SecondaryInterfaces {
			if nic.SecondarySubnetId == nil {
				continue
			}
			found, known := validate.SecondarySubnet.Of(p, *nic.SecondarySubnetId)
			path := p.At("SecondaryInterfaces[].SecondarySubnetId", i)
			if found == nil {
				if known {
					p.Reportf(path, "must exist: the account has no such secondary subnet in this Region")
				}
				continue
			}
			switch found.State {
			case types.SecondarySubnetStateCreateFailed, types.SecondarySubnetStateDeleteInProgress,
				types.SecondarySubnetStateDeleteComplete:
				p.Reportf(path, "must be create-complete, and is %s", found.State)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":1,"SecondarySubnetId":"ss-0123456789abcdef0"}]}`,
			Account: `{"SecondarySubnet":{"ss-0123456789abcdef0":{"State":"create-complete"}}}`,
		},
		{
			Spec: `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":` +
				`[{"DeviceIndex":0,"NetworkCardIndex":1,"SecondarySubnetId":"ss-0123456789abcdef0"}]}`,
			Account: `{"SecondarySubnet":{"ss-0123456789abcdef0":{"State":"create-in-progress"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":1,"SecondarySubnetId":"ss-0123456789abcdef0"}]}`,
			Account: `{"SecondarySubnet":{"ss-0123456789abcdef0":null}}`,
			At:      "SecondaryInterfaces[0].SecondarySubnetId",
		},
		{
			Spec:    `{"InstanceType":"p6e-gb200.36xlarge","SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":1,"SecondarySubnetId":"ss-0123456789abcdef0"}]}`,
			Account: `{"SecondarySubnet":{"ss-0123456789abcdef0":{"State":"delete-in-progress"}}}`,
			At:      "SecondaryInterfaces[0].SecondarySubnetId",
		},
	},
}

var secondaryInterfaceZoneConflict = &validate.Rule{
	ID:      "secondary-interface-zone-conflict",
	Summary: "a secondary subnet must lie in the zone of the subnet",
	Source:  validate.Source{Shape: "SecondarySubnet", Member: "AvailabilityZoneId"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Given:   []string{"SecondaryInterfaces[].SecondarySubnetId"},
	Reads:   []string{"SubnetId"},
	Asks:    []validate.Asked{validate.SecondarySubnet, validate.Subnet},
	Check: func(p *validate.Pass) {
		subnet := validate.Subnet.Named(p, p.Input.SubnetId)
		if subnet == nil || subnet.AvailabilityZoneId == nil {
			return
		}
		for i, nic := range p.Input.SecondaryInterfaces {
			if nic.SecondarySubnetId == nil {
				continue
			}
			found := validate.SecondarySubnet.Named(p, nic.SecondarySubnetId)
			if found != nil && found.AvailabilityZoneId != nil && *found.AvailabilityZoneId != *subnet.AvailabilityZoneId {
				p.Conflictf(p.At("SecondaryInterfaces[].SecondarySubnetId", i), []string{"SubnetId"}, "must lie in %s, the zone of the subnet", *subnet.AvailabilityZoneId)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"p6e-gb200.36xlarge","SubnetId":"subnet-0123456789abcdef0","SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":1,"SecondarySubnetId":"ss-0123456789abcdef0"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZoneId":"use1-az1"}},"SecondarySubnet":{"ss-0123456789abcdef0":{"AvailabilityZoneId":"use1-az1"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"p6e-gb200.36xlarge","SubnetId":"subnet-0123456789abcdef0","SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":1,"SecondarySubnetId":"ss-0123456789abcdef0"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZoneId":"use1-az1"}},"SecondarySubnet":{"ss-0123456789abcdef0":{"AvailabilityZoneId":"use1-az2"}}}`,
			At:      "SecondaryInterfaces[0].SecondarySubnetId",
		},
	},
}
