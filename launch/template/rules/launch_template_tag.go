package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var launchTemplateTagValues = &validate.Rule{
	ID:        "launch-template-tag-values",
	Summary:   "the tags of the call itself must be for launch-template",
	Source:    validate.Source{Shape: "CreateLaunchTemplate", Member: "TagSpecifications"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	On:        onNew,
	Members:   []string{"TagSpecifications[].ResourceType"},
	When:      []string{"TagSpecifications"},
	Check: func(p *validate.Pass) {
		in := validate.CallOf[ec2.CreateLaunchTemplateInput](p)
		for i, s := range in.TagSpecifications {
			if s.ResourceType != types.ResourceTypeLaunchTemplate {
				p.Reportf(p.At("TagSpecifications[].ResourceType", i),
					"must be launch-template; tags of what is launched belong in LaunchTemplateData.TagSpecifications")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"launch-template","Tags":[{"Key":"team","Value":"web"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team","Value":"web"}]}]}`,
			At:   "TagSpecifications[0].ResourceType",
		},
	},
}
