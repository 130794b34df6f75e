package policy

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

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
				p.Conflictf("InstanceType", []string{"MaxCount"}, "must not come to more than %d vCPUs, and has %d for each of %d instances", most, vcpus, instances(p))
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
			if _, listed := p.LookupInstanceType(); !listed && (p.Input.InstanceType != "" || !p.Templated()) {
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
	return volumes("policy-volume-size-limit", "VolumeSize", "GiB", policy.MaxVolumeGiB,
		func(ebs *types.EbsBlockDevice) *int32 { return ebs.VolumeSize })
}

func maxVolumeIOPS(policy Policy) *validate.Rule {
	return volumes("policy-volume-iops-limit", "Iops", "IOPS", policy.MaxVolumeIOPS,
		func(ebs *types.EbsBlockDevice) *int32 { return ebs.Iops })
}

// volumes is a rule on what all volumes of a launch come to.
func volumes(id, member, unit string, most int64, of func(*types.EbsBlockDevice) *int32) *validate.Rule {
	return &validate.Rule{
		ID:      id,
		Summary: "the volumes of a launch must not have more " + unit + " than the house allows, all together",
		Source:  validate.Source{Shape: "EbsBlockDevice", Member: member},
		Code:    code,
		Members: []string{"BlockDeviceMappings"},
		When:    []string{"BlockDeviceMappings[].Ebs." + member},
		Reads:   []string{"MaxCount"},
		Check: func(p *validate.Pass) {
			n := int64(0)
			for _, m := range p.Input.BlockDeviceMappings {
				if m.Ebs != nil {
					n += int64(max(0, aws.ToInt32(of(m.Ebs))))
				}
			}
			if exceeds(n, p, most) {
				p.Conflictf("BlockDeviceMappings", []string{"MaxCount"}, "must not come to more than %d %s, and have %d for each of %d instances", most, unit, n, instances(p))
			}
		},
		Good: []validate.Example{{Spec: `{}`}},
		Bad: []validate.Example{{
			Spec: `{"MaxCount":2147483647,"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":100,"Iops":100}}]}`,
			At:   "BlockDeviceMappings",
		}},
	}
}

// instances is how many the launch may come to, one where that is not said.
func instances(p *validate.Pass) int64 { return int64(max(1, aws.ToInt32(p.Input.MaxCount))) }

// exceeds reports whether n for each instance comes to more than is allowed. It
// divides, for the product may not fit.
func exceeds(n int64, p *validate.Pass, most int64) bool { return n > most/instances(p) }
