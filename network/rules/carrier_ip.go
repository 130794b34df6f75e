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
