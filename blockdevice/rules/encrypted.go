package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var volumeEncryptedRequired = &validate.Rule{
	ID:        "volume-encrypted-required",
	Summary:   "a volume with a KMS key must be declared encrypted",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "KmsKeyId", Guide: "AMIEncryption"},
	Code:      "InvalidParameterDependency",
	CodeBasis: validate.Observed,
	Members:   []string{"BlockDeviceMappings[].Ebs.Encrypted"},
	When:      []string{"BlockDeviceMappings[].Ebs.KmsKeyId"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			encrypted := aws.ToBool(m.Ebs.Encrypted)
			inherited := m.Ebs.Encrypted == nil && p.Templated()
			if m.Ebs.KmsKeyId != nil && !encrypted && !inherited {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Encrypted", m.at),
					[]string{p.At("BlockDeviceMappings[].Ebs.KmsKeyId", m.at)},
					"must be true with KmsKeyId; drop the key if the volume shall not be encrypted")
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":10,"Encrypted":true,"KmsKeyId":"alias/data"` + end},
		{Spec: templated + `"KmsKeyId":"alias/data"` + end},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"VolumeSize":10,"KmsKeyId":"alias/data"` + end, At: "BlockDeviceMappings[0].Ebs.Encrypted"},
		{
			Spec: sdf + `"VolumeSize":10,"Encrypted":false,"KmsKeyId":"alias/data"` + end,
			At:   "BlockDeviceMappings[0].Ebs.Encrypted",
		},
	},
}
