package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var elasticGPURetired = &validate.Rule{
	ID:      "elastic-gpu-retired",
	Summary: "ElasticGpuSpecification must not be used: Elastic Graphics reached its end of life on 8 January 2024",
	Source:  validate.Source{Shape: "RunInstances", Member: "ElasticGpuSpecification"},
	Code:    "UnsupportedOperation",
	Since:   validate.Autumn2026,
	Given:   []string{"ElasticGpuSpecification"},
	Check: func(p *validate.Pass) {
		p.Reportf("ElasticGpuSpecification",
			"must be dropped: Elastic Graphics reached its end of life on 8 January 2024; choose a type with a "+
				"GPU, such as g4dn.xlarge")
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"g4dn.xlarge"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ElasticGpuSpecification":[{"Type":"eg1.medium"}]}`, At: "ElasticGpuSpecification"},
	},
}

var elasticGPURequired = &validate.Rule{
	ID:      "elastic-gpu-required",
	Summary: "Type must be given for each Elastic Graphics accelerator",
	Source:  validate.Source{Shape: "ElasticGpuSpecification", Member: "Type"},
	Code:    "MissingParameter",
	Until:   validate.Spring2023,
	Members: []string{"ElasticGpuSpecification[].Type"},
	When:    []string{"ElasticGpuSpecification"},
	Check: func(p *validate.Pass) {
		for i, gpu := range p.Input.ElasticGpuSpecification {
			if aws.ToString(gpu.Type) == "" {
				p.Reportf(p.At("ElasticGpuSpecification[].Type", i),
					"must be a type of accelerator, such as eg1.medium")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"ElasticGpuSpecification":[{"Type":"eg1.medium"}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ElasticGpuSpecification":[{}]}`, At: "ElasticGpuSpecification[0].Type"},
		{Spec: `{"ElasticGpuSpecification":[{"Type":""}]}`, At: "ElasticGpuSpecification[0].Type"},
	},
}

var elasticGPULimit = &validate.Rule{
	ID:      "elastic-gpu-limit",
	Summary: "ElasticGpuSpecification must have no more accelerators than an instance takes",
	Reading: "The reference speaks of an elastic GPU; that an instance takes one and no more, AWS stated of " +
		"Elastic Graphics.",
	Source: validate.Source{Shape: "RunInstances", Member: "ElasticGpuSpecification"},
	Code:   "InvalidParameterValue",
	Until:  validate.Spring2023,
	Given:  []string{"ElasticGpuSpecification"},
	Limits: []*validate.Limit{elasticGPUMax},
	Check: func(p *validate.Pass) {
		most, ok := p.Limit(elasticGPUMax)
		if n := len(p.Input.ElasticGpuSpecification); ok && int64(n) > most {
			p.Beyond(elasticGPUMax).Reportf("ElasticGpuSpecification",
				"must have at most %d, not %d; choose a larger one", most, n)
		}
	},
	Good: []validate.Example{
		{Spec: `{"ElasticGpuSpecification":[{"Type":"eg1.large"}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"ElasticGpuSpecification":[{"Type":"eg1.medium"},{"Type":"eg1.medium"}]}`,
			At:   "ElasticGpuSpecification",
		},
	},
}
