package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var fleetInstantRequired = &validate.Rule{
	ID:      "fleet-instant-required",
	Summary: "options for an only attempt to launch must be for a fleet of type instant",
	Source:  validate.Source{Shape: "CreateFleet", Member: "Type"},
	Code:    "InvalidParameterCombination",
	On:      on,
	Given: []string{
		"SpotOptions.MinTargetCapacity", "SpotOptions.SingleInstanceType",
		"SpotOptions.SingleAvailabilityZone", "OnDemandOptions.MinTargetCapacity",
		"OnDemandOptions.SingleInstanceType", "OnDemandOptions.SingleAvailabilityZone",
		"OnDemandOptions.CapacityReservationOptions", "ReservedCapacityOptions",
	},
	Reads: []string{"Type"},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		if kind(in) == types.FleetTypeInstant {
			return
		}
		report := func(given bool, path string) {
			if given {
				p.Conflictf(path, []string{"Type"}, "must be for a fleet of type instant")
			}
		}
		if s := in.SpotOptions; s != nil {
			report(s.MinTargetCapacity != nil, "SpotOptions.MinTargetCapacity")
			report(s.SingleInstanceType != nil && *s.SingleInstanceType, "SpotOptions.SingleInstanceType")
			report(s.SingleAvailabilityZone != nil && *s.SingleAvailabilityZone, "SpotOptions.SingleAvailabilityZone")
		}
		if o := in.OnDemandOptions; o != nil {
			report(o.MinTargetCapacity != nil, "OnDemandOptions.MinTargetCapacity")
			report(o.SingleInstanceType != nil && *o.SingleInstanceType, "OnDemandOptions.SingleInstanceType")
			report(o.SingleAvailabilityZone != nil && *o.SingleAvailabilityZone,
				"OnDemandOptions.SingleAvailabilityZone")
			report(o.CapacityReservationOptions != nil, "OnDemandOptions.CapacityReservationOptions")
		}
		report(in.ReservedCapacityOptions != nil, "ReservedCapacityOptions")
	},
	Good: []validate.Example{
		{Spec: `{"Type":"instant","SpotOptions":{"MinTargetCapacity":1,"SingleInstanceType":true}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SpotOptions":{"SingleInstanceType":true}}`, At: "SpotOptions.SingleInstanceType"},
		{
			Spec: `{"Type":"request","SpotOptions":{"SingleAvailabilityZone":true}}`,
			At:   "SpotOptions.SingleAvailabilityZone",
		},
		{Spec: `{"OnDemandOptions":{"SingleInstanceType":true}}`, At: "OnDemandOptions.SingleInstanceType"},
		{Spec: `{"OnDemandOptions":{"SingleAvailabilityZone":true}}`, At: "OnDemandOptions.SingleAvailabilityZone"},
		{
			Spec: `` +
				`{"OnDemandOptions":{"CapacityReservationOptions":{"UsageStrategy":"use-capacity-reservations-first"}}}`,
			At: "OnDemandOptions.CapacityReservationOptions",
		},
		{
			Spec: `{"Type":"maintain","ReservedCapacityOptions":{"ReservationTypes":["capacity-block"]},` +
				`"TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
				`"DefaultTargetCapacityType":"reserved-capacity"}}`,
			At:    "ReservedCapacityOptions",
			Since: validate.Autumn2026,
		},
	},
}

var fleetInstantOverrideRequired = &validate.Rule{
	ID:      "fleet-instant-override-required",
	Summary: "an override of more than type, place, weight and price must be for a fleet of type instant",
	Source:  validate.Source{Shape: "FleetLaunchTemplateOverridesRequest", Member: "ImageId"},
	Code:    "InvalidParameterCombination",
	On:      on,
	Given: []string{
		"LaunchTemplateConfigs[].Overrides[].BlockDeviceMappings",
		"LaunchTemplateConfigs[].Overrides[].IamInstanceProfile",
		"LaunchTemplateConfigs[].Overrides[].ImageId", "LaunchTemplateConfigs[].Overrides[].KeyName",
		"LaunchTemplateConfigs[].Overrides[].MetadataOptions",
	},
	Reads: []string{"Type"},
	Check: func(p *validate.Pass) {
		if kind(fleet(p)) == types.FleetTypeInstant {
			return
		}
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			for _, m := range [...]struct {
				given bool
				path  string
			}{
				{len(o.BlockDeviceMappings) > 0, "LaunchTemplateConfigs[].Overrides[].BlockDeviceMappings"},
				{o.IamInstanceProfile != nil, "LaunchTemplateConfigs[].Overrides[].IamInstanceProfile"},
				{o.ImageId != nil, "LaunchTemplateConfigs[].Overrides[].ImageId"},
				{o.KeyName != nil, "LaunchTemplateConfigs[].Overrides[].KeyName"},
				{o.MetadataOptions != nil, "LaunchTemplateConfigs[].Overrides[].MetadataOptions"},
			} {
				if m.given {
					p.Conflictf(p.At(m.path, i, j), []string{"Type"},
						"must be for a fleet of type instant; for others, set it in the template")
				}
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"Type":"instant",` +
			`"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"ImageId":"ami-0123456789abcdef0","KeyName":"ops"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"ImageId":"ami-0123456789abcdef0"}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].ImageId",
		},
		{
			Spec: `{"Type":"request",` +
				`"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"KeyName":"ops"}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].KeyName",
		},
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
				`"Ebs":{"VolumeSize":8}}]}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].BlockDeviceMappings",
		},
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"IamInstanceProfile":{"Name":"web"}}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].IamInstanceProfile",
		},
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"MetadataOptions":{"HttpTokens":"required"}}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].MetadataOptions",
		},
	},
}

const templateUserData = "LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateSpecificationUserData"

var fleetInstantUserDataRequired = &validate.Rule{
	ID:      "fleet-instant-user-data-required",
	Summary: "user data beside a template must be for a fleet of type instant",
	Source: validate.Source{
		Shape: "FleetLaunchTemplateSpecificationRequest", Member: "LaunchTemplateSpecificationUserData",
	},
	Code:   "InvalidParameterCombination",
	On:     on,
	Given:  []string{templateUserData},
	Reads:  []string{"Type"},
	Secret: true,
	Check: func(p *validate.Pass) {
		in := fleet(p)
		if kind(in) == types.FleetTypeInstant {
			return
		}
		for i, c := range in.LaunchTemplateConfigs {
			if t := c.LaunchTemplateSpecification; t != nil && t.LaunchTemplateSpecificationUserData != nil {
				p.Conflictf(p.At(templateUserData, i), []string{"Type"},
					"must be for a fleet of type instant; for others, set it in the template")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"Type":"instant",` +
			`"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1","LaunchTemplateSpecificationUserData":"aGk="}}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1","LaunchTemplateSpecificationUserData":"aGk="}}]}`,
			At: "LaunchTemplateConfigs[0].LaunchTemplateSpecification.LaunchTemplateSpecificationUserData",
		},
	},
}

var fleetInstantUsageValues = &validate.Rule{
	ID:      "fleet-instant-usage-values",
	Summary: "UsageStrategy must be use-capacity-reservations-first",
	Source:  validate.Source{Shape: "CapacityReservationOptionsRequest", Member: "UsageStrategy"},
	Code:    "InvalidParameter",
	On:      on,
	Members: []string{"OnDemandOptions.CapacityReservationOptions.UsageStrategy"},
	Values:  usageStrategies,
	Good: []validate.Example{
		{Spec: `{"Type":"instant","OnDemandOptions":{"CapacityReservationOptions":` +
			`{"UsageStrategy":"use-capacity-reservations-first"}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant","OnDemandOptions":{"CapacityReservationOptions":` +
				`{"UsageStrategy":"first"}}}`,
			At: "OnDemandOptions.CapacityReservationOptions.UsageStrategy",
		},
	},
}
