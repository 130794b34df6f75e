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
		var names, ids zoneOf
		for i, nic := range p.Input.NetworkInterfaces {
			subnet := validate.Subnet.Named(p, nic.SubnetId)
			if subnet == nil {
				continue
			}
			if !names.agree(p, i, subnet.AvailabilityZone) {
				continue
			}
			ids.agree(p, i, subnet.AvailabilityZoneId)
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
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZoneId":"use1-az1"},"subnet-0fedcba9876543210":{"AvailabilityZoneId":"use1-az2"}}}`,
			At:      "NetworkInterfaces[1].SubnetId",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"},` +
				`{"DeviceIndex":1,"SubnetId":"subnet-0fedcba9876543210"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"},"subnet-0fedcba9876543210":{"AvailabilityZone":"us-east-1b"}}}`,
			At:      "NetworkInterfaces[1].SubnetId",
		},
	},
}

// A zoneOf is the zone of the first interface that has one, by its name or ID.
type zoneOf struct {
	zone string
	at   int
}

// agree reports an interface whose zone is another one.
func (z *zoneOf) agree(p *validate.Pass, i int, zone *string) bool {
	switch {
	case zone == nil:
	case z.zone == "":
		z.zone, z.at = *zone, i
	case *zone != z.zone:
		p.Conflictf(p.At("NetworkInterfaces[].SubnetId", i), []string{validate.At("NetworkInterfaces[].SubnetId", z.at)},
			"must lie in %s, as the other subnet does", z.zone)
		return false
	}
	return true
}
