package market

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var marketTypeValues = &validate.Rule{
	ID:      "market-type-values",
	Summary: "MarketType must be one of the market types",
	Reading: "On-demand is a value, though no text says what it does in a launch.",
	Source:  validate.Source{Shape: "InstanceMarketOptionsRequest", Member: "MarketType"},
	Code:    "InvalidParameterValue",
	Members: []string{marketTypePath},
	Values:  marketTypes,
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"on-demand"}}`, In: validate.Autumn2026},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"reserved"}}`, At: marketTypePath},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"Spot"}}`, At: marketTypePath},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"on-demand"}}`, At: marketTypePath, In: validate.Spring2023},
	},
}

var marketTypeRequired = &validate.Rule{
	ID:       "market-type-required",
	Summary:  "SpotOptions should come with the market type spot",
	Reading:  "The documentation does not say whether the market type defaults to spot then.",
	Source:   validate.Source{Shape: "InstanceMarketOptionsRequest", Member: "SpotOptions"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Members:  []string{marketTypePath, spotOptionsPath},
	When:     []string{spotOptionsPath},
	Check: func(p *validate.Pass) {
		if p.Input.InstanceMarketOptions.MarketType == "" && !p.Templated() {
			p.Reportf(marketTypePath, "must be spot for SpotOptions to take effect")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"one-time"}}}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"InstanceMarketOptions":{"SpotOptions":{"SpotInstanceType":"one-time"}}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"SpotOptions":{"SpotInstanceType":"one-time"}}}`, At: marketTypePath},
	},
}

var marketTargetRequired = &validate.Rule{
	ID:      "market-target-required",
	Summary: "a launch into a Capacity Block or an interruptible Capacity Reservation must name it",
	Reading: "The Capacity Block of UltraServers is named by its resource group.",
	Source:  validate.Source{Guide: "capacity-blocks-launch"},
	Code:    "MissingParameter",
	Since:   validate.Autumn2026,
	Members: []string{targetPath, marketTypePath, targetIDPath, targetGroupPath},
	When:    []string{marketTypePath},
	Check: func(p *validate.Pass) {
		if needsTarget(p.Input) && !targeted(p.Input) && !p.Templated() {
			p.Reportf(targetPath, "must name the reservation that MarketType %s launches into; set CapacityReservationId", p.Input.InstanceMarketOptions.MarketType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`},
		{Spec: `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationResourceGroupArn":"arn:aws:resource-groups:us-west-2:111122223333:group/block"}}}`},
		{Spec: `{"InstanceType":"p5.48xlarge","LaunchTemplate":{"LaunchTemplateName":"web"},"InstanceMarketOptions":{"MarketType":"capacity-block"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block"}}`, At: targetPath},
		{Spec: `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block"},"CapacityReservationSpecification":{"CapacityReservationTarget":{}}}`, At: targetPath},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"interruptible-capacity-reservation"}}`, At: targetPath},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"interruptible-capacity-reservation"},"CapacityReservationSpecification":{"CapacityReservationTarget":{}}}`, At: targetPath},
	},
}

var interruptibleGroupConflict = &validate.Rule{
	ID:       "interruptible-group-conflict",
	Summary:  "an interruptible Capacity Reservation should be named by its ID: it cannot be in a group",
	Source:   validate.Source{Guide: "interruptible-capacity-reservations"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Members:  []string{targetGroupPath, targetIDPath, marketTypePath},
	When:     []string{targetGroupPath, marketTypePath},
	Check: func(p *validate.Pass) {
		byID := p.Input.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId != nil
		if t := p.Input.InstanceMarketOptions.MarketType; t == types.MarketTypeInterruptibleCapacityReservation && !byID {
			p.Conflictf(targetGroupPath, []string{marketTypePath}, "must not be given with MarketType %s; name the reservation in CapacityReservationId", t)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"interruptible-capacity-reservation"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"interruptible-capacity-reservation"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationResourceGroupArn":"arn:aws:resource-groups:us-west-2:111122223333:group/spare"}}}`,
			At:   targetGroupPath,
		},
	},
}
