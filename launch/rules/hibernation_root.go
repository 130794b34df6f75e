package rules

import (
	"iter"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// rootVolumes yields the volumes that are mapped at a name that AMIs give to
// their root device. The AMI alone knows which of the names is its own. EC2
// ignores NoDevice beside a volume.
func rootVolumes(in *ec2.RunInstancesInput) iter.Seq2[int, *types.EbsBlockDevice] {
	return func(yield func(int, *types.EbsBlockDevice) bool) {
		for i, m := range in.BlockDeviceMappings {
			root := m.Ebs != nil && format.RootDevice(aws.ToString(m.DeviceName))
			if root && !yield(i, m.Ebs) {
				return
			}
		}
	}
}

const rootReading = "The AMI alone knows the name of its root device, so the rule does not refuse, and looks at " +
	"the names that AMIs use."

var hibernationRootTypeUnsupported = &validate.Rule{
	ID:      "hibernation-root-type-unsupported",
	Summary: "VolumeType should be gp3, gp2, io1 or io2 for the root volume of an instance that hibernates",
	Reading: "The sentence speaks of volumes in a list about the root volume, to which memory is written: data " +
		"volumes are free. " + rootReading,
	Source:    validate.Source{Guide: "hibernating-prerequisites"},
	Severity:  validate.SeverityWarning,
	Code:      "UnsupportedHibernationConfiguration",
	CodeBasis: validate.Documented,
	Given:     []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	When:      []string{"HibernationOptions.Configured", "BlockDeviceMappings[].DeviceName"},
	Check: func(p *validate.Pass) {
		if !*p.Input.HibernationOptions.Configured {
			return
		}
		for i, ebs := range rootVolumes(p.Input) {
			// From st1 and sc1 no instance boots, hibernating or not.
			if ebs.VolumeType == types.VolumeTypeStandard {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.VolumeType", i), []string{"HibernationOptions.Configured"},
					"should be gp3, gp2, io1 or io2 for the root volume with HibernationOptions.Configured")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: hibernating + `[{"DeviceName":"/dev/xvda","Ebs":{"VolumeType":"gp3","VolumeSize":30,` +
				`"Encrypted":true}},{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"standard","VolumeSize":30}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: hibernating + `[{"DeviceName":"/dev/sda1","Ebs":{"VolumeType":"standard","VolumeSize":30,` +
				`"Encrypted":true}}]}`,
			At: "BlockDeviceMappings[0].Ebs.VolumeType",
		},
	},
}

var hibernationRootSizeRange = &validate.Rule{
	ID:      "hibernation-root-size-range",
	Summary: "VolumeSize should leave room for the memory on the root volume of an instance that hibernates",
	Reading: "How much more the system needs is not stated, so only what is smaller than the memory is reported. " +
		rootReading,
	Source:    validate.Source{Guide: "hibernating-prerequisites"},
	Severity:  validate.SeverityWarning,
	Code:      "UnsupportedHibernationConfiguration",
	CodeBasis: validate.Documented,
	Given:     []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	When:      []string{"InstanceType", "HibernationOptions.Configured", "BlockDeviceMappings[].DeviceName"},
	Facts:     []instancetype.Fact{instancetype.FactMemoryMiB},
	Check: func(p *validate.Pass) {
		const mib = 1024 // in a GiB
		memory, ok := p.InstanceType().MemoryMiB()
		if !ok || !*p.Input.HibernationOptions.Configured {
			return
		}
		for i, ebs := range rootVolumes(p.Input) {
			if ebs.VolumeSize != nil && *ebs.VolumeSize >= 1 && int64(*ebs.VolumeSize)*mib < memory {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.VolumeSize", i),
					[]string{"InstanceType", "HibernationOptions.Configured"},
					"should be more than the %d GiB of memory of %s, and hold the system besides, "+
						"with HibernationOptions.Configured", gib(memory), p.Input.InstanceType)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true},` +
				`"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":16,"Encrypted":true}}]}`,
		},
		{
			Spec: `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":false},` +
				`"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}}]}`,
		},
		{
			Spec: `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true},` +
				`"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":8}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true},` +
				`"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":15,"Encrypted":true}}]}`,
			At: "BlockDeviceMappings[0].Ebs.VolumeSize",
		},
	},
}

var hibernationRootEncryptionRequired = &validate.Rule{
	ID:        "hibernation-root-encryption-required",
	Summary:   "Encrypted should not be false for the root volume of an instance that hibernates",
	Reading:   "The account may encrypt all volumes whatever a request says. " + rootReading,
	Source:    validate.Source{Guide: "hibernating-prerequisites"},
	Severity:  validate.SeverityWarning,
	Code:      "UnsupportedHibernationConfiguration",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].Ebs.Encrypted"},
	When:      []string{"HibernationOptions.Configured", "BlockDeviceMappings[].DeviceName"},
	Check: func(p *validate.Pass) {
		if !*p.Input.HibernationOptions.Configured {
			return
		}
		for i, ebs := range rootVolumes(p.Input) {
			if ebs.Encrypted != nil && !*ebs.Encrypted {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Encrypted", i), []string{"HibernationOptions.Configured"},
					"should be true for the root volume, to which an instance that hibernates writes its memory")
			}
		}
	},
	Good: []validate.Example{
		{Spec: hibernating + `[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30,"Encrypted":true}}]}`},
		{Spec: hibernating + `[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":30,"Encrypted":false}}]}`},
		{Spec: `{"HibernationOptions":{"Configured":false},"BlockDeviceMappings":` +
			`[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30,"Encrypted":false}}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: hibernating + `[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30,"Encrypted":false}}]}`,
			At:   "BlockDeviceMappings[0].Ebs.Encrypted",
		},
	},
}

var hibernationRootEncryptionAdvice = &validate.Rule{
	ID:       "hibernation-root-encryption-advice",
	Summary:  "Encrypted should be true for the root volume of an instance that hibernates",
	Reading:  "An AMI or an account that encrypts makes it needless. " + rootReading,
	Source:   validate.Source{Guide: "hibernating-prerequisites"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"BlockDeviceMappings[].Ebs.Encrypted"},
	When: []string{"HibernationOptions.Configured", "BlockDeviceMappings[].DeviceName",
		"BlockDeviceMappings[].Ebs"},
	Check: func(p *validate.Pass) {
		if !*p.Input.HibernationOptions.Configured {
			return
		}
		for i, ebs := range rootVolumes(p.Input) {
			if ebs.Encrypted == nil {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Encrypted", i), []string{"HibernationOptions.Configured"},
					"should be true for the root volume, unless the AMI or the account encrypts it: "+
						"an instance hibernates to an encrypted one only")
			}
		}
	},
	Good: []validate.Example{
		{Spec: hibernating + `[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30,"Encrypted":true}}]}`},
		{Spec: hibernating + `[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":30}}]}`},
		{Spec: `{"HibernationOptions":{"Configured":false},"BlockDeviceMappings":` +
			`[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30}}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: hibernating + `[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30}}]}`,
			At:   "BlockDeviceMappings[0].Ebs.Encrypted",
		},
	},
}

// hibernating begins an example: a request for an instance that hibernates, up
// to its BlockDeviceMappings.
const hibernating = `{"HibernationOptions":{"Configured":true},"BlockDeviceMappings":`

// gib rounds mebibytes up to gibibytes.
func gib(mib int64) int64 { return (mib + 1023) / 1024 }
