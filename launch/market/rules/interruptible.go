package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var interruptibleGroupConflict = &validate.Rule{
	ID: "interruptible-group-conflict",
	Summary: "CapacityReservationResourceGroupArn should not name an interruptible Capacity Reservation, which no " +
		"group holds",
	Source:   validate.Source{Guide: "interruptible-capacity-reservations"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn"},
	When:     []string{"InstanceMarketOptions.MarketType"},
	Reads:    []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Check: func(p *validate.Pass) {
		byID := p.Input.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId != nil
		if t := p.Input.InstanceMarketOptions.MarketType; t == types.MarketTypeInterruptibleCapacityReservation &&
			!byID {
			p.Conflictf("CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn",
				[]string{"InstanceMarketOptions.MarketType"},
				"should not be given with MarketType %s; name the reservation in CapacityReservationId", t)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"interruptible-capacity-reservation"},` + target + `}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"interruptible-capacity-reservation"},` + group + `}`,
			At:   "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn",
		},
	},
}
