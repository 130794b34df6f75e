package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var fleetTagTypeUnsupported = &validate.Rule{
	ID: "fleet-tag-type-unsupported",
	Summary: "the tags of a fleet of type maintain or request must be for the fleet: those of its " +
		"instances belong in the template",
	Source: validate.Source{Shape: "CreateFleet", Member: "TagSpecifications"},
	Code:   "InvalidParameterValue",
	On:     on,
	Given:  []string{"TagSpecifications[].ResourceType"},
	Reads:  []string{"Type"},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		for i, s := range in.TagSpecifications {
			if s.ResourceType != "" && s.ResourceType != types.ResourceTypeFleet && kind(in) != types.FleetTypeInstant {
				p.Reportf(p.At("TagSpecifications[].ResourceType", i),
					"must be fleet for a fleet of type %s; tags of what it launches belong in the template", kind(in))
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"fleet","Tags":[{"Key":"team","Value":"web"}]}]}`},
		{Spec: `{"Type":"instant","TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team",` +
			`"Value":"web"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team","Value":"web"}]}]}`,
			At:   "TagSpecifications[0].ResourceType",
		},
	},
}

var fleetTagTypeUnknown = &validate.Rule{
	ID: "fleet-tag-type-unknown",
	Summary: "the tags of an instant fleet should be for the fleet, instances, volumes or network " +
		"interfaces",
	Reading:  "The documentation lists these; tools also tag Spot requests there.",
	Source:   validate.Source{Shape: "CreateFleet", Member: "TagSpecifications"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       on,
	Given:    []string{"TagSpecifications[].ResourceType"},
	When:     []string{"Type"},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		for i, s := range in.TagSpecifications {
			switch s.ResourceType {
			case "", types.ResourceTypeFleet, types.ResourceTypeInstance, types.ResourceTypeVolume,
				types.ResourceTypeNetworkInterface, types.ResourceTypeSpotInstancesRequest:
			default:
				if in.Type == types.FleetTypeInstant {
					p.Reportf(p.At("TagSpecifications[].ResourceType", i),
						"should be fleet, instance, volume or network-interface")
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"Type":"instant","TagSpecifications":[{"ResourceType":"network-interface",` +
			`"Tags":[{"Key":"team","Value":"web"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant","TagSpecifications":[{"ResourceType":"subnet","Tags":[{"Key":"team",` +
				`"Value":"web"}]}]}`,
			At: "TagSpecifications[0].ResourceType",
		},
	},
}
