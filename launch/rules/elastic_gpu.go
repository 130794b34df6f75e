package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var elasticGPURetired = &validate.Rule{
	ID:      "elastic-gpu-retired",
	Summary: "ElasticGpuSpecification must not be used: Elastic Graphics reached its end of life on 8 January 2024",
	Source:  validate.Source{Shape: "RunInstances", Member: "ElasticGpuSpecification.N"},
	Code:    "UnsupportedOperation",
	Since:   validate.Autumn2026,
	Members: []string{"ElasticGpuSpecification"},
	Check: func(p *validate.Pass) {
		p.Reportf("ElasticGpuSpecification",
			"must be dropped: Elastic Graphics reached its end of life on 8 January 2024; choose a type with a GPU, such as g4dn.xlarge")
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
	Summary: "an Elastic Graphics accelerator must have a type",
	Source:  validate.Source{Shape: "ElasticGpuSpecification", Member: "Type"},
	Code:    "MissingParameter",
	Until:   validate.Spring2023,
	Absent:  []string{"ElasticGpuSpecification[].Type"},
	When:    []string{"ElasticGpuSpecification"},
	Check: func(p *validate.Pass) {
		for i, gpu := range p.Input.ElasticGpuSpecification {
			if gpu.Type == nil {
				p.Reportf(p.At("ElasticGpuSpecification[].Type", i), "must be a type of accelerator, such as eg1.medium")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"ElasticGpuSpecification":[{"Type":"eg1.medium"}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ElasticGpuSpecification":[{}]}`, At: "ElasticGpuSpecification[0].Type"},
	},
}
