package policy

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

func encrypted(Policy) *validate.Rule {
	return &validate.Rule{
		ID:      "policy-volume-encryption-required",
		Summary: "every volume must be encrypted",
		Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Encrypted"},
		Code:    code,
		Members: []string{"BlockDeviceMappings[].Ebs.Encrypted"},
		When:    []string{"BlockDeviceMappings[].Ebs"},
		Check: func(p *validate.Pass) {
			for i, m := range p.Input.BlockDeviceMappings {
				if m.Ebs != nil && !aws.ToBool(m.Ebs.Encrypted) {
					p.Reportf(p.At("BlockDeviceMappings[].Ebs.Encrypted", i), "must be true")
				}
			}
		},
		Good: []validate.Example{
			{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8,"Encrypted":true}}]}`},
			{Spec: `{}`},
		},
		Bad: []validate.Example{
			{
				Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}}]}`,
				At:   "BlockDeviceMappings[0].Ebs.Encrypted",
			},
		},
	}
}

func keys(policy Policy) *validate.Rule {
	allowed := slices.Clone(policy.VolumeKeys)
	return &validate.Rule{
		ID:      "policy-volume-key-values",
		Summary: "every volume must be encrypted with one of the keys of the house",
		Source:  validate.Source{Shape: "EbsBlockDevice", Member: "KmsKeyId"},
		Code:    code,
		Members: []string{"BlockDeviceMappings[].Ebs.KmsKeyId"},
		When:    []string{"BlockDeviceMappings[].Ebs"},
		Check: func(p *validate.Pass) {
			for i, m := range p.Input.BlockDeviceMappings {
				if m.Ebs != nil && !slices.Contains(allowed, aws.ToString(m.Ebs.KmsKeyId)) {
					p.Reportf(p.At("BlockDeviceMappings[].Ebs.KmsKeyId", i), "must be %s", oneOf(allowed))
				}
			}
		},
		Good: []validate.Example{{Spec: `{}`}},
		Bad: []validate.Example{{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8,"Encrypted":true}}]}`,
			At:   "BlockDeviceMappings[0].Ebs.KmsKeyId",
		}},
	}
}

func volumeTypes(policy Policy) *validate.Rule {
	allowed := slices.Clone(policy.VolumeTypes)
	return &validate.Rule{
		ID:      "policy-volume-type-values",
		Summary: "every volume must be of a type that the house allows",
		Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeType"},
		Code:    code,
		Members: []string{"BlockDeviceMappings[].Ebs.VolumeType"},
		When:    []string{"BlockDeviceMappings[].Ebs"},
		Check: func(p *validate.Pass) {
			for i, m := range p.Input.BlockDeviceMappings {
				if m.Ebs != nil && !slices.Contains(allowed, string(m.Ebs.VolumeType)) {
					p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeType", i), "must be %s", oneOf(allowed))
				}
			}
		},
		Good: []validate.Example{{Spec: `{}`}},
		Bad: []validate.Example{{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}}]}`,
			At:   "BlockDeviceMappings[0].Ebs.VolumeType",
		}},
	}
}
