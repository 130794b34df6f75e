package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// targeted reports whether the request names a Capacity Reservation or a group.
func targeted(in *ec2.RunInstancesInput) bool {
	spec := in.CapacityReservationSpecification
	if spec == nil || spec.CapacityReservationTarget == nil {
		return false
	}
	t := spec.CapacityReservationTarget
	return t.CapacityReservationId != nil || t.CapacityReservationResourceGroupArn != nil
}

// needsTarget reports whether the market type is one that launches into a
// reservation, so that one must be named.
func needsTarget(in *ec2.RunInstancesInput) bool {
	if in.InstanceMarketOptions == nil {
		return false
	}
	switch in.InstanceMarketOptions.MarketType {
	case types.MarketTypeCapacityBlock, types.MarketTypeInterruptibleCapacityReservation:
		return true
	}
	return false
}

var capacityPreferenceValues = &validate.Rule{
	ID:      "capacity-preference-values",
	Summary: "CapacityReservationPreference must be one of the preferences that the edition lists",
	Source:  validate.Source{Shape: "CapacityReservationSpecification", Member: "CapacityReservationPreference"},
	Code:    "InvalidParameterValue",
	Members: []string{"CapacityReservationSpecification.CapacityReservationPreference"},
	Values:  preferences,
	Good: []validate.Example{
		{Spec: `{"CapacityReservationSpecification":{"CapacityReservationPreference":"open"}}`},
		{Spec: `{"CapacityReservationSpecification":{"CapacityReservationPreference":"none"}}`},
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationPreference":` +
				`"capacity-reservations-only"}}`,
			Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationPreference":"closed"}}`,
			At:   "CapacityReservationSpecification.CapacityReservationPreference",
		},
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationPreference":` +
				`"capacity-reservations-only"}}`,
			At:    "CapacityReservationSpecification.CapacityReservationPreference",
			Until: validate.Spring2023,
		},
	},
}

var capacityPreferenceConflict = &validate.Rule{
	ID:        "capacity-preference-conflict",
	Summary:   "CapacityReservationPreference must not be open or none beside a target",
	Source:    validate.Source{Shape: "CapacityReservationSpecification", Guide: "capacity-reservations-launch"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Given:     []string{"CapacityReservationSpecification.CapacityReservationPreference"},
	When:      []string{"CapacityReservationSpecification.CapacityReservationTarget"},
	Reads: []string{
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn",
	},
	Check: func(p *validate.Pass) {
		if !targeted(p.Input) {
			return
		}
		switch pref := p.Input.CapacityReservationSpecification.CapacityReservationPreference; pref {
		case types.CapacityReservationPreferenceOpen, types.CapacityReservationPreferenceNone:
			p.Conflictf("CapacityReservationSpecification.CapacityReservationPreference",
				[]string{"CapacityReservationSpecification.CapacityReservationTarget"},
				"must not be given with CapacityReservationTarget; drop one of the two")
		}
	},
	Good: []validate.Example{
		{Spec: `{` + target + `}`},
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationPreference":` +
				`"capacity-reservations-only","CapacityReservationTarget":` +
				`{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationPreference":"open",` +
				`"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			At: "CapacityReservationSpecification.CapacityReservationPreference",
		},
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationPreference":"none",` +
				`"CapacityReservationTarget":{"CapacityReservationResourceGroupArn":` +
				`"arn:aws:resource-groups:us-west-2:111122223333:group/reserved"}}}`,
			At: "CapacityReservationSpecification.CapacityReservationPreference",
		},
	},
}

var capacityGroupFormat = &validate.Rule{
	ID:      "capacity-group-format",
	Summary: "CapacityReservationResourceGroupArn must be the ARN of a resource group",
	Source:  validate.Source{Shape: "CapacityReservationTarget", Member: "CapacityReservationResourceGroupArn"},
	Code:    "InvalidParameterValue",
	Given:   []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn"},
	Check: func(p *validate.Pass) {
		arn := *p.Input.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn
		if !format.GroupARN(arn) {
			p.Reportf("CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn",
				"must be like arn:aws:resource-groups:us-west-2:111122223333:group/reserved%s", format.Elsewhere(arn))
		}
	},
	Good: []validate.Example{
		{Spec: `{` + group + `}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationTarget":` +
				`{"CapacityReservationResourceGroupArn":"cr-0123456789abcdef0"}}}`,
			At: "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn",
		},
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationTarget":` +
				`{"CapacityReservationResourceGroupArn":"arn:aws:resource-groups:us-west-2:MY_ACCOUNT:group/reserved"}}}`,
			At: "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn",
		},
	},
}

var capacityTargetConflict = &validate.Rule{
	ID:      "capacity-target-conflict",
	Summary: "CapacityReservationTarget must name one Capacity Reservation or one group of them, not both",
	Source:  validate.Source{Shape: "CapacityReservationTarget", Member: "CapacityReservationResourceGroupArn"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn"},
	When:    []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Check: func(p *validate.Pass) {
		p.Conflictf("CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn",
			[]string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
			"must not be given with CapacityReservationId; keep one of the two")
	},
	Good: []validate.Example{
		{Spec: `{` + group + `}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationTarget":{` +
				`"CapacityReservationId":"cr-0123456789abcdef0","CapacityReservationResourceGroupArn":` +
				`"arn:aws:resource-groups:us-west-2:111122223333:group/reserved"}}}`,
			At: "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn",
		},
	},
}

var capacityTargetRequired = &validate.Rule{
	ID:       "capacity-target-required",
	Summary:  "CapacityReservationTarget should name a Capacity Reservation or a group of them",
	Reading:  "An empty structure is not sent at all, so the launch may succeed, untargeted.",
	Source:   validate.Source{Shape: "CapacityReservationTarget"},
	Severity: validate.SeverityWarning,
	Code:     "MissingParameter",
	Given:    []string{"CapacityReservationSpecification.CapacityReservationTarget"},
	Reads: []string{
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn",
		"InstanceMarketOptions.MarketType",
	},
	Check: func(p *validate.Pass) {
		if !targeted(p.Input) && !needsTarget(p.Input) && !p.Templated() {
			p.Reportf("CapacityReservationSpecification.CapacityReservationTarget",
				"should hold CapacityReservationId or CapacityReservationResourceGroupArn; an empty target is not "+
					"sent")
		}
	},
	Good: []validate.Example{
		{Spec: `{` + target + `}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationTarget":{}}}`,
			At:   "CapacityReservationSpecification.CapacityReservationTarget",
		},
	},
}

var capacityTenancyConflict = &validate.Rule{
	ID: "capacity-tenancy-conflict",
	Summary: "CapacityReservationTarget must not be given with tenancy host: Dedicated Hosts use no Capacity " +
		"Reservations",
	Reading: "The User Guide states it of the features, and that a launch fails which does not match its target; a " +
		"reservation has tenancy default or dedicated.",
	Source: validate.Source{Guide: "ec2-capacity-reservations"},
	Code:   "InvalidParameterCombination",
	Given:  []string{"CapacityReservationSpecification.CapacityReservationTarget"},
	When:   []string{"Placement.Tenancy"},
	Reads: []string{
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn",
	},
	Check: func(p *validate.Pass) {
		if p.Input.Placement.Tenancy == types.TenancyHost && targeted(p.Input) {
			p.Conflictf("CapacityReservationSpecification.CapacityReservationTarget", []string{"Placement.Tenancy"},
				"must not be given with Tenancy host; choose default or dedicated, or no target")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"dedicated"},` + target + `}`},
		{
			Spec: `{"Placement":{"Tenancy":"host"},"CapacityReservationSpecification":` +
				`{"CapacityReservationPreference":"none"}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Placement":{"Tenancy":"host"},"CapacityReservationSpecification":{"CapacityReservationTarget":` +
				`{"CapacityReservationResourceGroupArn":"arn:aws:resource-groups:us-east-1:111122223333:group/reserved"}}}`,
			At: "CapacityReservationSpecification.CapacityReservationTarget",
		},
		{
			Spec: `{"Placement":{"Tenancy":"host"},` + target + `}`,
			At:   "CapacityReservationSpecification.CapacityReservationTarget",
		},
	},
}
