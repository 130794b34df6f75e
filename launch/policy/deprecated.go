package policy

import "github.com/ec2launch/ec2launch/validate"

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
			refuse(m != nil && m.SpotOptions != nil && m.SpotOptions.BlockDurationMinutes != nil, blockDuration,
				"Spot Instances with a defined duration are retired")
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
