package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// reservation is what the account says of the reservation that the request
// names, nil where that is not known.
func reservation(p *validate.Pass) *types.CapacityReservation {
	found, _ := validate.CapacityReservation.Of(p, *p.Input.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId)
	return found
}

const reservationID = "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"

var capacityReservationUnknown = &validate.Rule{
	ID:        "capacity-reservation-unknown",
	Summary:   "the Capacity Reservation must exist, and not have ended",
	Source:    validate.Source{Shape: "CapacityReservationTarget", Member: "CapacityReservationId"},
	Code:      "InvalidCapacityReservationId.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Asks:      []validate.Asked{validate.CapacityReservation},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		found, known := validate.CapacityReservation.Of(p, *p.Input.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId)
		switch {
		case known && found == nil:
			p.Reportf(reservationID, "must exist: the account has no such reservation in this Region")
		case found != nil && (found.State == types.CapacityReservationStateExpired || found.State == types.CapacityReservationStateCancelled || found.State == types.CapacityReservationStateFailed):
			p.Reportf(reservationID, "must be active, and is %s", found.State)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"State":"active"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":null}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"State":"expired"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationTypeConflict = &validate.Rule{
	ID:        "capacity-reservation-type-conflict",
	Summary:   "the Capacity Reservation must be for the instance type",
	Source:    validate.Source{Shape: "CapacityReservation", Member: "InstanceType"},
	Code:      "ReservationCapacityExceeded",
	CodeBasis: validate.Documented,
	Given:     []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Reads:     []string{"InstanceType"},
	Asks:      []validate.Asked{validate.CapacityReservation},
	Check: func(p *validate.Pass) {
		found := reservation(p)
		if found != nil && found.InstanceType != nil && p.Input.InstanceType != "" && *found.InstanceType != string(p.Input.InstanceType) {
			p.Conflictf(reservationID, []string{"InstanceType"}, "must be a reservation for the type: this one is for %s", *found.InstanceType)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"InstanceType":"m6i.large"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"InstanceType":"m6i.xlarge"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationLimit = &validate.Rule{
	ID:        "capacity-reservation-limit",
	Summary:   "the Capacity Reservation should have room for the instances that must launch",
	Source:    validate.Source{Shape: "CapacityReservation", Member: "AvailableInstanceCount"},
	Severity:  validate.SeverityWarning,
	Code:      "ReservationCapacityExceeded",
	CodeBasis: validate.Documented,
	Given:     []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Reads:     []string{"MinCount"},
	Asks:      []validate.Asked{validate.CapacityReservation},
	Age:       validate.Moving,
	Check: func(p *validate.Pass) {
		found := reservation(p)
		if found != nil && found.AvailableInstanceCount != nil && p.Input.MinCount != nil && *found.AvailableInstanceCount < *p.Input.MinCount {
			p.Conflictf(reservationID, []string{"MinCount"}, "should have room for MinCount instances, and has for %d", *found.AvailableInstanceCount)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"AvailableInstanceCount":1}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}},` +
				`"MinCount":3,"MaxCount":3}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"AvailableInstanceCount":2}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationMarketConflict = &validate.Rule{
	ID: "capacity-reservation-market-conflict",
	Summary: "a Capacity Block must be launched into with the market type capacity-block, and nothing " +
		"else with it",
	Source: validate.Source{Shape: "CapacityReservation", Member: "ReservationType"},
	Code:   "InvalidParameterValue",
	Given:  []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Reads:  []string{"InstanceMarketOptions.MarketType"},
	Asks:   []validate.Asked{validate.CapacityReservation},
	Check: func(p *validate.Pass) {
		found := reservation(p)
		if found == nil || found.ReservationType == "" {
			return
		}
		market := types.MarketType("")
		if m := p.Input.InstanceMarketOptions; m != nil {
			market = m.MarketType
		}
		isBlock := found.ReservationType == types.CapacityReservationTypeCapacityBlock
		if isBlock != (market == types.MarketTypeCapacityBlock) {
			p.Conflictf(reservationID, []string{"InstanceMarketOptions.MarketType"},
				"must go with the market type capacity-block if it is a Capacity Block, and only then")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"ReservationType":"default"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"ReservationType":"capacity-block"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationIDFormat = &validate.Rule{
	ID:        "capacity-reservation-id-format",
	Summary:   "CapacityReservationId must be cr- and 8 or 17 lower-case hexadecimal digits",
	Source:    validate.Source{Shape: "CapacityReservationTarget", Member: "CapacityReservationId"},
	Code:      "InvalidCapacityReservationId.Malformed",
	CodeBasis: validate.Documented,
	Members:   []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Tag:       "ec2id=cr",
	Good: []validate.Example{
		{Spec: `{` + target + `}`},
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationTarget":` +
				`{"CapacityReservationId":"cr-a1234567"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationTarget":` +
				`{"CapacityReservationId":"cr-12"}}}`,
			At: "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationTarget":` +
				`{"CapacityReservationId":"r-0123456789abcdef0"}}}`,
			At: "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}
