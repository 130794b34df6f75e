package blockdevice

import (
	"github.com/ec2launch/ec2launch/internal/format"
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

var volumeRootSnapshotUnsupported = &validate.Rule{
	ID:       "volume-root-snapshot-unsupported",
	Summary:  "the snapshot of the root volume, which is that of the AMI, should not be replaced",
	Reading:  "The AMI alone knows the name of its root device, so the rule warns at the names that AMIs use.",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "SnapshotId", Guide: "block-device-mapping-concepts"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidBlockDeviceMapping",
	Members:  []string{"BlockDeviceMappings[].Ebs.SnapshotId", "BlockDeviceMappings[].DeviceName"},
	When:     []string{"BlockDeviceMappings[].Ebs.SnapshotId", "BlockDeviceMappings[].DeviceName"},
	Check: func(p *validate.Pass) {
		for i, m := range volumes(p.Input) {
			if m.Ebs.SnapshotId != nil && format.RootDevice(disk(m)) {
				p.Reportf(validate.At("BlockDeviceMappings[].Ebs.SnapshotId", i),
					"should not be given for the root device; choose another AMI, or map the snapshot to another device")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":100}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda2","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`, At: "BlockDeviceMappings[0].Ebs.SnapshotId"},
	},
}
