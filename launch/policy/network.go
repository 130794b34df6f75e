package policy

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

func subnets(policy Policy) *validate.Rule {
	allowed := slices.Clone(policy.Subnets)
	return &validate.Rule{
		ID:      "policy-subnet-values",
		Summary: "the subnet must be one that the house allows",
		Source:  validate.Source{Shape: "RunInstances", Member: "SubnetId"},
		Code:    code,
		Members: []string{"SubnetId", "NetworkInterfaces[].SubnetId"},
		Reads:   []string{"NetworkInterfaces[].NetworkInterfaceId"},
		Check: func(p *validate.Pass) {
			const must = "must be one of the %d subnets that the house allows"
			if id := p.Input.SubnetId; id != nil && !slices.Contains(allowed, *id) {
				p.Reportf("SubnetId", must, len(allowed))
			}
			for i, nic := range p.Input.NetworkInterfaces {
				if nic.SubnetId != nil && !slices.Contains(allowed, *nic.SubnetId) || nic.SubnetId == nil && nic.NetworkInterfaceId == nil && !p.Templated() {
					p.Reportf(p.At("NetworkInterfaces[].SubnetId", i), must, len(allowed))
				}
			}
			if p.Input.SubnetId == nil && len(p.Input.NetworkInterfaces) == 0 && !p.Templated() {
				p.Reportf("SubnetId", must, len(allowed))
			}
		},
		Good: []validate.Example{
			{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
			{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`},
		},
		Bad: []validate.Example{
			{Spec: `{}`, At: "SubnetId"},
			{Spec: `{"SubnetId":"subnet-0fedcba9876543210"}`, At: "SubnetId"},
			{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0fedcba9876543210"}]}`, At: "NetworkInterfaces[0].SubnetId"},
			{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0}]}`, At: "NetworkInterfaces[0].SubnetId"},
		},
	}
}

func noPublicAddress(Policy) *validate.Rule {
	return &validate.Rule{
		ID:      "policy-public-address-unsupported",
		Summary: "no instance must get a public IPv4 address",
		Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "AssociatePublicIpAddress"},
		Code:    code,
		Members: []string{"NetworkInterfaces", "NetworkInterfaces[].AssociatePublicIpAddress"},
		Reads:   []string{"NetworkInterfaces[].NetworkInterfaceId"},
		Check: func(p *validate.Pass) {
			if len(p.Input.NetworkInterfaces) == 0 && !elsewhere(p) {
				p.Reportf("NetworkInterfaces", "must hold an interface with AssociatePublicIpAddress false: otherwise the subnet decides")
			}
			for i, nic := range p.Input.NetworkInterfaces {
				left := nic.AssociatePublicIpAddress == nil && (nic.NetworkInterfaceId != nil || elsewhere(p))
				if !left && (nic.AssociatePublicIpAddress == nil || aws.ToBool(nic.AssociatePublicIpAddress)) {
					p.Reportf(p.At("NetworkInterfaces[].AssociatePublicIpAddress", i), "must be false")
				}
			}
		},
		Good: []validate.Example{
			{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":false}]}`},
			{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`},
			{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
		},
		Bad: []validate.Example{
			{Spec: `{}`, At: "NetworkInterfaces"},
			{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0}]}`, At: "NetworkInterfaces[0].AssociatePublicIpAddress"},
			{
				Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":true}]}`,
				At:   "NetworkInterfaces[0].AssociatePublicIpAddress",
			},
		},
	}
}
