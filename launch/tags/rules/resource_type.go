package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var tagResourceTypeRequired = &validate.Rule{
	ID:        "tag-resource-type-required",
	Summary:   "ResourceType must be given in each of TagSpecifications",
	Source:    validate.Source{Shape: "TagSpecification", Member: "ResourceType"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"TagSpecifications[].ResourceType"},
	When:      []string{"TagSpecifications"},
	Check: func(p *validate.Pass) {
		for i, s := range p.Input.TagSpecifications {
			if s.ResourceType == "" {
				p.Reportf(p.At("TagSpecifications[].ResourceType", i),
					"must say what to tag, such as instance or volume")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"Name","Value":"web"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"Tags":[{"Key":"Name","Value":"web"}]}]}`,
			At:   "TagSpecifications[0].ResourceType",
		},
	},
}

var tagResourceTypeValues = &validate.Rule{
	ID:      "tag-resource-type-values",
	Summary: "ResourceType must be one of those that a launch can tag",
	Reading: "Of the many resource types that EC2 can tag, those in the description of RunInstances count; " +
		"secondary-interface, which it does not list yet, has a rule of its own.",
	Source:    validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"TagSpecifications[].ResourceType"},
	Values:    resourceTypes,
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"volume","Tags":[{"Key":"Name","Value":"web"}]}]}`},
		{
			Spec: `{"ElasticGpuSpecification":[{"Type":"eg1.medium"}],"TagSpecifications":[` + elasticGPUTags +
				`]}`,
			Until: validate.Spring2023,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"subnet","Tags":[{"Key":"Name","Value":"web"}]}]}`,
			At:   "TagSpecifications[0].ResourceType",
		},
		{
			Spec:  `{"TagSpecifications":[` + elasticGPUTags + `]}`,
			At:    "TagSpecifications[0].ResourceType",
			Since: validate.Autumn2026,
		},
	},
}

var tagResourceTypeUnique = &validate.Rule{
	ID:        "tag-resource-type-unique",
	Summary:   "ResourceType must not be given in two of TagSpecifications",
	Source:    validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"TagSpecifications[].ResourceType"},
	Check: func(p *validate.Pass) {
		all := p.Input.TagSpecifications
		repeats.Each(len(all), func(i int) (types.ResourceType, bool) {
			return all[i].ResourceType, all[i].ResourceType != ""
		}, func(first, again int) {
			other := p.At("TagSpecifications[].ResourceType", first)
			p.Conflictf(p.At("TagSpecifications[].ResourceType", again), []string{other},
				"must be named once; move these tags to those of %s", other)
		})
	},
	Good: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"a","Value":"1"}]},` +
				`{"ResourceType":"volume","Tags":[{"Key":"a","Value":"1"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"a","Value":"1"}]},` +
				`{"ResourceType":"instance","Tags":[{"Key":"b","Value":"2"}]}]}`,
			At: "TagSpecifications[1].ResourceType",
		},
	},
}
