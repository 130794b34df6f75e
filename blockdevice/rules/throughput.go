package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeThroughputRange = &validate.Rule{
	ID:       "volume-throughput-range",
	Summary:  "the throughput of a volume must lie in the range of its type",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "Throughput"},
	Code:     "InvalidParameterValue",
	Given:    []string{"BlockDeviceMappings[].Ebs.Throughput"},
	Reads:    []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	LimitsOf: throughputLimits,
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			t := m.kind
			if m.Ebs.VolumeType == "" {
				t = typeOf(types.VolumeTypeGp3) // no other takes any
			}
			if m.Ebs.Throughput == nil || t == nil {
				continue
			}
			if end := t.throughput.broken(p, *m.Ebs.Throughput); end != nil {
				p.Beyond(end).Reportf(p.At("BlockDeviceMappings[].Ebs.Throughput", m.at),
					"%s volumes take %s MiB/s", t.name, t.throughput.text(p))
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeType":"gp3","VolumeSize":100,"Throughput":125` + end},
		{
			Spec:  sdf + `"VolumeType":"gp3","VolumeSize":100,"Iops":8000,"Throughput":2000` + end,
			Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec: sdf + `"VolumeType":"gp3","VolumeSize":100,"Throughput":124` + end,
			At:   "BlockDeviceMappings[0].Ebs.Throughput",
		},
		{
			Spec: sdf + `"VolumeType":"gp3","VolumeSize":100,"Iops":9000,"Throughput":2001` + end,
			At:   "BlockDeviceMappings[0].Ebs.Throughput",
		},
		{
			Spec:  xvda + `"Throughput":1001` + end,
			At:    "BlockDeviceMappings[0].Ebs.Throughput",
			Until: validate.Spring2023,
		},
	},
}

var volumeThroughputUnsupported = &validate.Rule{
	ID:        "volume-throughput-unsupported",
	Summary:   "a volume of a type without provisioned throughput must have no Throughput",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "Throughput"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].Ebs.Throughput"},
	When:      []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			if m.kind != nil && !m.kind.takesThroughput() && m.Ebs.Throughput != nil {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Throughput", m.at),
					[]string{p.At("BlockDeviceMappings[].Ebs.VolumeType", m.at)},
					"%s volumes take no throughput; drop it, or make VolumeType %s", m.kind.name,
					typesThat((*volumeType).takesThroughput))
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeType":"gp3","VolumeSize":100,"Throughput":500` + end},
	},
	Bad: []validate.Example{
		{
			Spec: sdf + `"VolumeType":"io2","VolumeSize":100,"Iops":1000,"Throughput":500` + end,
			At:   "BlockDeviceMappings[0].Ebs.Throughput",
		},
		{
			Spec: sdf + `"VolumeType":"gp2","VolumeSize":100,"Throughput":0` + end,
			At:   "BlockDeviceMappings[0].Ebs.Throughput",
		},
	},
}

var volumeThroughputRatio = &validate.Rule{
	ID:      "volume-throughput-ratio",
	Summary: "a volume must have the IOPS that its type demands for each MiB/s of throughput",
	Reading: "Without Iops a new volume has those of its type by default. A root device and a launch template may " +
		"supply another number.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "Throughput", Guide: "general-purpose"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].Ebs.Throughput"},
	When:      []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Reads: []string{
		"BlockDeviceMappings[].DeviceName", "BlockDeviceMappings[].Ebs.Iops", "BlockDeviceMappings[].Ebs.VolumeSize",
	},
	LimitsOf: throughputRatioLimits,
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			t, n := m.kind, m.Ebs.Throughput
			if n == nil || t == nil || t.iopsPerMiB == nil {
				continue
			}
			given, known := m.launchIOPS(p)
			ratio, ok := ratioOf(p, t.iopsPerMiB)
			if ok && known && int64(*n)*ratio > given && t.throughput.broken(p, *n) == nil && m.inRange(p) {
				p.Beyond(t.iopsPerMiB).Conflictf(p.At("BlockDeviceMappings[].Ebs.Throughput", m.at),
					[]string{p.At("BlockDeviceMappings[].Ebs.Iops", m.at)},
					"must be at most %d with %d IOPS; lower it, or give Iops of at least %d", given/ratio, given,
					int64(*n)*ratio)
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeType":"gp3","VolumeSize":100,"Throughput":750` + end},
		{Spec: sdf + `"VolumeType":"gp3","VolumeSize":100,"Iops":4000,"Throughput":1000` + end},
		{Spec: xvda + `"VolumeType":"gp3","Throughput":1000` + end},
		{Spec: templated + `"VolumeType":"gp3","Throughput":1000` + end},
	},
	Bad: []validate.Example{
		{
			Spec: sdf + `"VolumeType":"gp3","VolumeSize":100,"Throughput":751` + end,
			At:   "BlockDeviceMappings[0].Ebs.Throughput",
		},
		{
			Spec: xvda + `"VolumeType":"gp3","Iops":3999,"Throughput":1000` + end,
			At:   "BlockDeviceMappings[0].Ebs.Throughput",
		},
	},
}

// launchIOPS is the number of IOPS that a volume is launched with; ok is false
// where it may be inherited.
func (m *mapping) launchIOPS(p *validate.Pass) (n int64, ok bool) {
	switch {
	case m.Ebs.Iops != nil:
		return int64(*m.Ebs.Iops), true
	case m.root || p.Templated():
		return 0, false
	}
	return p.Limit(m.kind.baseline)
}

var volumeThroughputTypeAdvice = &validate.Rule{
	ID:       "volume-throughput-type-advice",
	Summary:  "a volume should not have more throughput than its instance type reaches with all its volumes",
	Source:   validate.Source{Shape: "EbsOptimizedInfo", Member: "MaximumThroughputInMBps"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"BlockDeviceMappings[].Ebs.Throughput"},
	When:     []string{"InstanceType"},
	Facts:    []instancetype.Fact{instancetype.FactEBSMaxThroughput},
	Check: func(p *validate.Pass) {
		most, ok := p.InstanceType().EBSMaxThroughput()
		for _, m := range volumes(p) {
			const megabytes = 1 << 20 / 1e6 // in a MiB
			if ok && m.Ebs.Throughput != nil && float64(*m.Ebs.Throughput)*megabytes > most {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Throughput", m.at), []string{"InstanceType"},
					"%s reaches at most %.0f MB/s; lower it, or choose a larger type", p.Input.InstanceType, most)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.24xlarge",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":100,
					"Iops":4000,"Throughput":1000}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":100,
					"Iops":4000,"Throughput":1000}}]}`,
			At: "BlockDeviceMappings[0].Ebs.Throughput",
		},
	},
}
