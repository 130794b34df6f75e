package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var fleetTagTypeUnsupported = &validate.Rule{
	ID: "fleet-tag-type-unsupported",
	Summary: "the tags of a fleet of type maintain or request must not be for instances, volumes or network " +
		"interfaces: those belong in the template",
	Source: validate.Source{Shape: "CreateFleet", Member: "TagSpecifications"},
	Code:   "InvalidParameterValue",
	On:     on,
	Given:  []string{"TagSpecifications[].ResourceType"},
	Reads:  []string{"Type"},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		if kind(in) == types.FleetTypeInstant {
			return
		}
		for i, s := range in.TagSpecifications {
			switch s.ResourceType {
			case types.ResourceTypeInstance, types.ResourceTypeVolume, types.ResourceTypeNetworkInterface:
				p.Conflictf(p.At("TagSpecifications[].ResourceType", i), []string{"Type"},
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
	Summary: "the tags of a fleet should be for the fleet, and for what an instant fleet launches: instances, " +
		"volumes and network interfaces",
	Reading:  "The documentation lists these; tools also tag Spot requests of instant fleets.",
	Source:   validate.Source{Shape: "CreateFleet", Member: "TagSpecifications"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       on,
	Given:    []string{"TagSpecifications[].ResourceType"},
	Reads:    []string{"Type"},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		for i, s := range in.TagSpecifications {
			path := "TagSpecifications[].ResourceType"
			switch s.ResourceType {
			case "", types.ResourceTypeFleet, types.ResourceTypeInstance, types.ResourceTypeVolume,
				types.ResourceTypeNetworkInterface:
				continue
			}
			if kind(in) != types.FleetTypeInstant {
				p.Reportf(p.At(path, i), "should be fleet")
			} else if s.ResourceType != types.ResourceTypeSpotInstancesRequest {
				p.Reportf(p.At(path, i), "should be fleet, instance, volume or network-interface")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"Type":"instant","TagSpecifications":[{"ResourceType":"network-interface",` +
			`"Tags":[{"Key":"team","Value":"web"}]}]}`},
		{Spec: `{"Type":"instant","TagSpecifications":[{"ResourceType":"spot-instances-request",` +
			`"Tags":[{"Key":"team","Value":"web"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant","TagSpecifications":[{"ResourceType":"subnet","Tags":[{"Key":"team",` +
				`"Value":"web"}]}]}`,
			At: "TagSpecifications[0].ResourceType",
		},
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"spot-instances-request","Tags":[{"Key":"team",` +
				`"Value":"web"}]}]}`,
			At: "TagSpecifications[0].ResourceType",
		},
	},
}
