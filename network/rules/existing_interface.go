package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// conflictExisting reports a member that only a new interface takes.
func conflictExisting(p *validate.Pass, member string, i int, message string) {
	p.Conflictf(p.At("NetworkInterfaces[]."+member, i),
		[]string{p.At("NetworkInterfaces[].NetworkInterfaceId", i)}, "%s", message)
}

var existingInterfaceSubnetConflict = &validate.Rule{
	ID:      "existing-interface-subnet-conflict",
	Summary: "an existing network interface must be given no subnet: it stays in its own",
	Reading: "EC2 answers that a network interface may not specify both a network interface ID and a subnet, " +
		"although a page of the User Guide shows both together.",
	Source: validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "SubnetId"},
	Code:   "InvalidParameterCombination",
	Given:  []string{"NetworkInterfaces[].SubnetId"},
	When:   []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if existing(nic) && nic.SubnetId != nil {
				conflictExisting(p, "SubnetId", i,
					"must not be given with NetworkInterfaceId: an existing network interface stays in its subnet; "+
						"drop one of the two")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"},
				{"DeviceIndex":1,"SubnetId":"subnet-0123456789abcdef0"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0",
				"SubnetId":"subnet-0123456789abcdef0"}]}`,
			At: "NetworkInterfaces[0].SubnetId",
		},
	},
}

var existingInterfaceGroupsConflict = &validate.Rule{
	ID:      "existing-interface-groups-conflict",
	Summary: "an existing network interface should be given no security groups: it keeps its own",
	Reading: "The reference says that Groups applies only to a new network interface, but a page of the User Guide " +
		"gives both: whether EC2 refuses or ignores them is not documented.",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Groups"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"NetworkInterfaces[].Groups"},
	When:     []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if existing(nic) && len(nic.Groups) > 0 {
				conflictExisting(p, "Groups", i,
					"applies only to a new network interface, not to the one that NetworkInterfaceId names; "+
						"change its groups with ModifyNetworkInterfaceAttribute")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Groups":["sg-0123456789abcdef0"]},
				{"DeviceIndex":1,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0",
				"Groups":["sg-0123456789abcdef0"]}]}`,
			At: "NetworkInterfaces[0].Groups",
		},
	},
}

var existingInterfaceDescriptionAdvice = &validate.Rule{
	ID:      "existing-interface-description-advice",
	Summary: "an existing network interface should be given no description: it keeps its own",
	Reading: "The reference says that Description applies only to a new network interface, not whether EC2 refuses " +
		"or ignores it.",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Description"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"NetworkInterfaces[].Description"},
	When:     []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if existing(nic) && nic.Description != nil {
				conflictExisting(p, "Description", i,
					"applies only to a new network interface, not to the one that NetworkInterfaceId names; drop it")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Description":"web"},
				{"DeviceIndex":1,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0",
				"Description":"web"}]}`,
			At: "NetworkInterfaces[0].Description",
		},
	},
}

var existingInterfaceIPConflict = &validate.Rule{
	ID:      "existing-interface-ip-conflict",
	Summary: "an existing network interface must be given no private IPv4 address: it keeps its own",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrivateIpAddress"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"NetworkInterfaces[].PrivateIpAddress"},
	When:    []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if existing(nic) && nic.PrivateIpAddress != nil {
				conflictExisting(p, "PrivateIpAddress", i,
					"must not be given with NetworkInterfaceId: an existing network interface has its address; "+
						"drop one of the two")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.12"},
				{"DeviceIndex":1,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0",
				"PrivateIpAddress":"10.0.0.12"}]}`,
			At: "NetworkInterfaces[0].PrivateIpAddress",
		},
	},
}

var existingInterfacePrimaryIPConflict = &validate.Rule{
	ID: "existing-interface-primary-ip-conflict",
	Summary: "an existing network interface should be given no primary entry in PrivateIpAddresses: it keeps its " +
		"primary address",
	Reading: "The reference says of PrivateIpAddress alone that it applies only to a new network interface, so the " +
		"rule warns.",
	Source:   validate.Source{Shape: "PrivateIpAddressSpecification", Member: "Primary"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"NetworkInterfaces[].PrivateIpAddresses[].Primary"},
	When:     []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			for j := range nic.PrivateIpAddresses {
				if existing(nic) && aws.ToBool(nic.PrivateIpAddresses[j].Primary) {
					p.Conflictf(p.At("NetworkInterfaces[].PrivateIpAddresses[].Primary", i, j),
						[]string{p.At("NetworkInterfaces[].NetworkInterfaceId", i)},
						"should not be true with NetworkInterfaceId: "+
							"an existing network interface has its primary address; drop the entry")
				}
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0",
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":false}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0",
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true}]}]}`,
			At: "NetworkInterfaces[0].PrivateIpAddresses[0].Primary",
		},
	},
}

var existingInterfaceDeletionConflict = &validate.Rule{
	ID:      "existing-interface-deletion-conflict",
	Summary: "an existing network interface must not be launched with DeleteOnTermination true",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "DeleteOnTermination"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"NetworkInterfaces[].DeleteOnTermination"},
	When:    []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if existing(nic) && aws.ToBool(nic.DeleteOnTermination) {
				conflictExisting(p, "DeleteOnTermination", i,
					"must not be true with NetworkInterfaceId; "+
						"leave it out, and switch it on after the launch with ModifyNetworkInterfaceAttribute")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0",
				"DeleteOnTermination":false}]}`,
		},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"DeleteOnTermination":true}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0",
				"DeleteOnTermination":true}]}`,
			At: "NetworkInterfaces[0].DeleteOnTermination",
		},
	},
}

var existingInterfaceUnknown = &validate.Rule{
	ID:        "existing-interface-unknown",
	Summary:   "an existing network interface must be one of the account in the Region",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "NetworkInterfaceId"},
	Code:      "InvalidNetworkInterfaceID.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Asks:      []validate.Asked{validate.NetworkInterface},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		for i, nic := range p.Input.NetworkInterfaces {
			if nic.NetworkInterfaceId == nil {
				continue
			}
			if found, known := validate.NetworkInterface.Of(p, *nic.NetworkInterfaceId); known && found == nil {
				p.Reportf(p.At("NetworkInterfaces[].NetworkInterfaceId", i),
					"must exist: the account has no such network interface in this Region")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
			Account: `{"NetworkInterface":{"eni-0123456789abcdef0":{}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
			Account: `{"NetworkInterface":{"eni-0123456789abcdef0":null}}`,
			At:      "NetworkInterfaces[0].NetworkInterfaceId",
		},
	},
}

var existingInterfaceStateUnsupported = &validate.Rule{
	ID:       "existing-interface-state-unsupported",
	Summary:  "an existing network interface should not be attached elsewhere",
	Source:   validate.Source{Shape: "NetworkInterface", Member: "Status"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidNetworkInterface.InUse",
	Given:    []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Asks:     []validate.Asked{validate.NetworkInterface},
	Age:      validate.Moving,
	Check: func(p *validate.Pass) {
		for i, nic := range p.Input.NetworkInterfaces {
			if nic.NetworkInterfaceId == nil {
				continue
			}
			if found := validate.NetworkInterface.Named(p, nic.NetworkInterfaceId); found != nil && found.Status != "" && found.Status != types.NetworkInterfaceStatusAvailable {
				p.Reportf(p.At("NetworkInterfaces[].NetworkInterfaceId", i),
					"should be available, and is %s", found.Status)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
			Account: `{"NetworkInterface":{"eni-0123456789abcdef0":{"Status":"available"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
			Account: `{"NetworkInterface":{"eni-0123456789abcdef0":{"Status":"in-use"}}}`,
			At:      "NetworkInterfaces[0].NetworkInterfaceId",
		},
	},
}

var existingInterfaceZoneConflict = &validate.Rule{
	ID:      "existing-interface-zone-conflict",
	Summary: "an existing network interface must lie in the zone of the launch",
	Source:  validate.Source{Guide: "using-eni"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Reads:   []string{"NetworkInterfaces[].SubnetId", "Placement.AvailabilityZone"},
	Asks:    []validate.Asked{validate.NetworkInterface, validate.Subnet},
	Check: func(p *validate.Pass) {
		for i, nic := range p.Input.NetworkInterfaces {
			if nic.NetworkInterfaceId == nil {
				continue
			}
			found := validate.NetworkInterface.Named(p, nic.NetworkInterfaceId)
			if found == nil || found.AvailabilityZone == nil {
				continue
			}
			path := p.At("NetworkInterfaces[].NetworkInterfaceId", i)
			if place := p.Input.Placement; place != nil && place.AvailabilityZone != nil && *place.AvailabilityZone != "" && *place.AvailabilityZone != *found.AvailabilityZone {
				p.Conflictf(path, []string{"Placement.AvailabilityZone"}, "must lie in the zone of Placement, and is in %s", *found.AvailabilityZone)
				continue
			}
			for j, other := range p.Input.NetworkInterfaces {
				subnet := validate.Subnet.Named(p, other.SubnetId)
				if subnet != nil && subnet.AvailabilityZone != nil && *subnet.AvailabilityZone != *found.AvailabilityZone {
					p.Conflictf(path, []string{validate.At("NetworkInterfaces[].SubnetId", j)}, "must lie in the zone of the other interfaces, and is in %s", *found.AvailabilityZone)
				}
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1a"},"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
			Account: `{"NetworkInterface":{"eni-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1a"},"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
			Account: `{"NetworkInterface":{"eni-0123456789abcdef0":{"AvailabilityZone":"us-east-1b"}}}`,
			At:      "NetworkInterfaces[0].NetworkInterfaceId",
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"},{"DeviceIndex":1,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			Account: `{"NetworkInterface":{"eni-0123456789abcdef0":{"AvailabilityZone":"us-east-1b"}},"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"}}}`,
			At:      "NetworkInterfaces[0].NetworkInterfaceId",
		},
	},
}
