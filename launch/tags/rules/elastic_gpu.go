package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var tagElasticGPUAdvice = &validate.Rule{
	ID:      "tag-elastic-gpu-advice",
	Summary: "ResourceType should be elastic-gpu only for a launch with ElasticGpuSpecification",
	Reading: "EC2 refuses tags on other resources that a launch does not create. Of this one no report tells, so " +
		"it is no more than advice.",
	Source:   validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
	Severity: validate.SeverityAdvice,
	Code:     "InvalidParameterValue",
	Until:    validate.Spring2023,
	Given:    []string{"TagSpecifications[].ResourceType"},
	Reads:    []string{"ElasticGpuSpecification"},
	Check: func(p *validate.Pass) {
		if len(p.Input.ElasticGpuSpecification) > 0 || p.Templated() {
			return
		}
		for i, s := range p.Input.TagSpecifications {
			if s.ResourceType == types.ResourceTypeElasticGpu {
				p.Conflictf(p.At("TagSpecifications[].ResourceType", i), []string{"ElasticGpuSpecification"},
					"should not be elastic-gpu for a launch without ElasticGpuSpecification; drop it")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"ElasticGpuSpecification":[{"Type":"eg1.medium"}],"TagSpecifications":[` + elasticGPUTags + `]}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"TagSpecifications":[` + elasticGPUTags + `]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[` + elasticGPUTags + `]}`, At: "TagSpecifications[0].ResourceType"},
	},
}

// elasticGPUTags is an element of TagSpecifications.
const elasticGPUTags = `{"ResourceType":"elastic-gpu","Tags":[{"Key":"Name","Value":"web"}]}`
