package rules

import (
	"strings"

	"github.com/ec2launch/ec2launch/validate"
)

var elasticInferenceRetired = &validate.Rule{
	ID:      "elastic-inference-retired",
	Summary: "ElasticInferenceAccelerators must not be used: Elastic Inference is no longer available",
	Source:  validate.Source{Shape: "RunInstances", Member: "ElasticInferenceAccelerators"},
	Code:    "UnsupportedOperation",
	Since:   validate.Autumn2026,
	Given:   []string{"ElasticInferenceAccelerators"},
	Check: func(p *validate.Pass) {
		p.Reportf("ElasticInferenceAccelerators",
			"must be dropped: Elastic Inference is no longer available; choose an accelerated type, such as "+
				"inf2.xlarge")
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"inf2.xlarge"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ElasticInferenceAccelerators":[{"Type":"eia2.medium"}]}`, At: "ElasticInferenceAccelerators"},
	},
}

var elasticInferenceRequired = &validate.Rule{
	ID:      "elastic-inference-required",
	Summary: "Type must be given for each Elastic Inference accelerator",
	Source:  validate.Source{Shape: "ElasticInferenceAccelerator", Member: "Type"},
	Code:    "MissingParameter",
	Until:   validate.Spring2023,
	Members: []string{"ElasticInferenceAccelerators[].Type"},
	When:    []string{"ElasticInferenceAccelerators"},
	Check: func(p *validate.Pass) {
		for i, a := range p.Input.ElasticInferenceAccelerators {
			if a.Type == nil {
				p.Reportf(p.At("ElasticInferenceAccelerators[].Type", i),
					"must be a type of accelerator, such as eia2.medium")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"ElasticInferenceAccelerators":[{"Type":"eia2.medium"}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ElasticInferenceAccelerators":[{"Count":1}]}`, At: "ElasticInferenceAccelerators[0].Type"},
	},
}

var elasticInferenceValues = &validate.Rule{
	ID:      "elastic-inference-values",
	Summary: "Type must be one of those of Elastic Inference accelerators",
	Source:  validate.Source{Shape: "ElasticInferenceAccelerator", Member: "Type"},
	Code:    "InvalidParameterValue",
	Until:   validate.Spring2023,
	Members: []string{"ElasticInferenceAccelerators[].Type"},
	Values:  elasticInferenceTypes,
	Good: []validate.Example{
		{Spec: `{"ElasticInferenceAccelerators":[{"Type":"eia1.xlarge"}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"ElasticInferenceAccelerators":[{"Type":"eia3.medium"}]}`,
			At:   "ElasticInferenceAccelerators[0].Type",
		},
	},
}

var elasticInferenceCountRange = &validate.Rule{
	ID:      "elastic-inference-count-range",
	Summary: "Count must be at least 1 for each Elastic Inference accelerator",
	Reading: "The minimum stands in the service model, not in the text.",
	Source:  validate.Source{Shape: "ElasticInferenceAccelerator", Member: "Count"},
	Code:    "InvalidParameterValue",
	Until:   validate.Spring2023,
	Members: []string{"ElasticInferenceAccelerators[].Count"},
	Tag:     "min=1",
	Good: []validate.Example{
		{Spec: `{"ElasticInferenceAccelerators":[{"Type":"eia2.medium","Count":1}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"ElasticInferenceAccelerators":[{"Type":"eia2.medium","Count":0}]}`,
			At:   "ElasticInferenceAccelerators[0].Count",
		},
	},
}

var elasticInferenceConflict = &validate.Rule{
	ID:      "elastic-inference-conflict",
	Summary: "Type must be of one generation for all Elastic Inference accelerators",
	Source:  validate.Source{Shape: "RunInstances", Member: "ElasticInferenceAccelerators"},
	Code:    "InvalidParameterCombination",
	Until:   validate.Spring2023,
	Given:   []string{"ElasticInferenceAccelerators[].Type"},
	Check: func(p *validate.Pass) {
		first := -1
		for i, a := range p.Input.ElasticInferenceAccelerators {
			switch {
			case a.Type == nil:
			case first < 0:
				first = i
			case elasticGeneration(*a.Type) != elasticGeneration(*p.Input.ElasticInferenceAccelerators[first].Type):
				p.Conflictf(p.At("ElasticInferenceAccelerators[].Type", i),
					[]string{p.At("ElasticInferenceAccelerators[].Type", first)},
					"must be of the generation of the first, %s",
					elasticGeneration(*p.Input.ElasticInferenceAccelerators[first].Type))
				return
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"ElasticInferenceAccelerators":[{"Type":"eia2.medium"},{"Type":"eia2.large"}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"ElasticInferenceAccelerators":[{"Type":"eia1.medium"},{"Type":"eia2.medium"}]}`,
			At:   "ElasticInferenceAccelerators[1].Type",
		},
	},
}

// elasticGeneration is what stands before the size of an accelerator: "eia2".
func elasticGeneration(t string) string {
	family, _, _ := strings.Cut(t, ".")
	return family
}
