package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// inImage is the mapping of a device in an image, nil where it has none.
func inImage(i *types.Image, device string) *types.BlockDeviceMapping {
	for j := range i.BlockDeviceMappings {
		if name := i.BlockDeviceMappings[j].DeviceName; name != nil && *name == device {
			return &i.BlockDeviceMappings[j]
		}
	}
	return nil
}

var volumeImageContentRequired = &validate.Rule{
	ID:      "volume-image-content-required",
	Summary: "a volume must have a size or a snapshot where the image has none at the device",
	Reading: "An image without any mapping does not tell of its root.",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Code:    "InvalidBlockDeviceMapping",
	Members: []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	When:    []string{"BlockDeviceMappings[].Ebs", "BlockDeviceMappings[].DeviceName"},
	Reads:   []string{"ImageId", "BlockDeviceMappings[].Ebs.SnapshotId"},
	Asks:    []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil || len(found.BlockDeviceMappings) == 0 {
			return
		}
		for i, m := range p.Input.BlockDeviceMappings {
			if m.Ebs == nil || m.DeviceName == nil || m.Ebs.VolumeSize != nil || m.Ebs.SnapshotId != nil {
				continue
			}
			if theirs := inImage(found, *m.DeviceName); theirs == nil || theirs.Ebs == nil {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.VolumeSize", i), []string{"ImageId"}, "must be given, or SnapshotId: the image has no volume at %.32q", *m.DeviceName)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"State":"available","BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"SnapshotId":"snap-1"}}]}}}`,
		},
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"State":"available","RootDeviceType":"ebs"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"State":"available","BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"SnapshotId":"snap-1"}}]}}}`,
			At:      "BlockDeviceMappings[0].Ebs.VolumeSize",
		},
	},
}

var volumeImageRootUnsupported = &validate.Rule{
	ID:        "volume-image-root-unsupported",
	Summary:   "the volume that the image boots from must be of a type that boots",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "VolumeType"},
	Code:      "BootForVolumeTypeUnsupported",
	CodeBasis: validate.Documented,
	Given:     []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	When:      []string{"BlockDeviceMappings[].DeviceName"},
	Reads:     []string{"ImageId"},
	Asks:      []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil || found.RootDeviceName == nil {
			return
		}
		for i, m := range p.Input.BlockDeviceMappings {
			if m.Ebs == nil {
				continue
			}
			boots := m.Ebs.VolumeType != types.VolumeTypeSt1 && m.Ebs.VolumeType != types.VolumeTypeSc1
			if m.DeviceName != nil && *m.DeviceName == *found.RootDeviceName && !boots {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.VolumeType", i), []string{"ImageId"},
					"must be of a type that boots: the image boots from this device")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvdh","Ebs":{"VolumeType":"st1",` +
				`"VolumeSize":125}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvdh","Ebs":{"VolumeType":"st1",` +
				`"VolumeSize":125}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvdh"}}}`,
			At:      "BlockDeviceMappings[0].Ebs.VolumeType",
		},
	},
}
