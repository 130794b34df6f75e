package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var publicIPInterfacesConflict = &validate.Rule{
	ID:      "public-ip-interfaces-conflict",
	Summary: "a public IPv4 address must be associated only when the primary network interface is the only one",
	Reading: "Only AssociatePublicIpAddress true is refused beside other network interfaces: the User Guide itself " +
		"sets it to false on several.",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "AssociatePublicIpAddress"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Given:     []string{"NetworkInterfaces[].AssociatePublicIpAddress"},
	Reads: []string{
		"NetworkInterfaces",
		"NetworkInterfaces[].DeviceIndex",
		"NetworkInterfaces[].NetworkInterfaceId",
	},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if !aws.ToBool(nic.AssociatePublicIpAddress) || existing(nic) {
				continue
			}
			path := p.At("NetworkInterfaces[].AssociatePublicIpAddress", i)
			switch {
			case len(p.Input.NetworkInterfaces) > 1:
				p.Conflictf(path, []string{"NetworkInterfaces"},
					"must not be true when NetworkInterfaces has more than one; "+
						"leave it out, and associate an Elastic IP address after the launch")
			case p.Templated() && aws.ToInt32(nic.DeviceIndex) > 0:
				p.Conflictf(path, []string{p.At("NetworkInterfaces[].DeviceIndex", i)},
					"must not be true for a DeviceIndex other than 0: "+
						"only the primary network interface takes a public IPv4 address")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":true}]}`},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":false},
				{"DeviceIndex":1,"AssociatePublicIpAddress":false}]}`,
		},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"NetworkInterfaces":[{"DeviceIndex":0,
				"AssociatePublicIpAddress":true}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":true},{"DeviceIndex":1}]}`,
			At:   "NetworkInterfaces[0].AssociatePublicIpAddress",
		},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"NetworkInterfaces":[{"DeviceIndex":1,
				"AssociatePublicIpAddress":true}]}`,
			At: "NetworkInterfaces[0].AssociatePublicIpAddress",
		},
	},
}

var publicIPExistingConflict = &validate.Rule{
	ID:      "public-ip-existing-conflict",
	Summary: "a public IPv4 address must be associated only with a new network interface",
	Reading: "True is refused. False asks for nothing, and public-ip-existing-ignored warns of it.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "AssociatePublicIpAddress"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"NetworkInterfaces[].AssociatePublicIpAddress"},
	When:    []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if existing(nic) && aws.ToBool(nic.AssociatePublicIpAddress) {
				conflictExisting(p, "AssociatePublicIpAddress", i,
					"must not be true with NetworkInterfaceId; "+
						"associate an Elastic IP address with the existing network interface instead")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":true}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0",
				"AssociatePublicIpAddress":true}]}`,
			At: "NetworkInterfaces[0].AssociatePublicIpAddress",
		},
	},
}

var publicIPExistingIgnored = &validate.Rule{
	ID:      "public-ip-existing-ignored",
	Summary: "AssociatePublicIpAddress should be left out for an existing network interface, also when it is false",
	Reading: "EC2 answers that the parameter cannot be specified for a network interface with an ID. Whether that " +
		"goes for false is not known, so the rule warns.",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "AssociatePublicIpAddress"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"NetworkInterfaces[].AssociatePublicIpAddress"},
	When:     []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if existing(nic) && nic.AssociatePublicIpAddress != nil && !*nic.AssociatePublicIpAddress {
				conflictExisting(p, "AssociatePublicIpAddress", i,
					"says nothing with NetworkInterfaceId, and EC2 may refuse it; drop it")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":false},
				{"DeviceIndex":1,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0",
				"AssociatePublicIpAddress":false}]}`,
			At: "NetworkInterfaces[0].AssociatePublicIpAddress",
		},
	},
}

var publicIPChargeAdvice = &validate.Rule{
	ID:       "public-ip-charge-advice",
	Summary:  "a public IPv4 address should be associated only where it is needed, since AWS charges for every one",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "AssociatePublicIpAddress"},
	Severity: validate.SeverityAdvice,
	Since:    validate.Autumn2026,
	Given:    []string{"NetworkInterfaces[].AssociatePublicIpAddress"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if aws.ToBool(nic.AssociatePublicIpAddress) {
				p.Reportf(p.At("NetworkInterfaces[].AssociatePublicIpAddress", i),
					"should be left out where IPv6 or a NAT gateway will do: "+
						"AWS charges for every public IPv4 address")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":false}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":true}]}`,
			At:   "NetworkInterfaces[0].AssociatePublicIpAddress",
		},
	},
}

// noPublicIPs reports public IPv4 addresses that are asked for in subnets of a
// kind.
func noPublicIPs(p *validate.Pass, kind func(*types.Subnet) bool, message string) {
	for i, nic := range p.Input.NetworkInterfaces {
		subnet := validate.Subnet.Named(p, nic.SubnetId)
		if nic.AssociatePublicIpAddress != nil && *nic.AssociatePublicIpAddress && subnet != nil && kind(subnet) {
			p.Conflictf(p.At("NetworkInterfaces[].AssociatePublicIpAddress", i),
				[]string{validate.At("NetworkInterfaces[].SubnetId", i)}, "%s", message)
		}
	}
}

var publicIPSubnetUnsupported = &validate.Rule{
	ID:       "public-ip-subnet-unsupported",
	Summary:  "a public IPv4 address should not be asked for in a subnet that has IPv6 alone",
	Source:   validate.Source{Shape: "Subnet", Member: "Ipv6Native"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"NetworkInterfaces[].AssociatePublicIpAddress"},
	Reads:    []string{"NetworkInterfaces[].SubnetId"},
	Asks:     []validate.Asked{validate.Subnet},
	Check: func(p *validate.Pass) {
		noPublicIPs(p, isNative, "should not be true: the subnet has IPv6 addresses alone")
	},
	Good: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","AssociatePublicIpAddress":true}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6Native":false}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","AssociatePublicIpAddress":true}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6Native":true}}}`,
			At:      "NetworkInterfaces[0].AssociatePublicIpAddress",
		},
	},
}

var publicIPSubnetAdvice = &validate.Rule{
	ID:       "public-ip-subnet-advice",
	Summary:  "whether instances get a public IPv4 address should be said, where the subnet gives one unasked",
	Source:   validate.Source{Shape: "Subnet", Member: "MapPublicIpOnLaunch"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"SubnetId"},
	Reads:    []string{"NetworkInterfaces"},
	Asks:     []validate.Asked{validate.Subnet},
	Age:      validate.Edited,
	Check: func(p *validate.Pass) {
		if p.Input.SubnetId == nil || len(p.Input.NetworkInterfaces) > 0 {
			return
		}
		if subnet := validate.Subnet.Named(p, p.Input.SubnetId); subnet != nil && subnet.MapPublicIpOnLaunch != nil && *subnet.MapPublicIpOnLaunch {
			p.Reportf("SubnetId", "gives every instance a public IPv4 address; say by AssociatePublicIpAddress of an interface whether that is meant")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","MapPublicIpOnLaunch":false}}}`,
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","AssociatePublicIpAddress":true}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","MapPublicIpOnLaunch":true}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","MapPublicIpOnLaunch":true}}}`,
			At:      "SubnetId",
		},
	},
}

var publicIPZoneUnsupported = &validate.Rule{
	ID:       "public-ip-zone-unsupported",
	Summary:  "a carrier IP address, not a public one, should be asked for in a Wavelength Zone",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "AssociateCarrierIpAddress"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"NetworkInterfaces[].AssociatePublicIpAddress"},
	Reads:    []string{"NetworkInterfaces[].SubnetId"},
	Asks:     []validate.Asked{validate.Subnet},
	Check: func(p *validate.Pass) {
		noPublicIPs(p, inWavelength, "should not be true in a Wavelength Zone; use AssociateCarrierIpAddress")
	},
	Good: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","AssociatePublicIpAddress":true}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","AssociatePublicIpAddress":true}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1-wl1-bos-wlz-1"}}}`,
			At:      "NetworkInterfaces[0].AssociatePublicIpAddress",
		},
	},
}
