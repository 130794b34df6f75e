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
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-1234abcd"}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-12"}}]}`, At: "BlockDeviceMappings[0].Ebs.SnapshotId"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"vol-0123456789abcdef0"}}]}`, At: "BlockDeviceMappings[0].Ebs.SnapshotId"},
	},
}
