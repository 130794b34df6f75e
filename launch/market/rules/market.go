package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var marketTypeValues = &validate.Rule{
	ID:      "market-type-values",
	Summary: "MarketType must be one of the market types that the edition lists",
	Reading: "On-demand is a value, though no text says what it does in a launch.",
	Source:  validate.Source{Shape: "InstanceMarketOptionsRequest", Member: "MarketType"},
	Code:    "InvalidParameterValue",
	Members: []string{"InstanceMarketOptions.MarketType"},
	Values:  marketTypes,
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"on-demand"}}`, Since: validate.Autumn2026},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"reserved"}}`, At: "InstanceMarketOptions.MarketType"},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"Spot"}}`, At: "InstanceMarketOptions.MarketType"},
		{
			Spec:  `{"InstanceMarketOptions":{"MarketType":"on-demand"}}`,
			At:    "InstanceMarketOptions.MarketType",
			Until: validate.Spring2023,
		},
	},
}

var marketTypeRequired = &validate.Rule{
	ID:      "market-type-required",
	Summary: "MarketType must be given with SpotOptions",
	Reading: "The documentation does not say whether the market type defaults to spot then; EC2 answers that it is " +
		"missing. Empty options are not sent.",
	Source:    validate.Source{Shape: "InstanceMarketOptionsRequest", Member: "SpotOptions"},
	Code:      "MissingParameter",
	CodeBasis: validate.Observed,
	Members:   []string{"InstanceMarketOptions.MarketType"},
	When:      []string{"InstanceMarketOptions.SpotOptions"},
	Reads: []string{
		"InstanceMarketOptions.SpotOptions.BlockDurationMinutes",
		"InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
		"InstanceMarketOptions.SpotOptions.MaxPrice",
		"InstanceMarketOptions.SpotOptions.SpotInstanceType",
		"InstanceMarketOptions.SpotOptions.ValidUntil",
	},
	Check: func(p *validate.Pass) {
		m := p.Input.InstanceMarketOptions
		if m.MarketType == "" && *m.SpotOptions != (types.SpotMarketOptions{}) && !p.Templated() {
			p.Reportf("InstanceMarketOptions.MarketType", "must be spot with SpotOptions")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"one-time"}}}`},
		{Spec: `{"InstanceMarketOptions":{"SpotOptions":{}}}`},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},` +
				`"InstanceMarketOptions":{"SpotOptions":{"SpotInstanceType":"one-time"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"SpotOptions":{"SpotInstanceType":"one-time"}}}`,
			At:   "InstanceMarketOptions.MarketType",
		},
	},
}

var marketTargetRequired = &validate.Rule{
	ID: "market-target-required",
	Summary: "CapacityReservationTarget must name the Capacity Block or interruptible reservation that MarketType " +
		"asks for",
	Reading: "The Capacity Block of UltraServers is named by its resource group.",
	Source:  validate.Source{Guide: "capacity-blocks-launch"},
	Code:    "MissingParameter",
	Since:   validate.Autumn2026,
	Members: []string{"CapacityReservationSpecification.CapacityReservationTarget"},
	When:    []string{"InstanceMarketOptions.MarketType"},
	Reads: []string{
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn",
	},
	Check: func(p *validate.Pass) {
		if needsTarget(p.Input) && !targeted(p.Input) && !p.Templated() {
			p.Reportf("CapacityReservationSpecification.CapacityReservationTarget",
				"must name the reservation that MarketType %s launches into; set "+
					"CapacityReservationId", p.Input.InstanceMarketOptions.MarketType)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block"},` + target +
				`}`,
		},
		{Spec: `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block"},` + group + `}`},
		{
			Spec: `{"InstanceType":"p5.48xlarge","LaunchTemplate":{"LaunchTemplateName":"web"},` +
				`"InstanceMarketOptions":{"MarketType":"capacity-block"}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block"}}`,
			At:   "CapacityReservationSpecification.CapacityReservationTarget",
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block"},` +
				`"CapacityReservationSpecification":{"CapacityReservationTarget":{}}}`,
			At: "CapacityReservationSpecification.CapacityReservationTarget",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"interruptible-capacity-reservation"}}`,
			At:   "CapacityReservationSpecification.CapacityReservationTarget",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"interruptible-capacity-reservation"},` +
				`"CapacityReservationSpecification":{"CapacityReservationTarget":{}}}`,
			At: "CapacityReservationSpecification.CapacityReservationTarget",
		},
	},
}

var marketCapacityBlockAdvice = &validate.Rule{
	ID:      "market-capacity-block-advice",
	Summary: "MarketType should be capacity-block where CapacityReservationId is that of a Capacity Block",
	Reading: "An ID does not tell a Capacity Block from another reservation, but the instance type may: it is one " +
		"that is sold in Capacity Blocks.",
	Source:    validate.Source{Guide: "capacity-blocks-launch"},
	Severity:  validate.SeverityAdvice,
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Since:     validate.Autumn2026,
	Members:   []string{"InstanceMarketOptions.MarketType"},
	When: []string{
		"InstanceType",
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
	},
	Facts: []instancetype.Fact{instancetype.FactUsageClasses},
	Check: func(p *validate.Pass) {
		if m := p.Input.InstanceMarketOptions; m != nil && m.MarketType != "" || p.Templated() {
			return
		}
		if p.InstanceType().UsageClass(types.UsageClassTypeCapacityBlock) == instancetype.Yes {
			p.Conflictf("InstanceMarketOptions.MarketType",
				[]string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
				"should be capacity-block if the reservation is a Capacity Block, as %s is sold in; "+
					"EC2 answers otherwise that the market type (purchasing) option is not "+
					"valid", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block"},` + target +
				`}`,
		},
		{Spec: `{"InstanceType":"p5.48xlarge","LaunchTemplate":{"LaunchTemplateName":"web"},` + target + `}`},
		{Spec: `{"InstanceType":"m5.large",` + target + `}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"p5.48xlarge",` + target + `}`, At: "InstanceMarketOptions.MarketType"},
	},
}
