package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var virtualNameFormat = &validate.Rule{
	ID:      "virtual-name-format",
	Summary: "a virtual name must be ephemeral with the number of an instance store volume",
	Source: validate.Source{Shape: "BlockDeviceMapping", Member: "VirtualName",
		Guide: "block-device-mapping-concepts"},
	Code:   "InvalidBlockDeviceMapping",
	Given:  []string{"BlockDeviceMappings[].VirtualName"},
	Reads:  []string{"BlockDeviceMappings[].Ebs", "BlockDeviceMappings[].NoDevice"},
	Limits: []*validate.Limit{ephemeralMax},
	Check: func(p *validate.Pass) {
		most, known := p.Limit(ephemeralMax)
		for _, m := range stores(p) {
			if n, ok := ephemeralNumber(*m.VirtualName); known && (!ok || n > most) {
				p.Beyond(ephemeralMax).Reportf(p.At("BlockDeviceMappings[].VirtualName", m.at),
					"must be ephemeral0 to ephemeral%d", most)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m3.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"}]}`,
		},
		{
			Spec: `{"InstanceType":"d2.8xlarge",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral23"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral24"}]}`,
			At:   "BlockDeviceMappings[0].VirtualName",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral01"}]}`,
			At:   "BlockDeviceMappings[0].VirtualName",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"instancestore0"}]}`,
			At:   "BlockDeviceMappings[0].VirtualName",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeralA"}]}`,
			At:   "BlockDeviceMappings[0].VirtualName",
		},
	},
}

var virtualNameUnique = &validate.Rule{
	ID:       "virtual-name-unique",
	Summary:  "an instance store volume should be mapped once",
	Source:   validate.Source{Shape: "BlockDeviceMapping", Member: "VirtualName"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidBlockDeviceMapping",
	Given:    []string{"BlockDeviceMappings[].VirtualName"},
	Reads:    []string{"BlockDeviceMappings[].Ebs", "BlockDeviceMappings[].NoDevice"},
	Check: func(p *validate.Pass) {
		all := stores(p)
		repeats.Each(len(all), func(i int) (string, bool) {
			_, ok := ephemeralNumber(*all[i].VirtualName)
			return *all[i].VirtualName, ok
		}, func(first, again int) {
			with := p.At("BlockDeviceMappings[].VirtualName", all[first].at)
			p.Conflictf(p.At("BlockDeviceMappings[].VirtualName", all[again].at), []string{with},
				"is already mapped by %s; give the next number", with)
		})
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"c3.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"},
				{"DeviceName":"/dev/sdc","VirtualName":"ephemeral1"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"c3.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"},
				{"DeviceName":"/dev/sdc","VirtualName":"ephemeral0"}]}`,
			At: "BlockDeviceMappings[1].VirtualName",
		},
	},
}

var virtualNameConflict = &validate.Rule{
	ID:        "virtual-name-conflict",
	Summary:   "a mapping should be to an instance store volume or to an EBS volume, not to both",
	Reading:   "EC2 takes the EBS volume.",
	Source:    validate.Source{Shape: "BlockDeviceMapping", Member: "VirtualName"},
	Severity:  validate.SeverityWarning,
	Code:      "InvalidBlockDeviceMapping",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].VirtualName"},
	When:      []string{"BlockDeviceMappings[].Ebs"},
	Reads:     []string{"BlockDeviceMappings[].Ebs.VolumeSize", "BlockDeviceMappings[].Ebs.SnapshotId"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			if m.hasVirtualName() && m.sized() {
				p.Conflictf(p.At("BlockDeviceMappings[].VirtualName", m.at),
					[]string{p.At("BlockDeviceMappings[].Ebs", m.at)},
					"has no effect beside Ebs; drop one of the two")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m3.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"},
				{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","VirtualName":"ephemeral0",
				"Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			At: "BlockDeviceMappings[0].VirtualName",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","VirtualName":"ephemeral0",
				"Ebs":{"VolumeSize":10}}]}`,
			At: "BlockDeviceMappings[0].VirtualName",
		},
		{
			Spec: `{"InstanceType":"m3.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"},
				{"DeviceName":"/dev/sdc","VirtualName":"ephemeral0","Ebs":{"VolumeSize":10}}]}`,
			At: "BlockDeviceMappings[1].VirtualName",
		},
	},
}

var virtualNameCountAdvice = &validate.Rule{
	ID: "virtual-name-count-advice",
	Summary: "an instance store volume that the instance type does not have should not be mapped, since EC2 ignores " +
		"it",
	Source: validate.Source{Shape: "BlockDeviceMapping", Member: "VirtualName",
		Guide: "block-device-mapping-concepts"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"BlockDeviceMappings[].VirtualName"},
	When:     []string{"InstanceType"},
	Reads:    []string{"BlockDeviceMappings[].Ebs", "BlockDeviceMappings[].NoDevice"},
	Facts: []instancetype.Fact{instancetype.FactInstanceStore, instancetype.FactInstanceStoreNVMe,
		instancetype.FactDisks},
	Limits: []*validate.Limit{ephemeralMax},
	Check: func(p *validate.Pass) {
		info := p.InstanceType()
		if nvmeStore(info) {
			return
		}
		most, _ := p.Limit(ephemeralMax)
		for _, m := range stores(p) {
			n, ok := ephemeralNumber(*m.VirtualName)
			if !ok || n > most || n == 0 && info.InstanceStore() == instancetype.Yes {
				continue
			}
			if count, known := storeVolumes(info); known && n >= count {
				p.Conflictf(p.At("BlockDeviceMappings[].VirtualName", m.at), []string{"InstanceType"},
					"is ignored: InstanceType %s has %d instance store volumes; drop the mapping",
					p.Input.InstanceType, count)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m5d.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral5"}]}`,
		},
		{
			Spec: `{"InstanceType":"c3.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral1"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.micro",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"}]}`,
			At: "BlockDeviceMappings[0].VirtualName",
		},
		{
			Spec: `{"InstanceType":"c3.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"},{"DeviceName":"/dev/sdc","VirtualName":"ephemeral2"}]}`,
			At: "BlockDeviceMappings[1].VirtualName",
		},
	},
}

var virtualNameAdvice = &validate.Rule{
	ID:       "virtual-name-advice",
	Summary:  "NVMe instance store volumes, which attach by themselves, should not be mapped",
	Source:   validate.Source{Shape: "BlockDeviceMapping", Member: "VirtualName"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"BlockDeviceMappings[].VirtualName"},
	When:     []string{"InstanceType"},
	Reads:    []string{"BlockDeviceMappings[].Ebs", "BlockDeviceMappings[].NoDevice"},
	Facts:    []instancetype.Fact{instancetype.FactInstanceStoreNVMe},
	Check: func(p *validate.Pass) {
		if !nvmeStore(p.InstanceType()) {
			return
		}
		for _, m := range stores(p) {
			p.Conflictf(p.At("BlockDeviceMappings[].VirtualName", m.at), []string{"InstanceType"},
				"has no effect: the instance store volumes of InstanceType %s are NVMe; drop the mapping",
				p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m3.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5d.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"}]}`,
			At: "BlockDeviceMappings[0].VirtualName",
		},
	},
}

var virtualNameM3Advice = &validate.Rule{
	ID:       "virtual-name-m3-advice",
	Summary:  "a launch of an M3 type should map its instance store volumes, since EC2 ignores those that the AMI maps",
	Source:   validate.Source{Shape: "BlockDeviceMapping", Member: "VirtualName"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"BlockDeviceMappings"},
	When:     []string{"InstanceType"},
	Reads: []string{"BlockDeviceMappings[].VirtualName", "BlockDeviceMappings[].Ebs",
		"BlockDeviceMappings[].NoDevice"},
	Check: func(p *validate.Pass) {
		if p.Templated() || !strings.HasPrefix(string(p.Input.InstanceType), "m3.") {
			return
		}
		if len(stores(p)) > 0 {
			return
		}
		p.Conflictf("BlockDeviceMappings", []string{"InstanceType"},
			"should map ephemeral0 and so on: an InstanceType of the m3 family has no instance store volumes otherwise")
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m3.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"}]}`,
		},
		{Spec: `{"InstanceType":"m5.large"}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"database"},"InstanceType":"m3.large"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m3.large"}`, At: "BlockDeviceMappings"},
	},
}

// nvmeStore reports whether instance store volumes are known to be NVMe.
func nvmeStore(info instancetype.Info) bool {
	return info.InstanceStoreNVMe() == types.EphemeralNvmeSupportRequired
}

// storeVolumes is the number of instance store volumes; ok is false when it is
// not known.
func storeVolumes(info instancetype.Info) (n int64, ok bool) {
	switch info.InstanceStore() {
	case instancetype.No:
		return 0, true
	case instancetype.Yes:
		disks := info.Disks()
		for _, d := range disks {
			n += int64(d.Count)
		}
		return n, disks != nil
	}
	return 0, false
}

const ephemeral = "ephemeral"

// ephemeralNumber is the number of an instance store volume in its virtual name.
func ephemeralNumber(virtualName string) (n int64, ok bool) {
	digits, ok := strings.CutPrefix(virtualName, ephemeral)
	if !ok || len(digits) < 1 || len(digits) > 2 || len(digits) == 2 && digits[0] == '0' {
		return 0, false
	}
	for _, c := range []byte(digits) {
		if !format.Digit(c) {
			return 0, false
		}
		n = 10*n + int64(c-'0')
	}
	return n, true
}
