package policy

import "github.com/ec2launch/ec2launch/validate"

// retired are the parameters of services that AWS has retired.
const (
	elasticGPUs   = "ElasticGpuSpecification"
	accelerators  = "ElasticInferenceAccelerators"
	blockDuration = "InstanceMarketOptions.SpotOptions.BlockDurationMinutes"
)

func noRetired(Policy) *validate.Rule {
	return &validate.Rule{
		ID:      "policy-parameter-retired",
		Summary: "parameters of retired services must not be given",
		Source:  validate.Source{Shape: "RunInstances", Member: "ElasticInferenceAccelerators"},
		Code:    code,
		Given:   []string{elasticGPUs, accelerators, blockDuration},
		Check: func(p *validate.Pass) {
			in := p.Input
			if len(in.ElasticGpuSpecification) > 0 {
				p.Reportf(elasticGPUs, "must not be given: Elastic Graphics is retired")
			}
			if len(in.ElasticInferenceAccelerators) > 0 {
				p.Reportf(accelerators, "must not be given: Elastic Inference is retired")
			}
			if m := in.InstanceMarketOptions; m != nil && m.SpotOptions != nil && m.SpotOptions.BlockDurationMinutes != nil {
				p.Reportf(blockDuration, "must not be given: Spot Instances with a defined duration are retired")
			}
		},
		Good: []validate.Example{{Spec: `{}`}},
		Bad: []validate.Example{
			{Spec: `{"ElasticGpuSpecification":[{"Type":"eg1.medium"}]}`, At: elasticGPUs},
			{Spec: `{"ElasticInferenceAccelerators":[{"Type":"eia1.medium"}]}`, At: accelerators},
			{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"BlockDurationMinutes":60}}}`, At: blockDuration},
		},
	}
}
