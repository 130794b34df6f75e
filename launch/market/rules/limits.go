package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var spotMaxPriceMin = &validate.Limit{
	ID:      "spot-max-price-min",
	Summary: "lowest MaxPrice of a Spot request, in thousandths of a US dollar an hour",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "MaxPrice"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 1}},
}

var marketTypes = &validate.Values{
	ID:      "market-type",
	Summary: "market types",
	Source:  validate.Source{Shape: "InstanceMarketOptionsRequest", Member: "MarketType"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"spot"}},
		{
			Since:  validate.Autumn2026,
			Values: []string{"spot", "capacity-block", "interruptible-capacity-reservation", "on-demand"},
		},
	},
}

var spotTypes = &validate.Values{
	ID:      "spot-type",
	Summary: "types of Spot requests",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "SpotInstanceType"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"one-time", "persistent"}},
	},
}

var interruptions = &validate.Values{
	ID:      "spot-interruption",
	Summary: "what happens to interrupted Spot Instances",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "InstanceInterruptionBehavior"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"hibernate", "stop", "terminate"}},
	},
}

var preferences = &validate.Values{
	ID:      "capacity-preference",
	Summary: "preferences for Capacity Reservations",
	Source:  validate.Source{Shape: "CapacityReservationSpecification", Member: "CapacityReservationPreference"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"open", "none"}},
		{Since: validate.Autumn2026, Values: []string{"open", "none", "capacity-reservations-only"}},
	},
}
