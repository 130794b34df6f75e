package rules

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeImageAttachmentsLimit = &validate.Rule{
	ID:        "volume-image-attachments-limit",
	Summary:   "an instance must not have more EBS volumes, with those of the image, than its type takes",
	Source:    validate.Source{Guide: "volume_limits"},
	Code:      "AttachmentLimitExceeded",
	CodeBasis: validate.Documented,
	Members:   []string{"BlockDeviceMappings"},
	When:      []string{"InstanceType"},
	Reads:     []string{"ImageId", "BlockDeviceMappings[].DeviceName", "BlockDeviceMappings[].Ebs", "BlockDeviceMappings[].NoDevice"},
	Facts:     []instancetype.Fact{instancetype.FactMaxEBSVolumes, instancetype.FactHypervisor, instancetype.FactRootDevices},
	Asks:      []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		most, ok := p.InstanceType().MaxEBSVolumes()
		found := validate.Image.Named(p, p.Input.ImageId)
		if !ok || found == nil || p.InstanceType().Nitro() != instancetype.Yes || len(found.BlockDeviceMappings) == 0 {
			return
		}
		n := 0
		for _, theirs := range found.BlockDeviceMappings {
			if theirs.Ebs != nil && !mapsDevice(p, aws.ToString(theirs.DeviceName)) {
				n++
			}
		}
		for _, m := range p.Input.BlockDeviceMappings {
			if m.Ebs != nil && m.NoDevice == nil {
				n++
			}
		}
		if n > int(most) && attached(p) <= int(most) {
			p.Conflictf("BlockDeviceMappings", []string{"InstanceType", "ImageId"}, "%s takes %d EBS volumes, and these are %d with those of the image", p.Input.InstanceType, most, n)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"d3.8xlarge","BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":8}},{"DeviceName":"/dev/sdb","NoDevice":""}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}},{"DeviceName":"/dev/sdb","Ebs":{"VolumeSize":8}},{"DeviceName":"/dev/sdc","Ebs":{"VolumeSize":8}}]}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"d3.8xlarge","BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":8}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}},{"DeviceName":"/dev/sdb","Ebs":{"VolumeSize":8}},{"DeviceName":"/dev/sdc","Ebs":{"VolumeSize":8}}]}}}`,
			At:      "BlockDeviceMappings",
		},
	},
}

// mapsDevice reports whether the request says something of a device.
func mapsDevice(p *validate.Pass, name string) bool {
	return slices.ContainsFunc(p.Input.BlockDeviceMappings, func(m types.BlockDeviceMapping) bool { return aws.ToString(m.DeviceName) == name })
}
