package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var subnetIDFormat = &validate.Rule{
	ID:        "subnet-id-format",
	Summary:   "a subnet ID must be subnet- and 8 or 17 lower-case hexadecimal digits",
	Source:    validate.Source{Shape: "RunInstances", Member: "SubnetId"},
	Code:      "InvalidSubnetID.NotFound",
	CodeBasis: validate.Observed,
	Given:     []string{"SubnetId", "NetworkInterfaces[].SubnetId"},
	Check: func(p *validate.Pass) {
		check := func(o owner, id *string) {
			if id != nil && !format.ID("subnet", *id) {
				p.Reportf(o.at(p, "SubnetId"), "%s", o.idFault("subnet", *id))
			}
		}
		check(request, p.Input.SubnetId)
		for i, nic := range interfaces(p.Input) {
			check(owner(i), nic.SubnetId)
		}
	},
	Good: []validate.Example{
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0"}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-1a2b3c4d"}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SubnetId":"vpc-0123456789abcdef0"}`, At: "SubnetId"},
		{Spec: `{"SubnetId":"sg-0123456789abcdef0"}`, At: "SubnetId"},
		{Spec: `{"SubnetId":"subnet_0123456789abcdef0"}`, At: "SubnetId"},
		{Spec: `{"SubnetId":"subnet-0123456789abcdef"}`, At: "SubnetId"},
		{Spec: `{"SubnetId":""}`, At: "SubnetId"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-xyz"}]}`,
			At:   "NetworkInterfaces[0].SubnetId",
		},
	},
}

// subnets calls f with every subnet that the request names, and with the path
// of its name.
func subnets(p *validate.Pass, f func(path, id string)) {
	if id := p.Input.SubnetId; id != nil {
		f("SubnetId", *id)
	}
	for i, nic := range p.Input.NetworkInterfaces {
		if nic.SubnetId != nil {
			f(p.At("NetworkInterfaces[].SubnetId", i), *nic.SubnetId)
		}
	}
}

// primarySubnet is the subnet of the primary interface, nil where the request
// does not name it or nothing is known of it.
func primarySubnet(p *validate.Pass) *types.Subnet {
	for _, nic := range interfaces(p.Input) {
		if primary(nic) {
			return validate.Subnet.Named(p, nic.SubnetId)
		}
	}
	return validate.Subnet.Named(p, p.Input.SubnetId)
}

// subnetMembers are what subnets reads.
var subnetMembers = []string{"SubnetId", "NetworkInterfaces[].SubnetId"}

var subnetUnknown = &validate.Rule{
	ID:        "subnet-unknown",
	Summary:   "a subnet must exist in the account's Region",
	Source:    validate.Source{Shape: "RunInstances", Member: "SubnetId"},
	Code:      "InvalidSubnetID.NotFound",
	CodeBasis: validate.Observed,
	Given:     subnetMembers,
	Asks:      []validate.Asked{validate.Subnet},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		subnets(p, func(path, id string) {
			if subnet, known := validate.Subnet.Of(p, id); known && subnet == nil {
				p.Reportf(path, "must exist: the account has no such subnet in this Region")
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0"}`, Account: `{"Subnet":{"subnet-0123456789abcdef0":{}}}`},
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0"}`, Account: `{"Subnet":{}}`},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":null}}`,
			At:      "SubnetId",
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":null}}`,
			At:      "NetworkInterfaces[0].SubnetId",
		},
	},
}

var subnetZoneConflict = &validate.Rule{
	ID:      "subnet-zone-conflict",
	Summary: "the zone of Placement must be the one of the subnet",
	Source:  validate.Source{Shape: "RunInstances", Member: "SubnetId"},
	Code:    "InvalidParameterValue",
	Given:   subnetMembers,
	When:    []string{"Placement"},
	Reads:   []string{"Placement.AvailabilityZone", "Placement.AvailabilityZoneId"},
	Asks:    []validate.Asked{validate.Subnet},
	Check: func(p *validate.Pass) {
		place := p.Input.Placement
		subnets(p, func(path, id string) {
			subnet, _ := validate.Subnet.Of(p, id)
			if subnet == nil {
				return
			}
			for _, zone := range [...]struct {
				member       string
				asked, found *string
			}{
				{"Placement.AvailabilityZone", place.AvailabilityZone, subnet.AvailabilityZone},
				{"Placement.AvailabilityZoneId", place.AvailabilityZoneId, subnet.AvailabilityZoneId},
			} {
				if zone.found != nil && aws.ToString(zone.asked) != "" && *zone.asked != *zone.found {
					p.Conflictf(path, []string{zone.member}, "must lie in the zone of Placement, and is in %s", *zone.found)
				}
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Placement":{"AvailabilityZone":"us-east-1a"}}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"}}}`,
		},
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Placement":{"AvailabilityZone":""}}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Placement":{"AvailabilityZone":"us-east-1a"}}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1b"}}}`,
			At:      "SubnetId",
		},
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Placement":{"AvailabilityZoneId":"use1-az1"}}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZoneId":"use1-az2"}}}`,
			Since:   validate.Autumn2026,
			At:      "SubnetId",
		},
	},
}

var subnetAddressLimit = &validate.Rule{
	ID:       "subnet-address-limit",
	Summary:  "a subnet should have an address left for each instance that must launch",
	Source:   validate.Source{Shape: "Subnet", Member: "AvailableIpAddressCount"},
	Severity: validate.SeverityWarning,
	Code:     "InsufficientFreeAddressesInSubnet",
	Given:    []string{"SubnetId"},
	Reads:    []string{"MinCount", "NetworkInterfaces"},
	Asks:     []validate.Asked{validate.Subnet},
	Age:      validate.Moving,
	Check: func(p *validate.Pass) {
		subnet := validate.Subnet.Named(p, p.Input.SubnetId)
		if subnet == nil || subnet.AvailableIpAddressCount == nil || isNative(subnet) || p.Input.MinCount == nil || len(p.Input.NetworkInterfaces) > 0 {
			return
		}
		if free := *subnet.AvailableIpAddressCount; free < *p.Input.MinCount {
			p.Reportf("SubnetId", "should have an address left for each of MinCount instances, and has %d", free)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","MinCount":3,"MaxCount":9}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailableIpAddressCount":3}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","MinCount":4,"MaxCount":9}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailableIpAddressCount":3}}}`,
			At:      "SubnetId",
		},
	},
}

// isNative reports whether a subnet has IPv6 addresses alone.
func isNative(s *types.Subnet) bool { return s.Ipv6Native != nil && *s.Ipv6Native }

var subnetStateUnsupported = &validate.Rule{
	ID:       "subnet-state-unsupported",
	Summary:  "a subnet should be available",
	Source:   validate.Source{Shape: "Subnet", Member: "State"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidSubnet",
	Given:    subnetMembers,
	Asks:     []validate.Asked{validate.Subnet},
	Age:      validate.Moving,
	Check: func(p *validate.Pass) {
		subnets(p, func(path, id string) {
			if subnet := validate.Subnet.Named(p, &id); subnet != nil && subnet.State != "" && subnet.State != types.SubnetStateAvailable {
				p.Reportf(path, "should be available, and is %s", subnet.State)
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"State":"available"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"State":"pending"}}}`,
			At:      "SubnetId",
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"State":"pending"}}}`,
			At:      "NetworkInterfaces[0].SubnetId",
		},
	},
}

var subnetDefaultRequired = &validate.Rule{
	ID:        "subnet-default-required",
	Summary:   "a launch without a subnet must find a default VPC",
	Source:    validate.Source{Shape: "RunInstances", Member: "SubnetId"},
	Code:      "VPCIdNotSpecified",
	CodeBasis: validate.Documented,
	Members:   []string{"SubnetId"},
	Reads:     []string{"NetworkInterfaces"},
	Asks:      []validate.Asked{validate.Vpc},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		if p.Input.SubnetId != nil || len(p.Input.NetworkInterfaces) > 0 || p.Templated() {
			return
		}
		if vpc, known := validate.Vpc.Of(p, ""); known && vpc == nil {
			p.Reportf("SubnetId", "must be given: the account has no default VPC in this Region")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Vpc":{"":{}}}`,
		},
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Vpc":{"":null}}`,
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			Account: `{"Vpc":{"":null}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Vpc":{"":null}}`,
			At:      "SubnetId",
		},
	},
}
