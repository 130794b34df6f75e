package rules

import "github.com/ec2launch/ec2launch/validate"

var volumeTypeValues = &validate.Rule{
	ID:        "volume-type-values",
	Summary:   "the type of a volume must be one that EBS has",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "VolumeType"},
	Code:      "UnknownVolumeType",
	CodeBasis: validate.Documented,
	Members:   []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Values:    volumeTypeNames,
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":10,"VolumeType":"gp3"` + end},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"VolumeSize":10,"VolumeType":"ssd"` + end, At: "BlockDeviceMappings[0].Ebs.VolumeType"},
		{Spec: sdf + `"VolumeSize":10,"VolumeType":"GP3"` + end, At: "BlockDeviceMappings[0].Ebs.VolumeType"},
	},
}

var volumeTypeRequired = &validate.Rule{
	ID:      "volume-type-required",
	Summary: "a new volume with Iops or Throughput should state its type, since the default, gp2, takes neither",
	Reading: "A device that the AMI maps inherits its type. A volume is read as new when the request gives its size " +
		"or snapshot, at another name than those of root devices.",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "VolumeType"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Members:  []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	When:     []string{"BlockDeviceMappings[].Ebs"},
	Reads: []string{
		"BlockDeviceMappings[].DeviceName", "BlockDeviceMappings[].Ebs.Iops", "BlockDeviceMappings[].Ebs.Throughput",
		"BlockDeviceMappings[].Ebs.VolumeSize", "BlockDeviceMappings[].Ebs.SnapshotId",
	},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for _, m := range volumes(p) {
			performance := m.Ebs.Iops != nil || m.Ebs.Throughput != nil
			if m.Ebs.VolumeType == "" && performance && m.sized() && !m.root {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeType", m.at),
					"should be given with Iops or Throughput: %s, or %s for Iops alone",
					typesThat((*volumeType).takesThroughput),
					typesThat(func(t *volumeType) bool { return t.iopsRequired }))
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":100,"VolumeType":"gp3","Iops":3000,"Throughput":125` + end},
		{Spec: xvda + `"VolumeSize":100,"Iops":3000` + end},
		{Spec: sdf + `"Throughput":250` + end},
		{Spec: templated + `"VolumeSize":100,"Iops":3000` + end},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"VolumeSize":100,"Iops":3000` + end, At: "BlockDeviceMappings[0].Ebs.VolumeType"},
		{
			Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0","Throughput":500` + end,
			At:   "BlockDeviceMappings[0].Ebs.VolumeType",
		},
	},
}

var volumeTypeAdvice = &validate.Rule{
	ID:       "volume-type-advice",
	Summary:  "gp3 should be preferred to standard, a type of the previous generation",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "VolumeType", Guide: "ebs-volume-types"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			if m.kind != nil && m.kind.previous {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeType", m.at),
					"is of the previous generation; gp3 performs better")
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":10,"VolumeType":"gp3"` + end},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"VolumeSize":10,"VolumeType":"standard"` + end, At: "BlockDeviceMappings[0].Ebs.VolumeType"},
	},
}
