package market

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// spot reports whether the request is for Spot Instances. Options without the
// market type are not enough: what EC2 makes of them is not documented.
func spot(in *ec2.RunInstancesInput) bool {
	return in.InstanceMarketOptions != nil && in.InstanceMarketOptions.MarketType == types.MarketTypeSpot
}

// oneTime reports whether a Spot request is a one-time one, which is the
// default where no launch template may say otherwise.
func oneTime(p *validate.Pass) bool {
	t := p.Input.InstanceMarketOptions.SpotOptions.SpotInstanceType
	return t == types.SpotInstanceTypeOneTime || t == "" && !p.Templated()
}

// hibernates reports whether hibernation is configured. Rules on that member
// judge the Spot options then.
func hibernates(in *ec2.RunInstancesInput) bool {
	h := in.HibernationOptions
	return h != nil && h.Configured != nil && *h.Configured
}

var spotTypeValues = &validate.Rule{
	ID:        "spot-type-values",
	Summary:   "SpotInstanceType must be one-time or persistent",
	Source:    validate.Source{Shape: "SpotMarketOptions", Member: "SpotInstanceType"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Inferred,
	Members:   []string{"InstanceMarketOptions.SpotOptions.SpotInstanceType"},
	Values:    spotTypes,
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
	Reading:  "no sentence forbids the pair; empty options are not sent",
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
				"must not be given with MarketType %s; drop the options or set MarketType to spot", t)
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
	ID:        "spot-valid-until-conflict",
	Summary:   "ValidUntil must be given for persistent Spot requests only",
	Source:    validate.Source{Shape: "SpotMarketOptions", Member: "ValidUntil"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Inferred,
	Members: []string{
		"InstanceMarketOptions.SpotOptions.ValidUntil", "InstanceMarketOptions.SpotOptions.SpotInstanceType",
		"InstanceMarketOptions.MarketType",
	},
	When: []string{"InstanceMarketOptions.SpotOptions.ValidUntil", "InstanceMarketOptions.MarketType"},
	Check: func(p *validate.Pass) {
		if spot(p.Input) && oneTime(p) {
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

var spotBlockDurationRetired = &validate.Rule{
	ID:        "spot-block-duration-retired",
	Summary:   "BlockDurationMinutes must not be used: Spot Instances with a defined duration are no longer supported",
	Reading:   "the reference says deprecated, the guide no longer supported",
	Source:    validate.Source{Shape: "SpotMarketOptions", Member: "BlockDurationMinutes", Guide: "spot-requests"},
	Code:      "UnsupportedOperation",
	CodeBasis: validate.Inferred,
	Members:   []string{"InstanceMarketOptions.SpotOptions.BlockDurationMinutes"},
	When:      []string{"InstanceMarketOptions.SpotOptions.BlockDurationMinutes"},
	Check: func(p *validate.Pass) {
		p.Reportf("InstanceMarketOptions.SpotOptions.BlockDurationMinutes", "must be dropped: Spot Instances with a defined duration are no longer supported")
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"BlockDurationMinutes":60}}}`, At: "InstanceMarketOptions.SpotOptions.BlockDurationMinutes"},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"BlockDurationMinutes":0}}}`, At: "InstanceMarketOptions.SpotOptions.BlockDurationMinutes"},
	},
}
