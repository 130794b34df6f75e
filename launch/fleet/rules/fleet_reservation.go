package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var fleetReservationConflict = &validate.Rule{
	ID:      "fleet-reservation-conflict",
	Summary: "CapacityReservationIds must not be given with CapacityReservationResourceGroupArns",
	Source:  validate.Source{Shape: "FleetCapacityReservationTargetRequest", Member: "CapacityReservationIds"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
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
	Since:   validate.Autumn2026,
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

var fleetReservationStrategyValues = &validate.Rule{
	ID:      "fleet-reservation-strategy-values",
	Summary: "AllocationStrategy of ReservedCapacityOptions must be prioritized",
	Source:  validate.Source{Shape: "ReservedCapacityOptionsRequest", Member: "AllocationStrategy"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	On:      on,
	Members: []string{"ReservedCapacityOptions.AllocationStrategy"},
	Values:  reservationStrategies,
	Good: []validate.Example{
		{Spec: `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
			`"DefaultTargetCapacityType":"reserved-capacity"},` +
			`"ReservedCapacityOptions":{"AllocationStrategy":"prioritized"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
				`"DefaultTargetCapacityType":"reserved-capacity"},` +
				`"ReservedCapacityOptions":{"AllocationStrategy":"lowest-price"}}`,
			At: "ReservedCapacityOptions.AllocationStrategy",
		},
	},
}

var fleetReservationFallbackValues = &validate.Rule{
	ID:      "fleet-reservation-fallback-values",
	Summary: "MarketTypes of ReservedCapacityFallbackOptions must be on-demand",
	Source:  validate.Source{Shape: "ReservedCapacityFallbackOptionsRequest", Member: "MarketTypes"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	On:      on,
	Members: []string{"ReservedCapacityOptions.ReservedCapacityFallbackOptions.MarketTypes"},
	Values:  fallbacks,
	Good: []validate.Example{
		{Spec: `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
			`"DefaultTargetCapacityType":"reserved-capacity"},` +
			`"ReservedCapacityOptions":{"ReservedCapacityFallbackOptions":{"MarketTypes":["on-demand"]}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
				`"DefaultTargetCapacityType":"reserved-capacity"},` +
				`"ReservedCapacityOptions":{"ReservedCapacityFallbackOptions":{"MarketTypes":["spot"]}}}`,
			At: "ReservedCapacityOptions.ReservedCapacityFallbackOptions.MarketTypes[0]",
		},
	},
}

var fleetReservationTypesUnique = &validate.Rule{
	ID:       "fleet-reservation-types-unique",
	Summary:  "ReservationTypes should name each type once: the list is an order",
	Reading:  "No page says what EC2 does with a type that is named twice.",
	Source:   validate.Source{Shape: "ReservedCapacityOptionsRequest", Member: "ReservationTypes"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Since:    validate.Autumn2026,
	On:       on,
	Given:    []string{"ReservedCapacityOptions.ReservationTypes"},
	Check: func(p *validate.Pass) {
		all := fleet(p).ReservedCapacityOptions.ReservationTypes
		key := func(i int) (types.FleetReservationType, bool) { return all[i], true }
		repeats.Each(len(all), key, func(_, again int) {
			p.Reportf(p.At("ReservedCapacityOptions.ReservationTypes[]", again), "should not be named twice: the list is an order")
		})
	},
	Good: []validate.Example{
		{Spec: `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
			`"DefaultTargetCapacityType":"reserved-capacity"},` +
			`"ReservedCapacityOptions":{"ReservationTypes":["capacity-block",` +
			`"interruptible-capacity-reservation"]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
				`"DefaultTargetCapacityType":"reserved-capacity"},` +
				`"ReservedCapacityOptions":{"ReservationTypes":["capacity-block","capacity-block"]}}`,
			At: "ReservedCapacityOptions.ReservationTypes[1]",
		},
	},
}

var fleetReservationTypesValues = &validate.Rule{
	ID:      "fleet-reservation-types-values",
	Summary: "ReservationTypes must be kinds of Capacity Reservations that EC2 Fleet knows",
	Source:  validate.Source{Shape: "ReservedCapacityOptionsRequest", Member: "ReservationTypes"},
	Code:    "InvalidParameter",
	Since:   validate.Autumn2026,
	On:      on,
	Members: []string{"ReservedCapacityOptions.ReservationTypes"},
	Values:  reservationTypes,
	Good: []validate.Example{
		{Spec: `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
			`"DefaultTargetCapacityType":"reserved-capacity"},` +
			`"ReservedCapacityOptions":{"ReservationTypes":["on-demand-capacity-reservation"]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
				`"DefaultTargetCapacityType":"reserved-capacity"},` +
				`"ReservedCapacityOptions":{"ReservationTypes":["on-demand"]}}`,
			At: "ReservedCapacityOptions.ReservationTypes[0]",
		},
	},
}
