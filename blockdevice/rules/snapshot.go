package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var volumeSnapshotFormat = &validate.Rule{
	ID:        "volume-snapshot-format",
	Summary:   "a snapshot ID must be snap- and 8 or 17 lower-case hexadecimal digits",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "SnapshotId"},
	Code:      "InvalidSnapshotID.Malformed",
	CodeBasis: validate.Documented,
	Members:   []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	Tag:       "ec2id=snap",
	Good: []validate.Example{
		{Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0"` + end},
		{Spec: sdf + `"SnapshotId":"snap-1234abcd"` + end},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"SnapshotId":"snap-12"` + end, At: "BlockDeviceMappings[0].Ebs.SnapshotId"},
		{Spec: sdf + `"SnapshotId":"vol-0123456789abcdef0"` + end, At: "BlockDeviceMappings[0].Ebs.SnapshotId"},
	},
}
