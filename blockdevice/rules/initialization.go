package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var volumeInitializationRange = &validate.Rule{
	ID:      "volume-initialization-range",
	Summary: "the rate of volume initialization, in MiB/s, must lie in the documented range",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeInitializationRate"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"BlockDeviceMappings[].Ebs.VolumeInitializationRate"},
	Range:   &validate.Range{Min: initializationRateMin, Max: initializationRateMax},
	Good: []validate.Example{
		{Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0","VolumeInitializationRate":100` + end},
		{Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0","VolumeInitializationRate":300` + end},
	},
	Bad: []validate.Example{
		{
			Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0","VolumeInitializationRate":99` + end,
			At:   "BlockDeviceMappings[0].Ebs.VolumeInitializationRate",
		},
		{
			Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0","VolumeInitializationRate":301` + end,
			At:   "BlockDeviceMappings[0].Ebs.VolumeInitializationRate",
		},
	},
}

var volumeInitializationUnsupported = &validate.Rule{
	ID:      "volume-initialization-unsupported",
	Summary: "an empty volume should have no rate of initialization, since it has nothing to initialize",
	Reading: "The AMI may map a snapshot that the request does not name, so the rule only warns, and only at the " +
		"names /dev/sdf to /dev/sdp, which EC2 recommends for volumes that are added to the AMI's.",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "VolumeInitializationRate"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"BlockDeviceMappings[].Ebs.VolumeInitializationRate"},
	When:     []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	Reads:    []string{"BlockDeviceMappings[].DeviceName", "BlockDeviceMappings[].Ebs.SnapshotId"},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for _, m := range volumes(p) {
			empty := m.Ebs.VolumeSize != nil && m.Ebs.SnapshotId == nil && added(m.disk)
			if m.Ebs.VolumeInitializationRate != nil && empty {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeInitializationRate", m.at),
					"should not be given for an empty volume; drop it, or give SnapshotId")
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0","VolumeInitializationRate":200` + end},
		{Spec: xvda + `"VolumeSize":500,"VolumeInitializationRate":200` + end},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvdb","Ebs":{"VolumeSize":50,"VolumeType":"gp3",
				"VolumeInitializationRate":200}}]}`,
		},
		{Spec: sdf + `"VolumeInitializationRate":200` + end},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdq","Ebs":{"VolumeSize":10,
				"VolumeInitializationRate":200}}]}`,
		},
		{Spec: templated + `"VolumeSize":10,"VolumeInitializationRate":200` + end},
	},
	Bad: []validate.Example{
		{
			Spec: sdf + `"VolumeSize":10,"VolumeInitializationRate":200` + end,
			At:   "BlockDeviceMappings[0].Ebs.VolumeInitializationRate",
		},
	},
}
