package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/validate"
)

var noDeviceFormat = &validate.Rule{
	ID:      "no-device-format",
	Summary: "NoDevice must be the empty string",
	Reading: "The reference says that any value removes the device. EC2 answers values other than the empty string " +
		"with an error, by several public reports.",
	Source:    validate.Source{Shape: "BlockDeviceMapping", Member: "NoDevice"},
	Code:      "InvalidRequest",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].NoDevice"},
	Check: func(p *validate.Pass) {
		for _, m := range mappings(p) {
			if m.NoDevice != nil && *m.NoDevice != "" {
				p.Reportf(p.At("BlockDeviceMappings[].NoDevice", m.at),
					"must be the empty string to remove the device, or absent to keep it")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","NoDevice":""}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","NoDevice":"false"}]}`,
			At:   "BlockDeviceMappings[0].NoDevice",
		},
	},
}

var noDeviceConflict = &validate.Rule{
	ID:       "no-device-conflict",
	Summary:  "NoDevice should not be given beside Ebs, where EC2 ignores it, or beside VirtualName",
	Source:   validate.Source{Shape: "BlockDeviceMapping", Member: "NoDevice"},
	Severity: validate.SeverityWarning,
	Given:    []string{"BlockDeviceMappings[].NoDevice"},
	Reads:    []string{"BlockDeviceMappings[].Ebs", "BlockDeviceMappings[].VirtualName"},
	Check: func(p *validate.Pass) {
		for _, m := range mappings(p) {
			switch {
			case m.NoDevice == nil:
			case m.Ebs != nil:
				p.Conflictf(p.At("BlockDeviceMappings[].NoDevice", m.at),
					[]string{p.At("BlockDeviceMappings[].Ebs", m.at)},
					"is ignored beside Ebs: the volume is attached all the same; drop one of the two")
			case m.hasVirtualName():
				p.Conflictf(p.At("BlockDeviceMappings[].NoDevice", m.at),
					[]string{p.At("BlockDeviceMappings[].VirtualName", m.at)},
					"contradicts VirtualName; drop one of the two")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","NoDevice":""},
				{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":10}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","NoDevice":"","Ebs":{"VolumeSize":10}}]}`,
			At:   "BlockDeviceMappings[0].NoDevice",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","NoDevice":"","VirtualName":"ephemeral0"}]}`,
			At:   "BlockDeviceMappings[0].NoDevice",
		},
		{
			Spec: `{"InstanceType":"m3.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"},
				{"DeviceName":"/dev/sdc","NoDevice":"","VirtualName":"ephemeral0"}]}`,
			At: "BlockDeviceMappings[1].NoDevice",
		},
	},
}

var noDeviceRootUnsupported = &validate.Rule{
	ID:       "no-device-root-unsupported",
	Summary:  "the root device should not be removed",
	Reading:  "The AMI alone knows the name of its root device, so the rule warns at the names that AMIs use.",
	Source:   validate.Source{Shape: "BlockDeviceMapping", Member: "NoDevice"},
	Severity: validate.SeverityWarning,
	Given:    []string{"BlockDeviceMappings[].NoDevice"},
	When:     []string{"BlockDeviceMappings[].DeviceName"},
	Reads:    []string{"BlockDeviceMappings[].Ebs"},
	Check: func(p *validate.Pass) {
		for _, m := range mappings(p) {
			if m.removed && m.root {
				p.Reportf(p.At("BlockDeviceMappings[].NoDevice", m.at),
					"should not be given for the root device, without which the instance cannot start")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","NoDevice":""}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","NoDevice":""}]}`,
			At:   "BlockDeviceMappings[0].NoDevice",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":30}},
				{"DeviceName":"/dev/xvda","NoDevice":""}]}`,
			At: "BlockDeviceMappings[1].NoDevice",
		},
	},
}

var noDeviceImageUnsupported = &validate.Rule{
	ID:       "no-device-image-root-unsupported",
	Summary:  "NoDevice should not leave out the device that the image boots from",
	Source:   validate.Source{Shape: "BlockDeviceMapping", Member: "NoDevice"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidBlockDeviceMapping",
	Given:    []string{"BlockDeviceMappings[].NoDevice"},
	When:     []string{"BlockDeviceMappings[].DeviceName"},
	Reads:    []string{"ImageId"},
	Asks:     []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil {
			return
		}
		for i, m := range p.Input.BlockDeviceMappings {
			if m.NoDevice == nil || m.DeviceName == nil {
				continue
			}

			if found.RootDeviceType != types.DeviceTypeInstanceStore && aws.ToString(found.RootDeviceName) == *m.DeviceName {
				p.Conflictf(p.At("BlockDeviceMappings[].NoDevice", i), []string{"ImageId"}, "should not be given for %s: the image boots from it", *m.DeviceName)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","NoDevice":""}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/sda1"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","NoDevice":""}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/sdb"}}}`,
			At:      "BlockDeviceMappings[0].NoDevice",
		},
	},
}
