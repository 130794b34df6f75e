package policy

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

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
			ids := p.Subnets()
			if slices.ContainsFunc(ids, func(id string) bool { return !slices.Contains(allowed, id) }) {
				p.Reportf("SubnetId", "must be %s", oneOf(allowed))
			}
			for i, nic := range p.Input.NetworkInterfaces {
				wrong := nic.SubnetId != nil && !slices.Contains(allowed, *nic.SubnetId)
				if wrong || nic.SubnetId == nil && nic.NetworkInterfaceId == nil && !p.Templated() {
					p.Reportf(p.At("NetworkInterfaces[].SubnetId", i), "must be %s", oneOf(allowed))
				}
			}
			if len(ids) == 0 && len(p.Input.NetworkInterfaces) == 0 && !p.Templated() {
				p.Reportf("SubnetId", "must be %s", oneOf(allowed))
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
	const (
		public  = "NetworkInterfaces[].AssociatePublicIpAddress"
		carrier = "NetworkInterfaces[].AssociateCarrierIpAddress"
	)
	return &validate.Rule{
		ID:      "policy-public-address-unsupported",
		Summary: "no instance must get a public IPv4 address",
		Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "AssociatePublicIpAddress"},
		Code:    code,
		Members: []string{"NetworkInterfaces", public, carrier},
		Reads: []string{
			"NetworkInterfaces[].DeviceIndex", "NetworkInterfaces[].NetworkCardIndex", "NetworkInterfaces[].NetworkInterfaceId",
		},
		Check: func(p *validate.Pass) {
			if len(p.Input.NetworkInterfaces) == 0 && !elsewhere(p) {
				p.Reportf("NetworkInterfaces",
					"must hold an interface with AssociatePublicIpAddress false: otherwise the subnet decides")
			}
			for i, nic := range p.Input.NetworkInterfaces {
				switch on := nic.AssociatePublicIpAddress; {
				case aws.ToBool(on):
					p.Reportf(p.At(public, i), "must be false")
				case on == nil && nic.NetworkInterfaceId == nil && primary(nic):
					p.Reportf(p.At(public, i), "must be false: otherwise the subnet decides")
				}
				if aws.ToBool(nic.AssociateCarrierIpAddress) {
					p.Reportf(p.At(carrier, i), "must be false")
				}
			}
		},
		Good: []validate.Example{
			{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":false}]}`},
			{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`},
			{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":false},{"DeviceIndex":1}]}`},
			{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":false},{"DeviceIndex":0,"NetworkCardIndex":1}]}`},
			{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
		},
		Bad: []validate.Example{
			{Spec: `{}`, At: "NetworkInterfaces"},
			{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0}]}`, At: "NetworkInterfaces[0].AssociatePublicIpAddress"},
			{
				Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":true}]}`,
				At:   "NetworkInterfaces[0].AssociatePublicIpAddress",
			},
			{
				Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":false,"AssociateCarrierIpAddress":true}]}`,
				At:   "NetworkInterfaces[0].AssociateCarrierIpAddress",
			},
		},
	}
}

// primary reports whether an interface is the first of the instance, the one to
// which a subnet gives a public address.
func primary(nic types.InstanceNetworkInterfaceSpecification) bool {
	return aws.ToInt32(nic.DeviceIndex) == 0 && aws.ToInt32(nic.NetworkCardIndex) == 0
}
