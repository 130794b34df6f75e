package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var enaExpressUnsupported = &validate.Rule{
	ID:      "ena-express-unsupported",
	Summary: "the instance type must support ENA Express where it is enabled",
	Source:  validate.Source{Shape: "NetworkInfo", Member: "EnaSrdSupported", Guide: "ena-express"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
	Given:   []string{"NetworkInterfaces[].EnaSrdSpecification.EnaSrdEnabled"},
	When:    []string{"InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactENAExpress},
	Check: func(p *validate.Pass) {
		if p.InstanceType().ENAExpress() != instancetype.No {
			return
		}
		for i, nic := range interfaces(p.Input) {
			if srd := nic.EnaSrdSpecification; srd != nil && aws.ToBool(srd.EnaSrdEnabled) {
				p.Conflictf(p.At("NetworkInterfaces[].EnaSrdSpecification.EnaSrdEnabled", i), []string{"InstanceType"},
					"%s does not support ENA Express; drop EnaSrdSpecification, or choose a type that does",
					p.Input.InstanceType)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"c6in.32xlarge","NetworkInterfaces":[{"DeviceIndex":0,
				"EnaSrdSpecification":{"EnaSrdEnabled":true}}]}`,
		},
		{
			Spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,
				"EnaSrdSpecification":{"EnaSrdEnabled":false}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,
				"EnaSrdSpecification":{"EnaSrdEnabled":true}}]}`,
			At: "NetworkInterfaces[0].EnaSrdSpecification.EnaSrdEnabled",
		},
	},
}

var enaExpressUDPRequired = &validate.Rule{
	ID:      "ena-express-udp-required",
	Summary: "ENA Express for UDP must come with ENA Express itself",
	Reading: "Where the request leaves EnaSrdEnabled out, a launch template may supply it, and so may an existing " +
		"network interface.",
	Source: validate.Source{Shape: "EnaSrdUdpSpecificationRequest", Member: "EnaSrdUdpEnabled"},
	Code:   "InvalidParameterCombination",
	Since:  validate.Autumn2026,
	Given:  []string{"NetworkInterfaces[].EnaSrdSpecification.EnaSrdUdpSpecification.EnaSrdUdpEnabled"},
	Reads: []string{
		"NetworkInterfaces[].EnaSrdSpecification.EnaSrdEnabled",
		"NetworkInterfaces[].NetworkInterfaceId",
	},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			srd := nic.EnaSrdSpecification
			if srd == nil || srd.EnaSrdUdpSpecification == nil ||
				!aws.ToBool(srd.EnaSrdUdpSpecification.EnaSrdUdpEnabled) {
				continue
			}
			inherited := srd.EnaSrdEnabled == nil && (existing(nic) || p.Templated())
			if !aws.ToBool(srd.EnaSrdEnabled) && !inherited {
				p.Conflictf(p.At("NetworkInterfaces[].EnaSrdSpecification.EnaSrdUdpSpecification.EnaSrdUdpEnabled", i),
					[]string{p.At("NetworkInterfaces[].EnaSrdSpecification.EnaSrdEnabled", i)},
					"must not be true unless EnaSrdEnabled is; set both, or neither")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"c6in.32xlarge","NetworkInterfaces":[{"DeviceIndex":0,
				"EnaSrdSpecification":{"EnaSrdEnabled":true,
				"EnaSrdUdpSpecification":{"EnaSrdUdpEnabled":true}}}]}`,
		},
		{
			Spec: `{"InstanceType":"c6in.32xlarge","NetworkInterfaces":[{"DeviceIndex":0,
				"EnaSrdSpecification":{"EnaSrdEnabled":false,
				"EnaSrdUdpSpecification":{"EnaSrdUdpEnabled":false}}}]}`,
		},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"NetworkInterfaces":[{"DeviceIndex":0,
				"EnaSrdSpecification":{"EnaSrdUdpSpecification":{"EnaSrdUdpEnabled":true}}}]}`,
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0",
				"EnaSrdSpecification":{"EnaSrdUdpSpecification":{"EnaSrdUdpEnabled":true}}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"EnaSrdSpecification":{"EnaSrdUdpSpecification":{"EnaSrdUdpEnabled":true}}}]}`,
			At: "NetworkInterfaces[0].EnaSrdSpecification.EnaSrdUdpSpecification.EnaSrdUdpEnabled",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"EnaSrdSpecification":{"EnaSrdEnabled":false,
				"EnaSrdUdpSpecification":{"EnaSrdUdpEnabled":true}}}]}`,
			At: "NetworkInterfaces[0].EnaSrdSpecification.EnaSrdUdpSpecification.EnaSrdUdpEnabled",
		},
	},
}
