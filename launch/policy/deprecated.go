package policy

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/validate"
)

// These are the longer paths of deprecated parameters.
const (
	elasticGPUs   = "ElasticGpuSpecification"
	accelerators  = "ElasticInferenceAccelerators"
	blockDuration = "InstanceMarketOptions.SpotOptions.BlockDurationMinutes"
)

func noDeprecated(Policy) *validate.Rule {
	return &validate.Rule{
		ID:      "policy-parameter-deprecated",
		Summary: "deprecated parameters must not be given",
		Source:  validate.Source{Shape: "RunInstances", Member: "ElasticInferenceAccelerators"},
		Code:    code,
		Given:   []string{"KernelId", "RamdiskId", elasticGPUs, accelerators, blockDuration},
		Check: func(p *validate.Pass) {
			in := p.Input
			refuse := func(given bool, path, why string) {
				if given {
					p.Reportf(path, "must not be given: %s", why)
				}
			}
			refuse(in.KernelId != nil, "KernelId", "only paravirtual images have kernels apart; use an HVM image")
			refuse(in.RamdiskId != nil, "RamdiskId", "only paravirtual images have RAM disks apart; use an HVM image")
			refuse(len(in.ElasticGpuSpecification) > 0, elasticGPUs, "Elastic Graphics is retired")
			refuse(len(in.ElasticInferenceAccelerators) > 0, accelerators, "Elastic Inference is retired")
			m := in.InstanceMarketOptions
			refuse(m != nil && m.SpotOptions != nil && m.SpotOptions.BlockDurationMinutes != nil, blockDuration, retiredDuration)
		},
		Good: []validate.Example{{Spec: `{}`}},
		Bad: []validate.Example{
			{Spec: `{"KernelId":"aki-919dcaf8"}`, At: "KernelId"},
			{Spec: `{"RamdiskId":"ari-a51cf9cc"}`, At: "RamdiskId"},
			{Spec: `{"ElasticGpuSpecification":[{"Type":"eg1.medium"}]}`, At: elasticGPUs},
			{Spec: `{"ElasticInferenceAccelerators":[{"Type":"eia1.medium"}]}`, At: accelerators},
			{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"BlockDurationMinutes":60}}}`, At: blockDuration},
		},
	}
}

const retiredDuration = "Spot Instances with a defined duration are retired"

// noDeprecatedSpot is about what requests for Spot Instances alone have.
func noDeprecatedSpot(Policy) *validate.Rule {
	const duration, addressing = "BlockDurationMinutes", "LaunchSpecification.AddressingType"
	return &validate.Rule{
		ID:      "policy-spot-parameter-deprecated",
		Summary: "deprecated parameters of RequestSpotInstances must not be given",
		Source:  validate.Source{Shape: "RequestSpotInstances", Member: duration},
		Code:    code,
		On:      []validate.Subject{validate.RequestSpotInstances},
		Given:   []string{duration, addressing},
		Check: func(p *validate.Pass) {
			in := validate.CallOf[ec2.RequestSpotInstancesInput](p)
			if in.BlockDurationMinutes != nil {
				p.Reportf(duration, "must not be given: %s", retiredDuration)
			}
			if in.LaunchSpecification != nil && in.LaunchSpecification.AddressingType != nil {
				p.Reportf(addressing, "must not be given: %s", noAddressing)
			}
		},
		Good: []validate.Example{{Spec: `{"LaunchSpecification":{"ImageId":"ami-0abcdef1234567890"}}`}},
		Bad: []validate.Example{
			{Spec: `{"BlockDurationMinutes":60}`, At: duration},
			{Spec: `{"LaunchSpecification":{"AddressingType":"public"}}`, At: addressing},
		},
	}
}

const noAddressing = "it is of the network before VPCs"

// noDeprecatedSpotFleet is about what the specifications of Spot Fleets alone have.
func noDeprecatedSpotFleet(Policy) *validate.Rule {
	const addressing = "SpotFleetRequestConfig.LaunchSpecifications[].AddressingType"
	return &validate.Rule{
		ID:      "policy-spot-fleet-parameter-deprecated",
		Summary: "deprecated parameters of RequestSpotFleet must not be given",
		Source:  validate.Source{Shape: "SpotFleetLaunchSpecification", Member: "AddressingType"},
		Code:    code,
		On:      []validate.Subject{validate.RequestSpotFleet},
		Given:   []string{addressing},
		Check: func(p *validate.Pass) {
			in := validate.CallOf[ec2.RequestSpotFleetInput](p)
			for i, s := range in.SpotFleetRequestConfig.LaunchSpecifications {
				if s.AddressingType != nil {
					p.Reportf(p.At(addressing, i), "must not be given: %s", noAddressing)
				}
			}
		},
		Good: []validate.Example{{Spec: `{"SpotFleetRequestConfig":{"LaunchSpecifications":[{"ImageId":"ami-0abcdef1234567890"}]}}`}},
		Bad: []validate.Example{{
			Spec: `{"SpotFleetRequestConfig":{"LaunchSpecifications":[{"AddressingType":"public"}]}}`,
			At:   "SpotFleetRequestConfig.LaunchSpecifications[0].AddressingType",
		}},
	}
}
