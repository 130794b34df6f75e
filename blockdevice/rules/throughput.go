package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeThroughputRange = &validate.Rule{
	ID:      "volume-throughput-range",
	Summary: "the throughput of a gp3 volume must lie in the documented range",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Throughput"},
	Code:    "InvalidParameterValue",
	Members: []string{"BlockDeviceMappings[].Ebs.Throughput"},
	Reads:   []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Limits:  []*validate.Limit{gp3ThroughputMin, gp3ThroughputMax},
	Check: func(p *validate.Pass) {
		for i, m := range volumes(p.Input) {
			t, n := m.Ebs.VolumeType, m.Ebs.Throughput
			if n != nil && (t == types.VolumeTypeGp3 || t == "") && !throughputs.holds(p, *n) {
				least, most, _ := throughputs.ends(p)
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.Throughput", i), "gp3 volumes take %d to %d MiB/s", least, most)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":100,"Throughput":125}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":100,"Iops":8000,"Throughput":2000}}]}`, Since: validate.Autumn2026},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":100,"Throughput":124}}]}`, At: "BlockDeviceMappings[0].Ebs.Throughput"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":100,"Iops":9000,"Throughput":2001}}]}`, At: "BlockDeviceMappings[0].Ebs.Throughput"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Throughput":1001}}]}`, At: "BlockDeviceMappings[0].Ebs.Throughput", Until: validate.Spring2023},
	},
}

var volumeThroughputUnsupported = &validate.Rule{
	ID:        "volume-throughput-unsupported",
	Summary:   "a volume of another type than gp3 must have no Throughput",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "Throughput"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Members:   []string{"BlockDeviceMappings[].Ebs.Throughput"},
	When:      []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Check: func(p *validate.Pass) {
		for i, m := range volumes(p.Input) {
			switch t := m.Ebs.VolumeType; t {
			case types.VolumeTypeGp2, types.VolumeTypeIo1, types.VolumeTypeIo2, types.VolumeTypeSt1, types.VolumeTypeSc1, types.VolumeTypeStandard:
				if m.Ebs.Throughput != nil {
					p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Throughput", i), []string{p.At("BlockDeviceMappings[].Ebs.VolumeType", i)},
						"%s volumes take no throughput; drop it, or make VolumeType gp3", t)
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":100,"Throughput":500}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":100,"Iops":1000,"Throughput":500}}]}`, At: "BlockDeviceMappings[0].Ebs.Throughput"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp2","VolumeSize":100,"Throughput":0}}]}`, At: "BlockDeviceMappings[0].Ebs.Throughput"},
	},
}

var volumeThroughputRatio = &validate.Rule{
	ID:        "volume-throughput-ratio",
	Summary:   "a gp3 volume must have 4 IOPS for each MiB/s of its throughput",
	Reading:   "Without Iops a new volume has 3000. A root device and a launch template may supply another number.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "Throughput", Guide: "general-purpose"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"BlockDeviceMappings[].Ebs.Throughput"},
	When:      []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Reads:     []string{"BlockDeviceMappings[].Ebs.Iops"},
	Limits:    []*validate.Limit{gp3ThroughputRatio, gp3ThroughputMin, gp3ThroughputMax, gp3IOPSMin},
	Check: func(p *validate.Pass) {
		ratio, ok := p.Limit(gp3ThroughputRatio)
		if !ok {
			return
		}
		for i, m := range volumes(p.Input) {
			if m.Ebs.VolumeType != types.VolumeTypeGp3 || m.Ebs.Throughput == nil || !throughputs.holds(p, *m.Ebs.Throughput) || !inRange(p, m.Ebs) {
				continue
			}
			given, known := gp3IOPS(p, m)
			if n := int64(*m.Ebs.Throughput); known && n*ratio > given {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Throughput", i), []string{p.At("BlockDeviceMappings[].Ebs.Iops", i)},
					"must be at most %d with %d IOPS; lower it, or give Iops of at least %d", given/ratio, given, n*ratio)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":100,"Throughput":750}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":100,"Iops":4000,"Throughput":1000}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeType":"gp3","Throughput":1000}}]}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"database"},"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","Throughput":1000}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":100,"Throughput":751}}]}`, At: "BlockDeviceMappings[0].Ebs.Throughput"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeType":"gp3","Iops":3999,"Throughput":1000}}]}`, At: "BlockDeviceMappings[0].Ebs.Throughput"},
	},
}

// gp3IOPS is the number of IOPS that a gp3 volume is launched with; ok is false
// where it may be inherited.
func gp3IOPS(p *validate.Pass, m *types.BlockDeviceMapping) (n int64, ok bool) {
	switch {
	case m.Ebs.Iops != nil:
		return int64(*m.Ebs.Iops), true
	case p.Templated() || format.RootDevice(disk(m)):
		return 0, false
	}
	return p.Limit(gp3IOPSMin)
}
