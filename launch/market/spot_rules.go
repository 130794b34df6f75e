package market

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/asks"
	"github.com/ec2launch/ec2launch/validate"
)

// oneTime reports whether a Spot request is a one-time one, which is the
// default where no launch template may say otherwise.
func oneTime(p *validate.Pass) bool {
	t := p.Input.InstanceMarketOptions.SpotOptions.SpotInstanceType
	return t == types.SpotInstanceTypeOneTime || t == "" && !p.Templated()
}

// hibernates reports whether hibernation is configured. Rules on that member
// judge the Spot options then.
func hibernates(in *ec2.RunInstancesInput) bool {
	return in.HibernationOptions != nil && aws.ToBool(in.HibernationOptions.Configured)
}

var spotTypeValues = &validate.Rule{
	ID:      "spot-type-values",
	Summary: "SpotInstanceType must be one-time or persistent",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "SpotInstanceType"},
	Code:    "InvalidParameterValue",
	Members: []string{"InstanceMarketOptions.SpotOptions.SpotInstanceType"},
	Values:  spotTypes,
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"one-time"}}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop"}}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"fleet"}}}`, At: "InstanceMarketOptions.SpotOptions.SpotInstanceType"},
	},
}

var spotOptionsConflict = &validate.Rule{
	ID:       "spot-options-conflict",
	Summary:  "SpotOptions should not be given with a market type other than spot",
	Reading:  "No sentence forbids the pair; empty options are not sent.",
	Source:   validate.Source{Shape: "InstanceMarketOptionsRequest", Member: "SpotOptions"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Members:  []string{"InstanceMarketOptions.SpotOptions", "InstanceMarketOptions.MarketType"},
	When:     []string{"InstanceMarketOptions.SpotOptions", "InstanceMarketOptions.MarketType"},
	Check: func(p *validate.Pass) {
		m := p.Input.InstanceMarketOptions
		if *m.SpotOptions == (types.SpotMarketOptions{}) {
			return
		}
		switch t := m.MarketType; t {
		case types.MarketTypeCapacityBlock, types.MarketTypeInterruptibleCapacityReservation, types.MarketTypeOnDemand:
			p.Conflictf("InstanceMarketOptions.SpotOptions", []string{"InstanceMarketOptions.MarketType"},
				"should not be given with MarketType %s; drop the options or set MarketType to spot", t)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"one-time"}}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"on-demand"}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"on-demand","SpotOptions":{}}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"on-demand","SpotOptions":{"SpotInstanceType":"one-time"}}}`, At: "InstanceMarketOptions.SpotOptions"},
		{Spec: `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block","SpotOptions":{"MaxPrice":"1"}},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`, At: "InstanceMarketOptions.SpotOptions"},
	},
}

var spotValidUntilConflict = &validate.Rule{
	ID:      "spot-valid-until-conflict",
	Summary: "ValidUntil must be given for persistent Spot requests only",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "ValidUntil"},
	Code:    "InvalidParameterCombination",
	Members: []string{
		"InstanceMarketOptions.SpotOptions.ValidUntil", "InstanceMarketOptions.SpotOptions.SpotInstanceType",
		"InstanceMarketOptions.MarketType",
	},
	When: []string{"InstanceMarketOptions.SpotOptions.ValidUntil", "InstanceMarketOptions.MarketType"},
	Check: func(p *validate.Pass) {
		if asks.Spot(p.Input) && oneTime(p) {
			p.Conflictf("InstanceMarketOptions.SpotOptions.ValidUntil", []string{"InstanceMarketOptions.SpotOptions.SpotInstanceType"},
				"must not be given for a one-time request; drop it or set SpotInstanceType to persistent")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop","ValidUntil":"2035-01-01T00:00:00Z"}}}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"ValidUntil":"2035-01-01T00:00:00Z"}}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"one-time","ValidUntil":"2035-01-01T00:00:00Z"}}}`, At: "InstanceMarketOptions.SpotOptions.ValidUntil"},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"ValidUntil":"2035-01-01T00:00:00Z"}}}`, At: "InstanceMarketOptions.SpotOptions.ValidUntil"},
	},
}

var spotValidUntilFormat = &validate.Rule{
	ID:      "spot-valid-until-format",
	Summary: "ValidUntil must be a date with a year of four digits, and not Go's zero time",
	Reading: "A date that has passed is refused, too, but no rule looks at the clock.",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "ValidUntil"},
	Code:    "InvalidParameterValue",
	Members: []string{"InstanceMarketOptions.SpotOptions.ValidUntil"},
	When:    []string{"InstanceMarketOptions.SpotOptions.ValidUntil"},
	Check: func(p *validate.Pass) {
		until := p.Input.InstanceMarketOptions.SpotOptions.ValidUntil.UTC()
		if year := until.Year(); until.IsZero() || year < 0 || year > 9999 {
			p.Reportf("InstanceMarketOptions.SpotOptions.ValidUntil", "must be a time to come, of a year up to 9999; for a request without end, leave it out")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop","ValidUntil":"9999-12-31T23:59:59Z"}}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop","ValidUntil":"0001-01-01T00:00:00Z"}}}`, At: "InstanceMarketOptions.SpotOptions.ValidUntil"},
	},
}

var spotBlockDurationRetired = &validate.Rule{
	ID:      "spot-block-duration-retired",
	Summary: "BlockDurationMinutes must not be used: Spot Instances with a defined duration are no longer supported",
	Reading: "The reference says deprecated, and the User Guide no longer supported.",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "BlockDurationMinutes", Guide: "spot-requests"},
	Code:    "UnsupportedOperation",
	Members: []string{"InstanceMarketOptions.SpotOptions.BlockDurationMinutes"},
	When:    []string{"InstanceMarketOptions.SpotOptions.BlockDurationMinutes"},
	Check: func(p *validate.Pass) {
		p.Reportf("InstanceMarketOptions.SpotOptions.BlockDurationMinutes",
			"must be dropped: Spot Instances with a defined duration are no longer supported")
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"BlockDurationMinutes":60}}}`, At: "InstanceMarketOptions.SpotOptions.BlockDurationMinutes"},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"BlockDurationMinutes":0}}}`, At: "InstanceMarketOptions.SpotOptions.BlockDurationMinutes"},
	},
}
