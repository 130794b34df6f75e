package rules

import (
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/validate"
)

var spotValidUntilConflict = &validate.Rule{
	ID:      "spot-valid-until-conflict",
	Summary: "ValidUntil must be given for persistent Spot requests only",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "ValidUntil"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"InstanceMarketOptions.SpotOptions.ValidUntil"},
	When:    []string{"InstanceMarketOptions.MarketType"},
	Reads:   []string{"InstanceMarketOptions.SpotOptions.SpotInstanceType"},
	Check: func(p *validate.Pass) {
		if requested.Spot(p.Input) && oneTime(p) {
			p.Conflictf("InstanceMarketOptions.SpotOptions.ValidUntil",
				[]string{"InstanceMarketOptions.SpotOptions.SpotInstanceType"},
				"must not be given for a one-time request; drop it or set SpotInstanceType to persistent")
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop",` +
				`"ValidUntil":"2035-01-01T00:00:00Z"}}}`,
		},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},` +
				`"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"ValidUntil":"2035-01-01T00:00:00Z"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"one-time","ValidUntil":"2035-01-01T00:00:00Z"}}}`,
			At: "InstanceMarketOptions.SpotOptions.ValidUntil",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"ValidUntil":"2035-01-01T00:00:00Z"}}}`,
			At: "InstanceMarketOptions.SpotOptions.ValidUntil",
		},
	},
}

var spotValidUntilFormat = &validate.Rule{
	ID:      "spot-valid-until-format",
	Summary: "ValidUntil must be a date with a year from 2023 to 9999",
	Reading: "A date that has passed is refused, and no rule looks at the clock, so what passed before the oldest " +
		"edition is refused here.",
	Source: validate.Source{Shape: "SpotMarketOptions", Member: "ValidUntil"},
	Code:   "InvalidParameterValue",
	Given:  []string{"InstanceMarketOptions.SpotOptions.ValidUntil"},
	Check: func(p *validate.Pass) {
		if !format.ToCome(*p.Input.InstanceMarketOptions.SpotOptions.ValidUntil) {
			p.Reportf("InstanceMarketOptions.SpotOptions.ValidUntil",
				"must be a time to come, of a year up to 9999; for a request without end, leave it out")
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop",` +
				`"ValidUntil":"9999-12-31T23:59:59Z"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop",` +
				`"ValidUntil":"0001-01-01T00:00:00Z"}}}`,
			At: "InstanceMarketOptions.SpotOptions.ValidUntil",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop",` +
				`"ValidUntil":"2001-01-01T00:00:00Z"}}}`,
			At: "InstanceMarketOptions.SpotOptions.ValidUntil",
		},
	},
}
