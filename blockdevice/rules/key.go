package rules

import (
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeKeyFormat = &validate.Rule{
	ID:      "volume-key-format",
	Summary: "a KMS key must be given by its key ID, alias, key ARN or alias ARN",
	Reading: "EC2 checks the key after it has accepted the request, and the instance then fails to start.",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "KmsKeyId"},
	Code:    "InvalidParameterValue",
	Given:   []string{"BlockDeviceMappings[].Ebs.KmsKeyId"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			if key := m.Ebs.KmsKeyId; key != nil && *key != "" && !format.Key(*key) {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.KmsKeyId", m.at),
					"must be a key ID, an alias with its prefix (alias/data), or the ARN of either")
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":10,"Encrypted":true,"KmsKeyId":"1234abcd-12ab-34cd-56ef-1234567890ab"` + end},
		{Spec: sdf + `"VolumeSize":10,"Encrypted":true,"KmsKeyId":"mrk-1234abcd12ab34cd56ef1234567890ab"` + end},
		{Spec: sdf + `"VolumeSize":10,"Encrypted":true,"KmsKeyId":"alias/AZaz09:/_-"` + end},
		{
			Spec: sdf + `"VolumeSize":10,"Encrypted":true,
				"KmsKeyId":"arn:aws-cn:kms:cn-north-1:111122223333:alias/data"` + end,
		},
		{
			Spec: sdf + `"VolumeSize":10,"Encrypted":true,
				"KmsKeyId":"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"` + end,
		},
	},
	Bad: []validate.Example{
		{
			Spec: sdf + `"VolumeSize":10,"Encrypted":true,"KmsKeyId":"data"` + end,
			At:   "BlockDeviceMappings[0].Ebs.KmsKeyId",
		},
		{
			Spec: sdf + `"VolumeSize":10,"Encrypted":true,"KmsKeyId":"alias/web.data"` + end,
			At:   "BlockDeviceMappings[0].Ebs.KmsKeyId",
		},
		{
			Spec: sdf + `"VolumeSize":10,"Encrypted":true,"KmsKeyId":"arn:aws:iam::111122223333:role/data"` + end,
			At:   "BlockDeviceMappings[0].Ebs.KmsKeyId",
		},
		{
			Spec: sdf + `"VolumeSize":10,"Encrypted":true,"KmsKeyId":"1234abcd-12ab-34cd-56ef"` + end,
			At:   "BlockDeviceMappings[0].Ebs.KmsKeyId",
		},
		{
			Spec: sdf + `"VolumeSize":10,"Encrypted":true,"KmsKeyId":"1234abcd-12ab-34cd-56ef-1234567890xy"` + end,
			At:   "BlockDeviceMappings[0].Ebs.KmsKeyId",
		},
	},
}

var volumeKeyRequired = &validate.Rule{
	ID:       "volume-key-required",
	Summary:  "KmsKeyId should name a key where it is given at all",
	Reading:  "What EC2 makes of an empty one is not documented.",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "KmsKeyId"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"BlockDeviceMappings[].Ebs.KmsKeyId"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			if key := m.Ebs.KmsKeyId; key != nil && *key == "" {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.KmsKeyId", m.at),
					"should not be empty; drop it, and Encrypted alone takes the account's default key")
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":10,"Encrypted":true` + end},
	},
	Bad: []validate.Example{
		{
			Spec: sdf + `"VolumeSize":10,"Encrypted":true,"KmsKeyId":""` + end,
			At:   "BlockDeviceMappings[0].Ebs.KmsKeyId",
		},
	},
}

var volumeKeyStateUnsupported = &validate.Rule{
	ID:        "volume-key-state-unsupported",
	Summary:   "the key of a volume should exist, be enabled, and be one that encrypts",
	Reading:   "EC2 answers the launch with instances, and ends them with the state reason of the code.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "KmsKeyId"},
	Severity:  validate.SeverityWarning,
	Code:      "InvalidKMSKey.InvalidState",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].Ebs.KmsKeyId"},
	Asks:      []validate.Asked{validate.EncryptionKey},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		for i, m := range p.Input.BlockDeviceMappings {
			if m.Ebs == nil || m.Ebs.KmsKeyId == nil {
				continue
			}
			found, known := validate.EncryptionKey.Of(p, *m.Ebs.KmsKeyId)
			path := p.At("BlockDeviceMappings[].Ebs.KmsKeyId", i)
			switch {
			case known && found == nil:
				p.Reportf(path, "should be a key that exists: KMS has none such in this Region")
			case found == nil:
			case found.State != "" && found.State != "Enabled":
				p.Reportf(path, "should be an enabled key, and is %.32s", found.State)
			case found.Spec != "" && found.Spec != "SYMMETRIC_DEFAULT" || found.Usage != "" && found.Usage != "ENCRYPT_DECRYPT":
				p.Reportf(path, "should be a symmetric key that encrypts")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"Encrypted":true,"VolumeSize":8,"KmsKeyId":"1234abcd-12ab-34cd-56ef-1234567890ab"}}]}`,
			Account: `{"EncryptionKey":{"1234abcd-12ab-34cd-56ef-1234567890ab":{"State":"Enabled","Spec":"SYMMETRIC_DEFAULT","Usage":"ENCRYPT_DECRYPT"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"Encrypted":true,"VolumeSize":8,"KmsKeyId":"1234abcd-12ab-34cd-56ef-1234567890ab"}}]}`,
			Account: `{"EncryptionKey":{"1234abcd-12ab-34cd-56ef-1234567890ab":null}}`,
			At:      "BlockDeviceMappings[0].Ebs.KmsKeyId",
		},
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"Encrypted":true,"VolumeSize":8,"KmsKeyId":"1234abcd-12ab-34cd-56ef-1234567890ab"}}]}`,
			Account: `{"EncryptionKey":{"1234abcd-12ab-34cd-56ef-1234567890ab":{"State":"PendingDeletion"}}}`,
			At:      "BlockDeviceMappings[0].Ebs.KmsKeyId",
		},
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"Encrypted":true,"VolumeSize":8,"KmsKeyId":"1234abcd-12ab-34cd-56ef-1234567890ab"}}]}`,
			Account: `{"EncryptionKey":{"1234abcd-12ab-34cd-56ef-1234567890ab":{"State":"Enabled","Spec":"RSA_2048"}}}`,
			At:      "BlockDeviceMappings[0].Ebs.KmsKeyId",
		},
	},
}
