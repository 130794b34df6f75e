package rules

import "github.com/ec2launch/ec2launch/validate"

var volumeRootSnapshotAdvice = &validate.Rule{
	ID:       "volume-root-snapshot-advice",
	Summary:  "the snapshot of the root volume should be left to the AMI, whose own EC2 uses",
	Reading:  "The AMI alone knows the name of its root device, so the rule speaks at the names that AMIs use.",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "SnapshotId", Guide: "block-device-mapping-concepts"},
	Severity: validate.SeverityAdvice,
	Code:     "InvalidBlockDeviceMapping",
	Given:    []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	When:     []string{"BlockDeviceMappings[].DeviceName"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			if m.Ebs.SnapshotId != nil && m.root {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.SnapshotId", m.at),
					"should not be given for the root device; choose another AMI, or map the snapshot to another "+
						"device")
			}
		}
	},
	Good: []validate.Example{
		{Spec: xvda + `"VolumeSize":100` + end},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda2","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`},
	},
	Bad: []validate.Example{
		{Spec: xvda + `"SnapshotId":"snap-0123456789abcdef0"` + end, At: "BlockDeviceMappings[0].Ebs.SnapshotId"},
	},
}

var volumeRootUnsupported = &validate.Rule{
	ID:        "volume-root-unsupported",
	Summary:   "the root volume should be of a type from which instances boot",
	Reading:   "The AMI alone knows the name of its root device, so the rule warns at the names that AMIs use.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "VolumeType", Guide: "ebs-volume-types"},
	Severity:  validate.SeverityWarning,
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	When:      []string{"BlockDeviceMappings[].DeviceName"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			if m.kind != nil && !m.kind.boots && m.root {
				boots := func(t *volumeType) bool { return t.boots }
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeType", m.at),
					"no instance boots from such a volume; a root volume takes %s", typesThat(boots))
			}
		}
	},
	Good: []validate.Example{
		{Spec: xvda + `"VolumeSize":500,"VolumeType":"gp3"` + end},
		{Spec: sdf + `"VolumeSize":500,"VolumeType":"st1"` + end},
	},
	Bad: []validate.Example{
		{Spec: xvda + `"VolumeSize":500,"VolumeType":"st1"` + end, At: "BlockDeviceMappings[0].Ebs.VolumeType"},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":500,"VolumeType":"sc1"}}]}`,
			At:   "BlockDeviceMappings[0].Ebs.VolumeType",
		},
	},
}
