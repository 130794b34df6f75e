package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// sized reports whether the request itself says how large a volume is.
func sized(ebs *types.EbsBlockDevice) bool { return ebs.VolumeSize != nil || ebs.SnapshotId != nil }

var volumeSizeRange = &validate.Rule{
	ID:      "volume-size-range",
	Summary: "the size of a volume must lie in the range of its type",
	Reading: "Where the request leaves the type to the AMI or the launch template, the size must be one that some type has.",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Code:    "InvalidParameterValue",
	Members: []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	Reads:   []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Limits: []*validate.Limit{
		volumeSizeMin, ioSizeMin, hddSizeMin, gp2SizeMax, gp3SizeMax, io1SizeMax, io2SizeMax, hddSizeMax, standardSizeMax,
	},
	Check: func(p *validate.Pass) {
		for i, m := range volumes(p.Input) {
			size := m.Ebs.VolumeSize
			if s, ok := sizes(m.Ebs.VolumeType); ok && size != nil && !s.holds(p, *size) {
				least, most, _ := s.ends(p)
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeSize", i),
					"%s volumes take %d to %d GiB", kind(m.Ebs.VolumeType), least, most)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":1,"VolumeType":"gp3"}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":65536,"VolumeType":"gp3"}}]}`, Since: validate.Autumn2026},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":16384,"VolumeType":"gp2"}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":125,"VolumeType":"sc1"}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":65537,"VolumeType":"gp3"}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeSize"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":16385,"VolumeType":"gp3"}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeSize", Until: validate.Spring2023},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":3,"VolumeType":"io2","Iops":100}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeSize"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":124,"VolumeType":"st1"}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeSize"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":0}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeSize"},
	},
}

var volumeSizeRequired = &validate.Rule{
	ID:        "volume-size-required",
	Summary:   "a new volume should have a size or a snapshot",
	Reading:   "A device that the AMI maps inherits both, and a launch may change its encryption or its deletion alone. A volume is read as new when its type is given, at another name than those of root devices.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Severity:  validate.SeverityWarning,
	Code:      "InvalidBlockDeviceMapping",
	CodeBasis: validate.Observed,
	Absent:    []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	When:      []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Reads:     []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for i, m := range volumes(p.Input) {
			if m.Ebs.VolumeType != "" && !sized(m.Ebs) && !format.RootDevice(disk(m)) {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeSize", i),
					"should be given, or SnapshotId, unless the AMI maps the device")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":8}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","SnapshotId":"snap-0123456789abcdef0"}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeType":"gp3"}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"DeleteOnTermination":true}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda","Ebs":{"VolumeType":"gp3"}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"xvda1","Ebs":{"VolumeType":"gp3"}}]}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"database"},"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3"}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3"}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeSize"},
	},
}

var volumeSizeAdvice = &validate.Rule{
	ID:       "volume-size-advice",
	Summary:  "a root volume of more than 2047 GiB should have a GPT partition table, without which it cannot be used in full",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize", Guide: "volume_constraints"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	When:     []string{"BlockDeviceMappings[].DeviceName"},
	Limits:   []*validate.Limit{mbrSizeMax},
	Check: func(p *validate.Pass) {
		most, ok := p.Limit(mbrSizeMax)
		for i, m := range volumes(p.Input) {
			if ok && m.Ebs.VolumeSize != nil && int64(*m.Ebs.VolumeSize) > most && format.RootDevice(disk(m)) {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeSize", i),
					"an AMI with an MBR partition table uses %d GiB of it; check that the AMI has a GPT one", most)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":2047}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":2048}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeSize"},
	},
}
