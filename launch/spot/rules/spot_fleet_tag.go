package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var spotFleetTagValues = &validate.Rule{
	ID:      "spot-fleet-tag-values",
	Summary: "the tags of a Spot Fleet request must be for spot-fleet-request",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "TagSpecifications"},
	Code:    "InvalidParameterValue",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.TagSpecifications[].ResourceType"},
	Check: func(p *validate.Pass) {
		for i, s := range config(p).TagSpecifications {
			if s.ResourceType != "" && s.ResourceType != types.ResourceTypeSpotFleetRequest {
				p.Reportf(p.At("SpotFleetRequestConfig.TagSpecifications[].ResourceType", i),
					"must be spot-fleet-request; tags of instances belong in the launch specifications or the template")
			}
		}
	},
	Good: []validate.Example{
		{Spec: specified + `,"TagSpecifications":[{"ResourceType":"spot-fleet-request","Tags":[{"Key":"team",` +
			`"Value":"web"}]}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team",` +
				`"Value":"web"}]}]}}`,
			At: "SpotFleetRequestConfig.TagSpecifications[0].ResourceType",
		},
	},
}

var spotFleetTagRequired = &validate.Rule{
	ID:      "spot-fleet-tag-required",
	Summary: "ResourceType must be given in each of TagSpecifications",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "TagSpecifications"},
	Code:    "InvalidParameterValue",
	On:      onFleet,
	Members: []string{"SpotFleetRequestConfig.TagSpecifications[].ResourceType"},
	When:    []string{"SpotFleetRequestConfig.TagSpecifications"},
	Check: func(p *validate.Pass) {
		for i, s := range config(p).TagSpecifications {
			if s.ResourceType == "" {
				p.Reportf(p.At("SpotFleetRequestConfig.TagSpecifications[].ResourceType", i), "must be spot-fleet-request")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: specified + `,"TagSpecifications":[{"ResourceType":"spot-fleet-request",` +
				`"Tags":[{"Key":"team","Value":"web"}]}]}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"TagSpecifications":[{"Tags":[{"Key":"team","Value":"web"}]}]}}`,
			At:   "SpotFleetRequestConfig.TagSpecifications[0].ResourceType",
		},
	},
}

var spotFleetTagSpecificationValues = &validate.Rule{
	ID:      "spot-fleet-tag-specification-values",
	Summary: "the tags of a launch specification must be for instance",
	Source:  validate.Source{Shape: "SpotFleetTagSpecification", Member: "ResourceType"},
	Code:    "InvalidParameterValue",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.LaunchSpecifications[].TagSpecifications[].ResourceType"},
	Check: func(p *validate.Pass) {
		for i := range config(p).LaunchSpecifications {
			s := &config(p).LaunchSpecifications[i]
			for j, tags := range s.TagSpecifications {
				if tags.ResourceType != "" && tags.ResourceType != types.ResourceTypeInstance {
					p.Reportf(p.At("SpotFleetRequestConfig.LaunchSpecifications[].TagSpecifications[].ResourceType", i, j),
						"must be instance: launch specifications tag nothing else")
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: specifying + `"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team","Value":"web"}]}]}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specifying + `"TagSpecifications":[{"ResourceType":"volume","Tags":[{"Key":"team",` +
				`"Value":"web"}]}]}]}}`,
			At: "SpotFleetRequestConfig.LaunchSpecifications[0].TagSpecifications[0].ResourceType",
		},
	},
}
