package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var tagSecondaryInterfaceUnsupported = &validate.Rule{
	ID:       "tag-secondary-interface-unsupported",
	Summary:  "ResourceType should not be secondary-interface, which a launch is not documented to tag",
	Reading:  "The resource type is new, and the description of RunInstances may lag behind, so the rule only warns.",
	Source:   validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Since:    validate.Autumn2026,
	Given:    []string{"TagSpecifications[].ResourceType"},
	Check: func(p *validate.Pass) {
		for i, s := range p.Input.TagSpecifications {
			if s.ResourceType == types.ResourceTypeSecondaryInterface {
				p.Reportf(p.At("TagSpecifications[].ResourceType", i),
					"should not be secondary-interface, which a launch is not documented to tag; call CreateTags "+
						"afterwards")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"network-interface","Tags":[{"Key":"Name","Value":"eth0"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"secondary-interface",` +
				`"Tags":[{"Key":"Name","Value":"eth1"}]}]}`,
			At: "TagSpecifications[0].ResourceType",
		},
	},
}
