package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/ec2launch/ec2launch/validate"
)

var deviceImageConflict = &validate.Rule{
	ID:        "device-image-conflict",
	Summary:   "a device name must not be the one of the image written differently",
	Source:    validate.Source{Shape: "BlockDeviceMapping", Member: "DeviceName"},
	Code:      "InvalidBlockDeviceMapping",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].DeviceName"},
	Reads:     []string{"ImageId", "BlockDeviceMappings[].NoDevice"},
	Asks:      []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil {
			return
		}
		for i, m := range p.Input.BlockDeviceMappings {
			if m.DeviceName == nil || m.NoDevice != nil {
				continue
			}
			short := strings.TrimPrefix(*m.DeviceName, "/dev/")
			for _, theirs := range found.BlockDeviceMappings {
				if name := aws.ToString(theirs.DeviceName); name != *m.DeviceName && name != "" && strings.TrimPrefix(name, "/dev/") == short {
					p.Conflictf(p.At("BlockDeviceMappings[].DeviceName", i), []string{"ImageId"}, "must be written as in the image, %.32q, to take its place", name)
				}
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":8}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":8}}]}}}`,
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"sdb","NoDevice":""}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[` +
				`{"DeviceName":"/dev/sdb","Ebs":{"VolumeSize":8}}]}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"sda1","Ebs":{"VolumeSize":8}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":8}}]}}}`,
			At:      "BlockDeviceMappings[0].DeviceName",
		},
	},
}

var deviceImageRootConflict = &validate.Rule{
	ID:        "device-image-root-conflict",
	Summary:   "a volume meant for the root device should be at the name that the image boots from",
	Source:    validate.Source{Shape: "Image", Member: "RootDeviceName", Guide: "block-device-mapping-concepts"},
	Severity:  validate.SeverityWarning,
	Code:      "InvalidBlockDeviceMapping",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].DeviceName"},
	Reads:     []string{"ImageId", "BlockDeviceMappings[].Ebs.SnapshotId"},
	Asks:      []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		const sda, xvda = "/dev/sda1", "/dev/xvda"
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil || found.RootDeviceName == nil {
			return
		}
		other := map[string]string{sda: xvda, xvda: sda}[*found.RootDeviceName]
		at := -1
		for i, m := range p.Input.BlockDeviceMappings {
			switch name := aws.ToString(m.DeviceName); {
			case name == *found.RootDeviceName:
				return
			case name == other && other != "" && m.Ebs != nil && m.Ebs.SnapshotId == nil && inImage(found, name) == nil:
				at = i
			}
		}
		if at >= 0 {
			p.Conflictf(p.At("BlockDeviceMappings[].DeviceName", at), []string{"ImageId"},
				"should be %s, from which the image boots: as it stands, it is a second, empty volume", *found.RootDeviceName)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":8}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/sda1"}}}`,
		},
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":8}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/sda1"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/sda1"}}}`,
			At:      "BlockDeviceMappings[0].DeviceName",
		},
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":8}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda"}}}`,
			At:      "BlockDeviceMappings[0].DeviceName",
		},
	},
}
