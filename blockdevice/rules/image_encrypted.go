package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var volumeImageEncryptedUnsupported = &validate.Rule{
	ID:       "volume-image-encrypted-unsupported",
	Summary:  "Encrypted should not be false where the image has an encrypted volume",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "Encrypted"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidBlockDeviceMapping",
	Given:    []string{"BlockDeviceMappings[].Ebs.Encrypted"},
	When:     []string{"BlockDeviceMappings[].DeviceName"},
	Reads:    []string{"ImageId", "BlockDeviceMappings[].Ebs.SnapshotId"},
	Asks:     []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil {
			return
		}
		for i, m := range p.Input.BlockDeviceMappings {
			if m.Ebs == nil || m.DeviceName == nil {
				continue
			}

			theirs := inImage(found, *m.DeviceName)
			if m.Ebs.Encrypted != nil && !*m.Ebs.Encrypted && m.Ebs.SnapshotId == nil && theirs != nil && theirs.Ebs != nil && theirs.Ebs.Encrypted != nil && *theirs.Ebs.Encrypted {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Encrypted", i), []string{"ImageId"}, "should not be false: the image's volume is encrypted, and so is every one made of it")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true}}]}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":false}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true}}]}}}`,
			At:      "BlockDeviceMappings[0].Ebs.Encrypted",
		},
	},
}
