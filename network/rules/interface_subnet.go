package rules

import "github.com/ec2launch/ec2launch/validate"

var interfaceSubnetZoneConflict = &validate.Rule{
	ID:      "interface-subnet-zone-conflict",
	Summary: "the subnets of all network interfaces must lie in one zone",
	Source:  validate.Source{Guide: "using-eni"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"NetworkInterfaces[].SubnetId"},
	Asks:    []validate.Asked{validate.Subnet},
	Check: func(p *validate.Pass) {
		first, at := "", 0
		for i, nic := range p.Input.NetworkInterfaces {
			subnet := subnetOf(p, nic.SubnetId)
			switch {
			case subnet == nil || subnet.AvailabilityZone == nil:
			case first == "":
				first, at = *subnet.AvailabilityZone, i
			case *subnet.AvailabilityZone != first:
				p.Conflictf(p.At("NetworkInterfaces[].SubnetId", i), []string{validate.At("NetworkInterfaces[].SubnetId", at)},
					"must lie in %s, as the other subnet does", first)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"},` +
				`{"DeviceIndex":1,"SubnetId":"subnet-0fedcba9876543210"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"},"subnet-0fedcba9876543210":{"AvailabilityZone":"us-east-1a"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"},` +
				`{"DeviceIndex":1,"SubnetId":"subnet-0fedcba9876543210"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"},"subnet-0fedcba9876543210":{"AvailabilityZone":"us-east-1b"}}}`,
			At:      "NetworkInterfaces[1].SubnetId",
		},
	},
}
