package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var carrierIPPrimaryConflict = &validate.Rule{
	ID:      "carrier-ip-primary-conflict",
	Summary: "a carrier IP address should be associated only with a new, primary network interface",
	Reading: "The reference states it for launch templates only.",
	Source: validate.Source{
		Shape: "LaunchTemplateInstanceNetworkInterfaceSpecificationRequest", Member: "AssociateCarrierIpAddress",
	},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"NetworkInterfaces[].AssociateCarrierIpAddress"},
	Reads:    []string{"NetworkInterfaces[].NetworkInterfaceId", "NetworkInterfaces[].DeviceIndex"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if !aws.ToBool(nic.AssociateCarrierIpAddress) {
				continue
			}
			switch {
			case existing(nic):
				conflictExisting(p, "AssociateCarrierIpAddress", i,
					"is for a new network interface, not for the one that NetworkInterfaceId names; drop it")
			case aws.ToInt32(nic.DeviceIndex) > 0:
				p.Conflictf(p.At("NetworkInterfaces[].AssociateCarrierIpAddress", i),
					[]string{p.At("NetworkInterfaces[].DeviceIndex", i)},
					"is for the primary network interface, the one with DeviceIndex 0; move it there")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociateCarrierIpAddress":true},{"DeviceIndex":1}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0",
				"AssociateCarrierIpAddress":true}]}`,
			At: "NetworkInterfaces[0].AssociateCarrierIpAddress",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"AssociateCarrierIpAddress":true}]}`,
			At: "NetworkInterfaces[1].AssociateCarrierIpAddress",
		},
	},
}

var carrierIPZoneUnsupported = &validate.Rule{
	ID:      "carrier-ip-zone-unsupported",
	Summary: "a carrier IP address must be asked for in a Wavelength Zone",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "AssociateCarrierIpAddress"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"NetworkInterfaces[].AssociateCarrierIpAddress"},
	Reads:   []string{"NetworkInterfaces[].SubnetId"},
	Asks:    []validate.Asked{validate.Subnet},
	Check: func(p *validate.Pass) {
		for i, nic := range p.Input.NetworkInterfaces {
			subnet := validate.Subnet.Named(p, nic.SubnetId)
			if nic.AssociateCarrierIpAddress == nil || !*nic.AssociateCarrierIpAddress || subnet == nil || subnet.AvailabilityZone == nil {
				continue
			}
			if !inWavelength(subnet) {
				p.Conflictf(p.At("NetworkInterfaces[].AssociateCarrierIpAddress", i), []string{validate.At("NetworkInterfaces[].SubnetId", i)},
					"must go with a subnet of a Wavelength Zone: this one lies in %s", *subnet.AvailabilityZone)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","AssociateCarrierIpAddress":true}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","AvailabilityZone":"us-east-1-wl1-bos-wlz-1"}}}`,
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","AssociateCarrierIpAddress":false}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","AvailabilityZone":"us-east-1a"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","AssociateCarrierIpAddress":true}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","AvailabilityZone":"us-east-1a"}}}`,
			At:      "NetworkInterfaces[0].AssociateCarrierIpAddress",
		},
	},
}
