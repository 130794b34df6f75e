package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeImageStoreConflict = &validate.Rule{
	ID:        "volume-image-store-conflict",
	Summary:   "a volume must not stand in the place of an instance store device of the image",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "SnapshotId"},
	Code:      "InvalidBlockDeviceMapping",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].Ebs"},
	When:      []string{"BlockDeviceMappings[].DeviceName"},
	Reads:     []string{"ImageId", "BlockDeviceMappings[].Ebs.SnapshotId"},
	Asks:      []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil {
			return
		}
		for i, m := range p.Input.BlockDeviceMappings {
			if m.Ebs == nil || m.DeviceName == nil {
				continue
			}

			root := found.RootDeviceType == types.DeviceTypeInstanceStore && aws.ToString(found.RootDeviceName) == *m.DeviceName
			theirs := inImage(found, *m.DeviceName)
			if root || m.Ebs.SnapshotId != nil && theirs != nil && theirs.VirtualName != nil {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs", i), []string{"ImageId"}, "must be at another device: the image has an instance store volume at %.32q", *m.DeviceName)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"}]}}}`,
		},
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","Ebs":{"VolumeSize":8}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"}]}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"}]}}}`,
			At:      "BlockDeviceMappings[0].Ebs",
		},
		{
			Spec:    `{"InstanceType":"m3.medium","BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":8}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceType":"instance-store","RootDeviceName":"/dev/sda1"}}}`,
			At:      "BlockDeviceMappings[0].Ebs",
		},
	},
}
