package rules

import (
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
