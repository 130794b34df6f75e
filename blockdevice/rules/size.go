package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var volumeSizeRange = &validate.Rule{
	ID:      "volume-size-range",
	Summary: "the size of a volume must lie in the range of its type",
	Reading: "Where the request leaves the type to the AMI or the launch template, the size must be one that some " +
		"type has.",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Code:     "InvalidParameterValue",
	Given:    []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	Reads:    []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	LimitsOf: sizeLimits,
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			if m.Ebs.VolumeSize == nil || m.kind == nil && m.Ebs.VolumeType != "" {
				continue
			}
			name, size := m.sizes(p)
			if end := size.broken(p, *m.Ebs.VolumeSize); end != nil {
				p.Beyond(end).Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeSize", m.at), "%s volumes take %s GiB",
					name, size.text(p))
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":1,"VolumeType":"gp3"` + end},
		{Spec: sdf + `"VolumeSize":65536,"VolumeType":"gp3"` + end, Since: validate.Autumn2026},
		{Spec: sdf + `"VolumeSize":16384,"VolumeType":"gp2"` + end},
		{Spec: sdf + `"VolumeSize":125,"VolumeType":"sc1"` + end},
	},
	Bad: []validate.Example{
		{
			Spec: sdf + `"VolumeSize":65537,"VolumeType":"gp3","Throughput":1000` + end,
			At:   "BlockDeviceMappings[0].Ebs.VolumeSize",
		},
		{Spec: sdf + `"VolumeSize":65537,"VolumeType":"gp3"` + end, At: "BlockDeviceMappings[0].Ebs.VolumeSize"},
		{
			Spec:  sdf + `"VolumeSize":16385,"VolumeType":"gp3"` + end,
			At:    "BlockDeviceMappings[0].Ebs.VolumeSize",
			Until: validate.Spring2023,
		},
		{Spec: sdf + `"VolumeSize":3,"VolumeType":"io2","Iops":100` + end, At: "BlockDeviceMappings[0].Ebs.VolumeSize"},
		{Spec: sdf + `"VolumeSize":124,"VolumeType":"st1"` + end, At: "BlockDeviceMappings[0].Ebs.VolumeSize"},
		{Spec: sdf + `"VolumeSize":0` + end, At: "BlockDeviceMappings[0].Ebs.VolumeSize"},
	},
}

// sizes is the range of the volume's type; of a type that is left out, the one
// of all types together.
func (m *mapping) sizes(p *validate.Pass) (name string, size span) {
	if m.kind == nil {
		return "EBS", widest(p, func(t *volumeType) span { return t.size })
	}
	return string(m.kind.name), m.kind.size
}

var volumeSizeRequired = &validate.Rule{
	ID:      "volume-size-required",
	Summary: "a new volume should have a size or a snapshot",
	Reading: "A device that the AMI maps inherits both, so the rule only warns, and not at the names of root " +
		"devices. What states only whether an inherited volume outlives the instance, or its performance, passes.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Severity:  validate.SeverityWarning,
	Code:      "MissingParameter",
	CodeBasis: validate.Observed,
	Members:   []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	When:      []string{"BlockDeviceMappings[].Ebs"},
	Reads: []string{
		"BlockDeviceMappings[].DeviceName", "BlockDeviceMappings[].VirtualName",
		"BlockDeviceMappings[].Ebs.SnapshotId", "BlockDeviceMappings[].Ebs.VolumeType",
		"BlockDeviceMappings[].Ebs.DeleteOnTermination", "BlockDeviceMappings[].Ebs.Iops",
		"BlockDeviceMappings[].Ebs.Throughput", "BlockDeviceMappings[].Ebs.VolumeInitializationRate",
	},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for _, m := range volumes(p) {
			if m.sized() || m.root || m.hasVirtualName() {
				continue
			}
			inherits := m.Ebs.DeleteOnTermination != nil || m.Ebs.Iops != nil || m.Ebs.Throughput != nil ||
				m.Ebs.VolumeInitializationRate != nil
			if m.Ebs.VolumeType != "" || !inherits {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeSize", m.at),
					"should be given, or SnapshotId, unless the AMI maps the device")
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeType":"gp3","VolumeSize":8` + end},
		{Spec: sdf + `"VolumeType":"gp3","SnapshotId":"snap-0123456789abcdef0"` + end},
		{Spec: xvda + `"VolumeType":"gp3"` + end},
		{Spec: sdf + `"DeleteOnTermination":true` + end},
		{Spec: sdf + `"Iops":4000` + end},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda","Ebs":{"VolumeType":"gp3"}}]}`},
		{Spec: templated + `"VolumeType":"gp3"` + end},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"VolumeType":"gp3"` + end, At: "BlockDeviceMappings[0].Ebs.VolumeSize"},
		{Spec: sdf + end, At: "BlockDeviceMappings[0].Ebs.VolumeSize"},
		{Spec: sdf + `"Encrypted":true` + end, At: "BlockDeviceMappings[0].Ebs.VolumeSize"},
	},
}

var volumeSizeVirtualNameRequired = &validate.Rule{
	ID:      "volume-size-virtual-name-required",
	Summary: "an EBS volume beside a VirtualName must have a size or a snapshot",
	Reading: "EC2 takes the mapping for that of a new volume, whatever the AMI maps. Of an empty Ebs the SDK sends " +
		"nothing.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Code:      "InvalidBlockDeviceMapping",
	CodeBasis: validate.Observed,
	Members:   []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	When:      []string{"BlockDeviceMappings[].Ebs", "BlockDeviceMappings[].VirtualName"},
	Reads: []string{
		"BlockDeviceMappings[].Ebs.SnapshotId", "BlockDeviceMappings[].Ebs.VolumeType",
		"BlockDeviceMappings[].Ebs.DeleteOnTermination", "BlockDeviceMappings[].Ebs.Iops",
		"BlockDeviceMappings[].Ebs.Throughput", "BlockDeviceMappings[].Ebs.VolumeInitializationRate",
		"BlockDeviceMappings[].Ebs.Encrypted", "BlockDeviceMappings[].Ebs.KmsKeyId",
		"BlockDeviceMappings[].Ebs.OutpostArn", "BlockDeviceMappings[].Ebs.AvailabilityZone",
		"BlockDeviceMappings[].Ebs.AvailabilityZoneId", "BlockDeviceMappings[].Ebs.EbsCardIndex",
	},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for _, m := range volumes(p) {
			if m.hasVirtualName() && *m.Ebs != (types.EbsBlockDevice{}) && !m.sized() {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.VolumeSize", m.at),
					[]string{p.At("BlockDeviceMappings[].VirtualName", m.at)},
					"must be given, or SnapshotId, beside VirtualName; for an instance store volume, drop Ebs")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m3.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"},
				{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":8}}]}`,
		},
		{
			Spec: `{"InstanceType":"m3.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0","Ebs":{}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0",
				"Ebs":{"Encrypted":true}}]}`,
			At: "BlockDeviceMappings[0].Ebs.VolumeSize",
		},
	},
}

var volumeSizeAdvice = &validate.Rule{
	ID:       "volume-size-advice",
	Summary:  "a root volume larger than an MBR partition table can address should have a GPT one",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize", Guide: "volume_constraints"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	When:     []string{"BlockDeviceMappings[].DeviceName"},
	Limits:   []*validate.Limit{mbrSizeMax},
	Check: func(p *validate.Pass) {
		most, ok := p.Limit(mbrSizeMax)
		for _, m := range volumes(p) {
			if ok && m.Ebs.VolumeSize != nil && int64(*m.Ebs.VolumeSize) > most && m.root {
				p.Beyond(mbrSizeMax).Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeSize", m.at),
					"an AMI with an MBR partition table uses %d GiB of it; check that the AMI has a GPT one", most)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":2047}}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":2048}}]}`,
			At:   "BlockDeviceMappings[0].Ebs.VolumeSize",
		},
	},
}
