package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var templateEncryptionAdvice = &validate.Rule{
	ID: "template-encryption-advice",
	Summary: "a request that maps a device of its launch template should repeat Encrypted and KmsKeyId: whether EC2 " +
		"keeps the template's is not stated",
	Reading: "The values of the device are replaced with the specified ones, says the page: those that are not " +
		"specified stay or not. Repeated, they hold under both readings.",
	Source:   validate.Source{Guide: "launch-instances-from-launch-template"},
	Severity: validate.SeverityAdvice,
	On:       []validate.Subject{validate.FromTemplate},
	Given:    []string{"Request.BlockDeviceMappings[].Ebs"},
	Members: []string{
		"Request.BlockDeviceMappings[].Ebs.Encrypted", "Request.BlockDeviceMappings[].Ebs.KmsKeyId",
	},
	Reads: []string{
		"Request.BlockDeviceMappings[].DeviceName", "Request.BlockDeviceMappings[].NoDevice",
		"LaunchTemplateData.BlockDeviceMappings[].DeviceName",
		"LaunchTemplateData.BlockDeviceMappings[].Ebs.Encrypted",
		"LaunchTemplateData.BlockDeviceMappings[].Ebs.KmsKeyId",
	},
	Check: func(p *validate.Pass) {
		in := validate.CallOf[validate.TemplatedLaunch](p)
		if in.LaunchTemplateData == nil {
			return
		}
		for i, ours := range in.Request.BlockDeviceMappings {
			for j, theirs := range in.LaunchTemplateData.BlockDeviceMappings {
				if ours.Ebs == nil || ours.NoDevice != nil || theirs.Ebs == nil || ours.DeviceName == nil ||
					aws.ToString(ours.DeviceName) != aws.ToString(theirs.DeviceName) {
					continue
				}
				const message = "should be repeated here: whether EC2 keeps what only the launch template says of the " +
					"device is not stated"
				if aws.ToBool(theirs.Ebs.Encrypted) && ours.Ebs.Encrypted == nil {
					p.Conflictf(p.At("Request.BlockDeviceMappings[].Ebs.Encrypted", i),
						[]string{p.At("LaunchTemplateData.BlockDeviceMappings[].Ebs.Encrypted", j)}, message)
				}
				if theirs.Ebs.KmsKeyId != nil && ours.Ebs.KmsKeyId == nil {
					p.Conflictf(p.At("Request.BlockDeviceMappings[].Ebs.KmsKeyId", i),
						[]string{p.At("LaunchTemplateData.BlockDeviceMappings[].Ebs.KmsKeyId", j)}, message)
				}
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"Request":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":100,"Encrypted":true}}]},` +
				`"LaunchTemplateData":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true}}]}}`,
		},
		{
			Spec: `{"Request":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","NoDevice":"","Ebs":{"VolumeSize":100}}]},` +
				`"LaunchTemplateData":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true}}]}}`,
		},
		{
			Spec: `{"Request":{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":100}}]},` +
				`"LaunchTemplateData":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda",` +
				`"Ebs":{"Encrypted":true,"KmsKeyId":"alias/disks"}}]}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Request":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":100}}]},` +
				`"LaunchTemplateData":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true}}]}}`,
			At: "Request.BlockDeviceMappings[0].Ebs.Encrypted",
		},
		{
			Spec: `{"Request":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":100,"Encrypted":true}}]},` +
				`"LaunchTemplateData":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda",` +
				`"Ebs":{"Encrypted":true,"KmsKeyId":"alias/disks"}}]}}`,
			At: "Request.BlockDeviceMappings[0].Ebs.KmsKeyId",
		},
	},
}
