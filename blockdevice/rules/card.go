package rules

import (
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeCardRange = &validate.Rule{
	ID:      "volume-card-range",
	Summary: "the index of an EBS card must not be negative",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "EbsCardIndex"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"BlockDeviceMappings[].Ebs.EbsCardIndex"},
	Tag:     "min=0",
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":10,"EbsCardIndex":0` + end},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"VolumeSize":10,"EbsCardIndex":-1` + end, At: "BlockDeviceMappings[0].Ebs.EbsCardIndex"},
	},
}

var volumeCardUnsupported = &validate.Rule{
	ID:      "volume-card-unsupported",
	Summary: "the instance type must have the EBS card that a volume is attached to",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "EbsCardIndex"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Given:   []string{"BlockDeviceMappings[].Ebs.EbsCardIndex"},
	When:    []string{"InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactEBSCards},
	Check: func(p *validate.Pass) {
		cards, ok := p.InstanceType().EBSCards()
		for _, m := range volumes(p) {
			if card := m.Ebs.EbsCardIndex; ok && card != nil && *card >= cards {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.EbsCardIndex", m.at), []string{"InstanceType"},
					"must be below %d, the number of EBS cards of InstanceType %s", cards, p.Input.InstanceType)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"r8gn.48xlarge",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10,"EbsCardIndex":1}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.micro",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10,"EbsCardIndex":1}}]}`,
			At: "BlockDeviceMappings[0].Ebs.EbsCardIndex",
		},
	},
}
