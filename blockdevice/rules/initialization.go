package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var volumeInitializationRange = &validate.Rule{
	ID:      "volume-initialization-range",
	Summary: "the rate of volume initialization must lie in the documented range",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeInitializationRate"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"BlockDeviceMappings[].Ebs.VolumeInitializationRate"},
	Limits:  []*validate.Limit{initializationRateMin, initializationRateMax},
	Check: func(p *validate.Pass) {
		for i, m := range volumes(p.Input) {
			if n := m.Ebs.VolumeInitializationRate; n != nil && !initializationRates.holds(p, *n) {
				least, most, _ := initializationRates.ends(p)
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeInitializationRate", i), "must be %d to %d MiB/s", least, most)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0","VolumeInitializationRate":100}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0","VolumeInitializationRate":300}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0","VolumeInitializationRate":99}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeInitializationRate"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0","VolumeInitializationRate":301}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeInitializationRate"},
	},
}

var volumeInitializationUnsupported = &validate.Rule{
	ID:      "volume-initialization-unsupported",
	Summary: "an empty volume has nothing to initialize, and must have no rate for it",
	Reading: "A device that the AMI maps has a snapshot that the request does not name. A volume is read as empty when the request gives its size at one of the names /dev/sdf to /dev/sdp, which EC2 recommends for volumes that are added to the AMI's.",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeInitializationRate"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
	Members: []string{"BlockDeviceMappings[].Ebs.VolumeInitializationRate"},
	When:    []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	Reads:   []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for i, m := range volumes(p.Input) {
			empty := m.Ebs.VolumeSize != nil && m.Ebs.SnapshotId == nil && dataDisk(disk(m))
			if m.Ebs.VolumeInitializationRate != nil && empty {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeInitializationRate", i),
					"must not be given for an empty volume; drop it, or give SnapshotId")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0","VolumeInitializationRate":200}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":500,"VolumeInitializationRate":200}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvdb","Ebs":{"VolumeSize":50,"VolumeType":"gp3","VolumeInitializationRate":200}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeInitializationRate":200}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdq","Ebs":{"VolumeSize":10,"VolumeInitializationRate":200}}]}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"database"},"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10,"VolumeInitializationRate":200}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10,"VolumeInitializationRate":200}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeInitializationRate"},
	},
}
