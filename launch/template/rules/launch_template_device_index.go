package rules

import "github.com/ec2launch/ec2launch/validate"

var launchTemplateDeviceIndexRequired = &validate.Rule{
	ID:      "launch-template-device-index-required",
	Summary: "every network interface of a template should state its device index, 0 included",
	Reading: "The documentation says that each needs one; Auto Scaling has been reported to launch from templates " +
		"without.",
	Source:   validate.Source{Shape: "LaunchTemplateInstanceNetworkInterfaceSpecificationRequest", Member: "DeviceIndex"},
	Severity: validate.SeverityWarning,
	Code:     "MissingParameter",
	On:       onBoth,
	Members:  []string{"LaunchTemplateData.NetworkInterfaces[].DeviceIndex"},
	When:     []string{"LaunchTemplateData.NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		for i, nic := range data(p).NetworkInterfaces {
			if nic.DeviceIndex == nil {
				p.Reportf(p.At("LaunchTemplateData.NetworkInterfaces[].DeviceIndex", i),
					"should be given: 0 for the primary network interface, a number not yet taken for others")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateData":{"NetworkInterfaces":[{"DeviceIndex":0}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateData":{"NetworkInterfaces":[{"AssociatePublicIpAddress":true}]}}`,
			At:   "LaunchTemplateData.NetworkInterfaces[0].DeviceIndex",
		},
	},
}
