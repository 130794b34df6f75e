package policy

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

func maxCount(policy Policy) *validate.Rule {
	most := policy.MaxCount
	return &validate.Rule{
		ID:      "policy-count-limit",
		Summary: "a launch must not be of more instances than the house allows",
		Source:  validate.Source{Shape: "RunInstances", Member: "MaxCount"},
		Code:    code,
		Given:   []string{"MaxCount"},
		Check: func(p *validate.Pass) {
			if int64(*p.Input.MaxCount) > most {
				p.Reportf("MaxCount", "must be at most %d", most)
			}
		},
		Good: []validate.Example{{Spec: `{}`}},
		Bad:  []validate.Example{{Spec: `{"MaxCount":2147483647}`, At: "MaxCount"}},
	}
}

func maxVCPUs(policy Policy) *validate.Rule {
	most := policy.MaxVCPUs
	return &validate.Rule{
		ID:      "policy-vcpu-limit",
		Summary: "the instances of a launch must not have more vCPUs than the house allows, all together",
		Source:  validate.Source{Shape: "RunInstances", Member: "InstanceType"},
		Code:    code,
		Given:   []string{"InstanceType"},
		Reads:   []string{"MaxCount"},
		Facts:   []instancetype.Fact{instancetype.FactVCPUs},
		Check: func(p *validate.Pass) {
			vcpus, known := p.InstanceType().VCPUs()
			if _, listed := p.LookupInstanceType(); listed && !known {
				p.Reportf("InstanceType", "should be a type whose vCPUs are known: the house allows %d", most)
			}
			if exceeds(int64(vcpus), p, most) {
				p.Conflictf("InstanceType", []string{"MaxCount"},
					"must not come to more than %d vCPUs, and has %d for each of %d instances", most, vcpus, instances(p))
			}
		},
		Good: []validate.Example{{Spec: `{"InstanceType":null,"LaunchTemplate":{"LaunchTemplateName":"web"}}`}},
		Bad:  []validate.Example{{Spec: `{"MaxCount":2147483647}`, At: "InstanceType"}},
	}
}

// knownVCPUs refuses what [maxVCPUs] cannot count.
func knownVCPUs(policy Policy) *validate.Rule {
	return &validate.Rule{
		ID:      "policy-vcpu-unknown",
		Summary: "the instance type must be one whose vCPUs are known, since the house limits them",
		Source:  validate.Source{Shape: "RunInstances", Member: "InstanceType"},
		Code:    code,
		Members: []string{"InstanceType"},
		Check: func(p *validate.Pass) {
			if _, listed := p.LookupInstanceType(); !listed && !typeElsewhere(p) {
				p.Reportf("InstanceType", "must be a type whose vCPUs are known: the house allows %d", policy.MaxVCPUs)
			}
		},
		Good: []validate.Example{
			{Spec: `{}`},
			{Spec: `{"InstanceType":null,"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
		},
		Bad: []validate.Example{
			{Spec: `{"InstanceType":"x99z.large"}`, At: "InstanceType"},
			{Spec: `{"InstanceType":null}`, At: "InstanceType"},
		},
	}
}

func maxVolumeGiB(policy Policy) *validate.Rule {
	most := policy.MaxVolumeGiB
	const size = "BlockDeviceMappings[].Ebs.VolumeSize"
	return &validate.Rule{
		ID:      "policy-volume-size-limit",
		Summary: "the volumes of a launch must not have more GiB than the house allows, all together",
		Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
		Code:    code,
		Members: []string{"BlockDeviceMappings", size},
		When:    []string{"BlockDeviceMappings[].Ebs"},
		Reads:   []string{"MaxCount"},
		Check: func(p *validate.Pass) {
			n := int64(0)
			for i, m := range p.Input.BlockDeviceMappings {
				switch {
				case m.Ebs == nil:
				case m.Ebs.VolumeSize == nil && !elsewhere(p):
					p.Reportf(p.At(size, i), "must be given, so that it counts: the house allows %d GiB", most)
				default:
					n += int64(max(0, aws.ToInt32(m.Ebs.VolumeSize)))
				}
			}
			reportVolumes(p, n, "GiB", most)
		},
		Good: []validate.Example{
			{Spec: `{}`},
			{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeType":"gp3"}}]}`},
		},
		Bad: []validate.Example{
			{
				Spec: `{"MaxCount":2147483647,"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":100}}]}`,
				At:   "BlockDeviceMappings",
			},
			{
				Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
				At:   "BlockDeviceMappings[0].Ebs.VolumeSize",
			},
		},
	}
}

func maxVolumeIOPS(policy Policy) *validate.Rule {
	return &validate.Rule{
		ID:      "policy-volume-iops-limit",
		Summary: "the volumes of a launch must not have more provisioned IOPS than the house allows, all together",
		Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
		Code:    code,
		Members: []string{"BlockDeviceMappings"},
		When:    []string{"BlockDeviceMappings[].Ebs.Iops"},
		Reads:   []string{"MaxCount"},
		Check: func(p *validate.Pass) {
			n := int64(0)
			for _, m := range p.Input.BlockDeviceMappings {
				if m.Ebs != nil {
					n += int64(max(0, aws.ToInt32(m.Ebs.Iops)))
				}
			}
			reportVolumes(p, n, "IOPS", policy.MaxVolumeIOPS)
		},
		Good: []validate.Example{{Spec: `{}`}},
		Bad: []validate.Example{{
			Spec: `{"MaxCount":2147483647,"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":100,"Iops":100}}]}`,
			At:   "BlockDeviceMappings",
		}},
	}
}

// reportVolumes reports what the volumes of an instance come to, where it is too
// much for all.
func reportVolumes(p *validate.Pass, n int64, unit string, most int64) {
	if exceeds(n, p, most) {
		p.Conflictf("BlockDeviceMappings", []string{"MaxCount"},
			"must not come to more than %d %s, and have %d for each of %d instances", most, unit, n, instances(p))
	}
}

// instances is how many the launch may come to, one where that is not said.
func instances(p *validate.Pass) int64 { return int64(max(1, aws.ToInt32(p.Input.MaxCount))) }

// exceeds reports whether n for each instance comes to more than is allowed. It
// divides, for the product may not fit.
func exceeds(n int64, p *validate.Pass, most int64) bool { return n > most/instances(p) }
