package rules

import (
	"path"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/validate"
)

var imageInstanceTypeUnsupported = &validate.Rule{
	ID:        "image-instance-type-unsupported",
	Summary:   "the instance type should be one that the owner of the image has specified",
	Source:    validate.Source{Shape: "InstanceTypeSpecification", Member: "SupportedInstanceTypes"},
	Severity:  validate.SeverityWarning,
	Code:      "UnsupportedOperation",
	CodeBasis: validate.Observed,
	Given:     []string{"InstanceType"},
	Reads:     []string{"ImageId"},
	Asks:      []validate.Asked{validate.Image},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil || found.InstanceTypeSpecification == nil {
			return
		}
		spec := found.InstanceTypeSpecification
		matches := func(patterns []types.InstanceTypeItem) bool {
			return slices.ContainsFunc(patterns, func(pattern types.InstanceTypeItem) bool {
				ok, err := path.Match(aws.ToString(pattern.InstanceType), string(p.Input.InstanceType))
				return ok || err != nil
			})
		}
		if matches(spec.UnsupportedInstanceTypes) || len(spec.SupportedInstanceTypes) > 0 && !matches(spec.SupportedInstanceTypes) {
			p.Conflictf("InstanceType", []string{"ImageId"}, "should be a type that the owner of the image supports")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6i.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"InstanceTypeSpecification":{"SupportedInstanceTypes":[{"InstanceType":"m6i.*"}]}}}}`,
		},
		{
			Spec:    `{"InstanceType":"m6i.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"InstanceTypeSpecification":{"UnsupportedInstanceTypes":[{"InstanceType":"c6i.*"}]}}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6i.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"InstanceTypeSpecification":{"SupportedInstanceTypes":[{"InstanceType":"c6i.*"}]}}}}`,
			At:      "InstanceType",
		},
		{
			Spec:    `{"InstanceType":"m6i.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"InstanceTypeSpecification":{"UnsupportedInstanceTypes":[{"InstanceType":"*.large"}]}}}}`,
			At:      "InstanceType",
		},
	},
}
