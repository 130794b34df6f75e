package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/validate"
)

var ramdiskIDFormat = &validate.Rule{
	ID:        "ramdisk-id-format",
	Summary:   "RamdiskId must be ari- and 8 or 17 lower-case hexadecimal digits",
	Source:    validate.Source{Shape: "RunInstances", Member: "RamdiskId"},
	Code:      "InvalidRamDiskId.Malformed",
	CodeBasis: validate.Documented,
	Members:   []string{"RamdiskId"},
	Tag:       "ec2id=ari",
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m3.large","RamdiskId":"ari-1a2b3c4d"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m3.large","RamdiskId":"aki-919dcaf8"}`, At: "RamdiskId"},
	},
}

var ramdiskUnknown = &validate.Rule{
	ID:        "ramdisk-unknown",
	Summary:   "RamdiskId must name an image of that kind in the Region",
	Source:    validate.Source{Shape: "RunInstances", Member: "RamdiskId"},
	Code:      "InvalidAMIID.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"RamdiskId"},
	Asks:      []validate.Asked{validate.Image},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		found, known := validate.Image.Of(p, *p.Input.RamdiskId)
		switch {
		case known && found == nil:
			p.Reportf("RamdiskId", "must exist: the account sees no such image in this Region")
		case found != nil && found.ImageType != "" && found.ImageType != types.ImageTypeValuesRamdisk:
			p.Reportf("RamdiskId", "must name an image of a ramdisk, and names one of a %s", found.ImageType)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m3.large","RamdiskId":"ari-1a2b3c4d"}`,
			Account: `{"Image":{"ari-1a2b3c4d":{"ImageType":"ramdisk"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m3.large","RamdiskId":"ari-1a2b3c4d"}`,
			Account: `{"Image":{"ari-1a2b3c4d":null}}`,
			At:      "RamdiskId",
		},
		{
			Spec:    `{"InstanceType":"m3.large","RamdiskId":"ari-1a2b3c4d"}`,
			Account: `{"Image":{"ari-1a2b3c4d":{"ImageType":"machine"}}}`,
			At:      "RamdiskId",
		},
	},
}
