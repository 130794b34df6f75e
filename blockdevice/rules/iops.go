package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeIOPSRange = &validate.Rule{
	ID:      "volume-iops-range",
	Summary: "the IOPS of a gp3, io1 or io2 volume must lie in the range of its type, and no IOPS be negative",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Code:    "InvalidParameterValue",
	Members: []string{"BlockDeviceMappings[].Ebs.Iops"},
	Reads:   []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Limits:  []*validate.Limit{gp3IOPSMin, ioIOPSMin, gp3IOPSMax, io1IOPSMax, io2IOPSMax},
	Check: func(p *validate.Pass) {
		for i, m := range volumes(p.Input) {
			s, ok := iops(m.Ebs.VolumeType)
			switch n := m.Ebs.Iops; {
			case n == nil:
			case ok && !s.holds(p, *n):
				least, most, _ := s.ends(p)
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.Iops", i), "%s volumes take %d to %d IOPS", m.Ebs.VolumeType, least, most)
			case m.Ebs.VolumeType == "" && *n < 0:
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.Iops", i), "must not be negative, whatever the type")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":500,"Iops":3000}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":500,"Iops":80000}}]}`, Since: validate.Autumn2026},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":500,"Iops":256000}}]}`, Since: validate.Autumn2026},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":2000,"Iops":64000}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":500,"Iops":2999}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":500,"Iops":16001}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops", Until: validate.Spring2023},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":2000,"Iops":64001}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":500,"Iops":99}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":100,"Iops":64001}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":500,"Iops":2999,"Throughput":750}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: `{"InstanceType":"c4.large","BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":1000,"Iops":256001}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"Iops":-1}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
	},
}

var volumeIOPSRequired = &validate.Rule{
	ID:      "volume-iops-required",
	Summary: "io1 and io2 volumes must state their IOPS",
	Reading: "The reference requires it whatever the AMI maps; a launch template may supply it.",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Code:    "MissingParameter",
	Absent:  []string{"BlockDeviceMappings[].Ebs.Iops"},
	When:    []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for i, m := range volumes(p.Input) {
			t := m.Ebs.VolumeType
			if (t == types.VolumeTypeIo1 || t == types.VolumeTypeIo2) && m.Ebs.Iops == nil {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.Iops", i), "must be given: %s volumes have no default", t)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":100,"Iops":100}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":100}}]}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"database"},"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2"}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":100}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":100}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
	},
}

var volumeIOPSUnsupported = &validate.Rule{
	ID:        "volume-iops-unsupported",
	Summary:   "a gp2, st1, sc1 or standard volume must have no Iops, not even 0",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Members:   []string{"BlockDeviceMappings[].Ebs.Iops"},
	When:      []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Check: func(p *validate.Pass) {
		for i, m := range volumes(p.Input) {
			switch m.Ebs.VolumeType {
			case types.VolumeTypeGp2, types.VolumeTypeSt1, types.VolumeTypeSc1, types.VolumeTypeStandard:
				if m.Ebs.Iops != nil {
					p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Iops", i), []string{p.At("BlockDeviceMappings[].Ebs.VolumeType", i)},
						"%s volumes take no IOPS; drop it, or make VolumeType gp3, io1 or io2", m.Ebs.VolumeType)
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp2","VolumeSize":100}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp2","VolumeSize":100,"Iops":300}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"st1","VolumeSize":500,"Iops":0}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
	},
}

var volumeIOPSRatio = &validate.Rule{
	ID:        "volume-iops-ratio",
	Summary:   "the IOPS of a volume must not exceed what its type takes for each GiB",
	Reading:   "The 3000 IOPS of a gp3 volume by default are allowed at any size. In 2023, when io2 volumes took 64000 IOPS, the ratio of io2 is that of volumes that are not Block Express.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "Iops", Guide: "ebs-volume-types"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"BlockDeviceMappings[].Ebs.Iops"},
	When:      []string{"BlockDeviceMappings[].Ebs.VolumeSize", "BlockDeviceMappings[].Ebs.VolumeType"},
	Limits:    []*validate.Limit{gp3IOPSRatio, io1IOPSRatio, io2IOPSRatio, gp3IOPSMin},
	Check: func(p *validate.Pass) {
		for i, m := range volumes(p.Input) {
			if m.Ebs.Iops == nil || m.Ebs.VolumeSize == nil || !inRange(p, m.Ebs) {
				continue
			}
			ratio, most, ok := iopsAt(p, m.Ebs.VolumeType, *m.Ebs.VolumeSize)
			if n := int64(*m.Ebs.Iops); ok && n > most {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Iops", i), []string{p.At("BlockDeviceMappings[].Ebs.VolumeSize", i)},
					"%s volumes take %d IOPS for each GiB: give at most %d, or a VolumeSize of at least %d",
					m.Ebs.VolumeType, ratio, most, (n+ratio-1)/ratio)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":1,"Iops":3000}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":7,"Iops":3500}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":4,"Iops":200}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":20,"Iops":20000}}]}`, Since: validate.Autumn2026},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":6,"Iops":3001}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":4,"Iops":201}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":20,"Iops":20001}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":20,"Iops":10001}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops", Until: validate.Spring2023},
	},
}

// iopsAt is the most IOPS for each GiB of a type, and on a size.
func iopsAt(p *validate.Pass, t types.VolumeType, size int32) (ratio, most int64, ok bool) {
	switch t {
	case types.VolumeTypeGp3:
		ratio, ok = p.Limit(gp3IOPSRatio)
		baseline, _ := p.Limit(gp3IOPSMin)
		return ratio, max(baseline, ratio*int64(size)), ok
	case types.VolumeTypeIo1:
		ratio, ok = p.Limit(io1IOPSRatio)
	case types.VolumeTypeIo2:
		ratio, ok = p.Limit(io2IOPSRatio)
	}
	return ratio, ratio * int64(size), ok
}

// inRange reports whether size and IOPS are each what the type takes. Ratios
// say nothing about others: they are reported already.
func inRange(p *validate.Pass, ebs *types.EbsBlockDevice) bool {
	if s, ok := sizes(ebs.VolumeType); ok && ebs.VolumeSize != nil && !s.holds(p, *ebs.VolumeSize) {
		return false
	}
	s, ok := iops(ebs.VolumeType)
	return !ok || ebs.Iops == nil || s.holds(p, *ebs.Iops)
}

var volumeIOPSAdvice = &validate.Rule{
	ID:       "volume-iops-advice",
	Summary:  "a volume should not have more than 32000 IOPS at an instance type that is not built on the Nitro System, which does not reach more",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"BlockDeviceMappings[].Ebs.Iops"},
	When:     []string{"InstanceType"},
	Facts:    []instancetype.Fact{instancetype.FactHypervisor},
	Limits:   []*validate.Limit{xenIOPSReached},
	Check: func(p *validate.Pass) {
		most, ok := p.Limit(xenIOPSReached)
		if !ok || p.InstanceType().Nitro() != instancetype.No {
			return
		}
		for i, m := range volumes(p.Input) {
			t := m.Ebs.VolumeType
			if (t == types.VolumeTypeIo1 || t == types.VolumeTypeIo2) && m.Ebs.Iops != nil && int64(*m.Ebs.Iops) > most {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Iops", i), []string{"InstanceType"},
					"InstanceType %s reaches at most %d, not being built on the Nitro System", p.Input.InstanceType, most)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"c4.8xlarge","BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":1280,"Iops":32000}}]}`},
		{Spec: `{"InstanceType":"m5.large","BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":1280,"Iops":64000}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"c4.8xlarge","BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":1280,"Iops":32001}}]}`, At: "BlockDeviceMappings[0].Ebs.Iops"},
	},
}
