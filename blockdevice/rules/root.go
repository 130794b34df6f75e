package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeRootSnapshotUnsupported = &validate.Rule{
	ID:       "volume-root-snapshot-unsupported",
	Summary:  "the snapshot of the root volume, which is that of the AMI, should not be replaced",
	Reading:  "The AMI alone knows the name of its root device, so the rule warns at the names that AMIs use.",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "SnapshotId", Guide: "block-device-mapping-concepts"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidBlockDeviceMapping",
	Members:  []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	When:     []string{"BlockDeviceMappings[].DeviceName"},
	Check: func(p *validate.Pass) {
		for i, m := range volumes(p.Input) {
			if m.Ebs.SnapshotId != nil && format.RootDevice(disk(m)) {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.SnapshotId", i),
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

var volumeRootUnsupported = &validate.Rule{
	ID:        "volume-root-unsupported",
	Summary:   "the root volume should not be of type st1 or sc1",
	Reading:   "The AMI alone knows the name of its root device, so the rule warns at the names that AMIs use.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "VolumeType", Guide: "ebs-volume-types"},
	Severity:  validate.SeverityWarning,
	Code:      "BootForVolumeTypeUnsupported",
	CodeBasis: validate.Documented,
	Members:   []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	When:      []string{"BlockDeviceMappings[].DeviceName"},
	Check: func(p *validate.Pass) {
		for i, m := range volumes(p.Input) {
			t := m.Ebs.VolumeType
			if (t == types.VolumeTypeSt1 || t == types.VolumeTypeSc1) && format.RootDevice(disk(m)) {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeType", i),
					"no instance boots from such a volume; a root volume takes gp3, gp2, io1, io2 or standard")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":500,"VolumeType":"gp3"}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":500,"VolumeType":"st1"}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":500,"VolumeType":"st1"}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeType"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":500,"VolumeType":"sc1"}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeType"},
	},
}
