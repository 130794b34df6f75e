package rules

import (
	"math"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeIOPSRange = &validate.Rule{
	ID:       "volume-iops-range",
	Summary:  "the IOPS of a volume must lie in the range of its type, or of one type at least where it has none",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Code:     "InvalidParameterValue",
	Given:    []string{"BlockDeviceMappings[].Ebs.Iops"},
	Reads:    []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	LimitsOf: iopsLimits,
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			switch n := m.Ebs.Iops; {
			case n == nil:
			case m.kind != nil:
				if end := m.kind.iops.broken(p, *n); end != nil {
					p.Beyond(end).Reportf(p.At("BlockDeviceMappings[].Ebs.Iops", m.at),
						"%s volumes take %s IOPS", m.kind.name, m.kind.iops.text(p))
				}
			case m.Ebs.VolumeType == "":
				if all := widest(p, func(t *volumeType) span { return t.iops }); all.broken(p, *n) != nil {
					p.Beyond(all.broken(p, *n)).Reportf(p.At("BlockDeviceMappings[].Ebs.Iops", m.at),
						"volumes of any type take %s IOPS", all.text(p))
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeType":"gp3","VolumeSize":500,"Iops":3000` + end},
		{Spec: sdf + `"VolumeType":"gp3","VolumeSize":500,"Iops":80000` + end, Since: validate.Autumn2026},
		{Spec: sdf + `"VolumeType":"io2","VolumeSize":500,"Iops":256000` + end, Since: validate.Autumn2026},
		{Spec: sdf + `"VolumeType":"io1","VolumeSize":2000,"Iops":64000` + end},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"VolumeType":"gp3","VolumeSize":500,"Iops":2999` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{
			Spec:  sdf + `"VolumeType":"gp3","VolumeSize":500,"Iops":16001` + end,
			At:    "BlockDeviceMappings[0].Ebs.Iops",
			Until: validate.Spring2023,
		},
		{Spec: sdf + `"VolumeType":"io1","VolumeSize":2000,"Iops":64001` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: sdf + `"VolumeType":"io2","VolumeSize":500,"Iops":99` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: sdf + `"VolumeType":"io1","VolumeSize":100,"Iops":64001` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{
			Spec: sdf + `"VolumeType":"gp3","VolumeSize":500,"Iops":2999,"Throughput":750` + end,
			At:   "BlockDeviceMappings[0].Ebs.Iops",
		},
		{
			Spec: `{"InstanceType":"c4.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":1000,
					"Iops":256001}}]}`,
			At: "BlockDeviceMappings[0].Ebs.Iops",
		},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"Iops":-1}}]}`,
			At: "BlockDeviceMappings[0].Ebs.Iops",
		},
		{Spec: xvda + `"VolumeSize":100,"Iops":99` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
	},
}

var volumeIOPSRequired = &validate.Rule{
	ID:        "volume-iops-required",
	Summary:   "a volume must state its IOPS where its type has no default",
	Reading:   "The reference requires it whatever the AMI maps; a launch template may supply it.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Members:   []string{"BlockDeviceMappings[].Ebs.Iops"},
	When:      []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for _, m := range volumes(p) {
			if m.kind != nil && m.kind.iopsRequired && m.Ebs.Iops == nil {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.Iops", m.at), "must be given: %s volumes have no default",
					m.kind.name)
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeType":"io1","VolumeSize":100,"Iops":100` + end},
		{Spec: sdf + `"VolumeType":"gp3","VolumeSize":100` + end},
		{Spec: templated + `"VolumeType":"io2"` + end},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"VolumeType":"io1","VolumeSize":100` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: sdf + `"VolumeType":"io2","VolumeSize":100` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
	},
}

var volumeIOPSUnsupported = &validate.Rule{
	ID:        "volume-iops-unsupported",
	Summary:   "a volume of a type without provisioned IOPS must have no Iops, not even 0",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].Ebs.Iops"},
	When:      []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			if m.kind != nil && !m.kind.takesIOPS() && m.Ebs.Iops != nil {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Iops", m.at),
					[]string{p.At("BlockDeviceMappings[].Ebs.VolumeType", m.at)},
					"%s volumes take no IOPS; drop it, or make VolumeType %s", m.kind.name,
					typesThat((*volumeType).takesIOPS))
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeType":"gp2","VolumeSize":100` + end},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"VolumeType":"gp2","VolumeSize":100,"Iops":300` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: sdf + `"VolumeType":"st1","VolumeSize":500,"Iops":0` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
	},
}

var volumeIOPSRatio = &validate.Rule{
	ID:      "volume-iops-ratio",
	Summary: "the IOPS of a volume must not exceed what its type takes for each GiB",
	Reading: "The IOPS that a type has by default are allowed at any size. The ratio of io2 is that of Block Express " +
		"volumes; volume-iops-express-ratio has the other.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "Iops", Guide: "ebs-volume-types"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].Ebs.Iops"},
	When:      []string{"BlockDeviceMappings[].Ebs.VolumeSize", "BlockDeviceMappings[].Ebs.VolumeType"},
	LimitsOf:  iopsRatioLimits,
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			if m.Ebs.Iops == nil || m.Ebs.VolumeSize == nil || m.kind == nil || !m.kind.takesIOPS() {
				continue
			}
			ratio, most, ok := m.iopsAt(p)
			if n := int64(*m.Ebs.Iops); ok && n > most && m.inRange(p) {
				p.Beyond(m.kind.iopsPerGiB).Conflictf(p.At("BlockDeviceMappings[].Ebs.Iops", m.at),
					[]string{p.At("BlockDeviceMappings[].Ebs.VolumeSize", m.at)},
					"%s volumes take %d IOPS for each GiB: give at most %d, or a VolumeSize of at least %d",
					m.kind.name, ratio, most, sizeFor(n, ratio))
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeType":"gp3","VolumeSize":1,"Iops":3000` + end},
		{Spec: sdf + `"VolumeType":"gp3","VolumeSize":7,"Iops":3500` + end},
		{Spec: sdf + `"VolumeType":"io1","VolumeSize":4,"Iops":200` + end},
		{Spec: sdf + `"VolumeType":"io2","VolumeSize":20,"Iops":20000` + end, Since: validate.Autumn2026},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"VolumeType":"gp3","VolumeSize":6,"Iops":3001` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: sdf + `"VolumeType":"io1","VolumeSize":4,"Iops":201` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: sdf + `"VolumeType":"io2","VolumeSize":20,"Iops":20001` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
	},
}

// iopsAt is the most IOPS for each GiB, and at the volume's size.
func (m *mapping) iopsAt(p *validate.Pass) (ratio, most int64, ok bool) {
	ratio, ok = ratioOf(p, m.kind.iopsPerGiB)
	most = ratio * int64(*m.Ebs.VolumeSize)
	if m.kind.baseline != nil {
		baseline, _ := p.Limit(m.kind.baseline)
		most = max(most, baseline)
	}
	return ratio, most, ok
}

// ratioOf returns what one GiB or MiB/s allows. A ratio beyond 32 bits, as an override
// may make it, allows all that a request can ask for.
func ratioOf(p *validate.Pass, l *validate.Limit) (ratio int64, ok bool) {
	ratio, ok = p.Limit(l)
	return min(ratio, math.MaxInt32), ok
}

// sizeFor is the least size that has n IOPS. No size has them where a ratio is 0.
func sizeFor(n, ratio int64) int64 { return (n + max(1, ratio) - 1) / max(1, ratio) }

var volumeIOPSExpressRatio = &validate.Rule{
	ID: "volume-iops-express-ratio",
	Summary: "the IOPS of an io2 volume must not exceed what it takes for each GiB where it is not a Block Express " +
		"volume",
	Reading: "In 2023 io2 volumes were Block Express at some instance types only, which the User Guide of that " +
		"time lists; a request without a type may be of one of these. The reference gives one range of sizes and " +
		"of IOPS for all io2 volumes, so only the ratio, which it does not state, depends on it. The rule says " +
		"nothing of what no io2 volume takes.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "Iops", Guide: "provisioned-iops"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Until:     validate.Spring2023,
	Given:     []string{"BlockDeviceMappings[].Ebs.Iops"},
	When: []string{
		"BlockDeviceMappings[].Ebs.VolumeSize", "BlockDeviceMappings[].Ebs.VolumeType", "InstanceType",
	},
	Limits: []*validate.Limit{io2PlainIOPSRatio, io2IOPSRatio, io2IOPSMax},
	Check: func(p *validate.Pass) {
		if hadBlockExpress(p.Input.InstanceType) {
			return
		}
		ratio, _ := ratioOf(p, io2PlainIOPSRatio)
		express, _ := ratioOf(p, io2IOPSRatio)
		most, _ := p.Limit(io2IOPSMax)
		for _, m := range volumes(p) {
			if m.Ebs.VolumeType != types.VolumeTypeIo2 || m.Ebs.Iops == nil || m.Ebs.VolumeSize == nil {
				continue
			}
			n, size := int64(*m.Ebs.Iops), int64(*m.Ebs.VolumeSize)
			if ratio*size < n && n <= min(express*size, most) {
				p.Beyond(io2PlainIOPSRatio).Conflictf(p.At("BlockDeviceMappings[].Ebs.Iops", m.at),
					[]string{p.At("BlockDeviceMappings[].Ebs.VolumeSize", m.at), "InstanceType"},
					"io2 volumes of InstanceType %s are not Block Express and take %d IOPS for each GiB: "+
						"give at most %d, or a VolumeSize of at least %d",
					p.Input.InstanceType, ratio, ratio*size, sizeFor(n, ratio))
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"r5b.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":20,
					"Iops":20000}}]}`,
		},
		{Spec: templated + `"VolumeType":"io2","VolumeSize":20,"Iops":10000` + end},
		{Spec: sdf + `"VolumeType":"io2","VolumeSize":20,"Iops":10000` + end},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"VolumeType":"io2","VolumeSize":20,"Iops":10001` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: sdf + `"VolumeType":"io2","VolumeSize":20,"Iops":20000` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
		{Spec: sdf + `"VolumeType":"io2","VolumeSize":100,"Iops":64000` + end, At: "BlockDeviceMappings[0].Ebs.Iops"},
	},
}

var volumeIOPSAdvice = &validate.Rule{
	ID:       "volume-iops-advice",
	Summary:  "a volume should not have more IOPS than its instance type reaches without the Nitro System",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"BlockDeviceMappings[].Ebs.Iops"},
	When:     []string{"BlockDeviceMappings[].Ebs.VolumeType", "InstanceType"},
	Facts:    []instancetype.Fact{instancetype.FactHypervisor},
	Limits:   []*validate.Limit{xenIOPSReached},
	Check: func(p *validate.Pass) {
		most, ok := p.Limit(xenIOPSReached)
		if !ok || p.InstanceType().Nitro() != instancetype.No {
			return
		}
		for _, m := range volumes(p) {
			if m.kind != nil && m.kind.iopsRequired && m.Ebs.Iops != nil && int64(*m.Ebs.Iops) > most {
				p.Beyond(xenIOPSReached).Conflictf(p.At("BlockDeviceMappings[].Ebs.Iops", m.at),
					[]string{"InstanceType"},
					"InstanceType %s reaches at most %d, not being built on the Nitro System", p.Input.InstanceType,
					most)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"c4.8xlarge",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":1280,
					"Iops":32000}}]}`,
		},
		{
			Spec: `{"InstanceType":"m5.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":1280,
					"Iops":64000}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"c4.8xlarge",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":1280,
					"Iops":32001}}]}`,
			At: "BlockDeviceMappings[0].Ebs.Iops",
		},
	},
}

var volumeIOPSTypeAdvice = &validate.Rule{
	ID:       "volume-iops-type-advice",
	Summary:  "a volume should not have more IOPS than its instance type reaches with all its volumes",
	Source:   validate.Source{Shape: "EbsOptimizedInfo", Member: "MaximumIops"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"BlockDeviceMappings[].Ebs.Iops"},
	When:     []string{"InstanceType"},
	Facts:    []instancetype.Fact{instancetype.FactEBSMaxIOPS},
	Check: func(p *validate.Pass) {
		most, ok := p.InstanceType().EBSMaxIOPS()
		for _, m := range volumes(p) {
			if ok && m.Ebs.Iops != nil && *m.Ebs.Iops > most {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Iops", m.at), []string{"InstanceType"},
					"%s reaches at most %d IOPS; lower it, or choose a larger type", p.Input.InstanceType, most)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.24xlarge",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":2000,
					"Iops":64000}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io1","VolumeSize":1280,
					"Iops":64000}}]}`,
			At: "BlockDeviceMappings[0].Ebs.Iops",
		},
	},
}
