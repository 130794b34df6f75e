package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/validate"
)

var placementGroupReservationConflict = &validate.Rule{
	ID:       "placement-group-reservation-conflict",
	Summary:  "a Capacity Reservation should be targeted from a cluster placement group, or from none",
	Source:   validate.Source{Guide: "cr-cpg"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"Placement.GroupName", "Placement.GroupId"},
	When:     []string{"CapacityReservationSpecification.CapacityReservationTarget"},
	Asks:     []validate.Asked{validate.PlacementGroup},
	Age:      validate.Edited,
	Check: func(p *validate.Pass) {
		found, _, member := groupOf(p)
		if found != nil && (found.Strategy == types.PlacementStrategySpread || found.Strategy == types.PlacementStrategyPartition) {
			p.Conflictf(member, []string{"CapacityReservationSpecification.CapacityReservationTarget"},
				"should be a cluster group, or none: its strategy is %s, and a Capacity Reservation is targeted", found.Strategy)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}},"Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{"Strategy":"cluster"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}},"Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{"Strategy":"spread"}}}`,
			At:      "Placement.GroupName",
		},
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}},"Placement":{"GroupId":"pg-0123456789abcdef0"}}`,
			Account: `{"PlacementGroup":{"pg-0123456789abcdef0":{"Strategy":"partition"}}}`,
			At:      "Placement.GroupId",
		},
	},
}
