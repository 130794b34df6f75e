package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var tagSpotRequestUnsupported = &validate.Rule{
	ID:        "tag-spot-request-unsupported",
	Summary:   "ResourceType must be spot-instances-request only for a launch that makes such a request",
	Source:    validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"TagSpecifications[].ResourceType"},
	Reads:     []string{"InstanceMarketOptions.MarketType", "InstanceMarketOptions.SpotOptions"},
	Check: func(p *validate.Pass) {
		market := p.Input.InstanceMarketOptions
		if p.Templated() || market != nil && (market.MarketType == types.MarketTypeSpot || market.SpotOptions != nil) {
			return
		}
		for i, s := range p.Input.TagSpecifications {
			if s.ResourceType == types.ResourceTypeSpotInstancesRequest {
				p.Conflictf(p.At("TagSpecifications[].ResourceType", i), []string{"InstanceMarketOptions.MarketType"},
					"must come with InstanceMarketOptions.MarketType spot; drop it from On-Demand launches")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},` +
				`"TagSpecifications":[{"ResourceType":"spot-instances-request",` +
				`"Tags":[{"Key":"Name","Value":"x"}]}]}`,
		},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"spot"},` +
				`"TagSpecifications":[{"ResourceType":"spot-instances-request",` +
				`"Tags":[{"Key":"Name","Value":"x"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"spot-instances-request",` +
				`"Tags":[{"Key":"Name","Value":"x"}]}]}`,
			At: "TagSpecifications[0].ResourceType",
		},
	},
}
