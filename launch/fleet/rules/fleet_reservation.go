package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var fleetReservationConflict = &validate.Rule{
	ID:      "fleet-reservation-conflict",
	Summary: "CapacityReservationIds must not be given with CapacityReservationResourceGroupArns",
	Source:  validate.Source{Shape: "FleetCapacityReservationTargetRequest", Member: "CapacityReservationIds"},
	Code:    "InvalidParameterCombination",
	On:      on,
	Given:   []string{"ReservedCapacityOptions.CapacityReservationTarget.CapacityReservationIds"},
	When:    []string{"ReservedCapacityOptions.CapacityReservationTarget.CapacityReservationResourceGroupArns"},
	Check: func(p *validate.Pass) {
		p.Conflictf("ReservedCapacityOptions.CapacityReservationTarget.CapacityReservationIds",
			[]string{"ReservedCapacityOptions.CapacityReservationTarget.CapacityReservationResourceGroupArns"},
			"must not be given with CapacityReservationResourceGroupArns; keep one of the two")
	},
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
				`"DefaultTargetCapacityType":"reserved-capacity"},` +
				`"ReservedCapacityOptions":{"CapacityReservationTarget":{"CapacityReservationIds":["cr-0123456789abcdef0"],` +
				`"CapacityReservationResourceGroupArns":["arn:aws:resource-groups:us-east-1:123456789012:group/a"]}}}`,
			At: "ReservedCapacityOptions.CapacityReservationTarget.CapacityReservationIds",
		},
	},
}

var fleetReservationTypeRequired = &validate.Rule{
	ID:      "fleet-reservation-type-required",
	Summary: "ReservedCapacityOptions must go with the DefaultTargetCapacityType reserved-capacity",
	Source:  validate.Source{Shape: "ReservedCapacityOptionsRequest"},
	Code:    "InvalidParameterCombination",
	On:      on,
	Given:   []string{"ReservedCapacityOptions"},
	Reads:   []string{"TargetCapacitySpecification.DefaultTargetCapacityType"},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		c := in.TargetCapacitySpecification
		if c != nil && c.DefaultTargetCapacityType != types.DefaultTargetCapacityTypeReservedCapacity {
			p.Conflictf("ReservedCapacityOptions", []string{"TargetCapacitySpecification.DefaultTargetCapacityType"},
				"must go with the DefaultTargetCapacityType reserved-capacity")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
			`"DefaultTargetCapacityType":"reserved-capacity"},` +
			`"ReservedCapacityOptions":{"AllocationStrategy":"prioritized"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant","ReservedCapacityOptions":{"AllocationStrategy":"prioritized"}}`,
			At:   "ReservedCapacityOptions",
		},
	},
}
