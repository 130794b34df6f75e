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
	ID:      "spot-type-values",
	Summary: "SpotInstanceType must be one-time or persistent",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "SpotInstanceType"},
	Code:    "InvalidParameterValue",
	Members: []string{spotTypePath},
	Values:  spotTypes,
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"one-time"}}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop"}}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"fleet"}}}`, At: spotTypePath},
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
	Members:  []string{spotOptionsPath, marketTypePath},
	When:     []string{spotOptionsPath, marketTypePath},
	Check: func(p *validate.Pass) {
		m := p.Input.InstanceMarketOptions
		if *m.SpotOptions == (types.SpotMarketOptions{}) {
			return
		}
		switch t := m.MarketType; t {
		case types.MarketTypeCapacityBlock, types.MarketTypeInterruptibleCapacityReservation, types.MarketTypeOnDemand:
			p.Conflictf(spotOptionsPath, []string{marketTypePath}, "must not be given with MarketType %s; drop the options or set MarketType to spot", t)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"one-time"}}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"on-demand"}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"on-demand","SpotOptions":{}}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"on-demand","SpotOptions":{"SpotInstanceType":"one-time"}}}`, At: spotOptionsPath},
		{Spec: `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block","SpotOptions":{"MaxPrice":"1"}},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`, At: spotOptionsPath},
	},
}

var spotValidUntilConflict = &validate.Rule{
	ID:      "spot-valid-until-conflict",
	Summary: "ValidUntil must be given for persistent Spot requests only",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "ValidUntil"},
	Code:    "InvalidParameterCombination",
	Members: []string{validUntilPath, spotTypePath, marketTypePath},
	When:    []string{validUntilPath, marketTypePath},
	Check: func(p *validate.Pass) {
		if spot(p.Input) && oneTime(p) {
			p.Conflictf(validUntilPath, []string{spotTypePath}, "must not be given for a one-time request; drop it or set SpotInstanceType to persistent")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop","ValidUntil":"2035-01-01T00:00:00Z"}}}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"ValidUntil":"2035-01-01T00:00:00Z"}}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"one-time","ValidUntil":"2035-01-01T00:00:00Z"}}}`, At: validUntilPath},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"ValidUntil":"2035-01-01T00:00:00Z"}}}`, At: validUntilPath},
	},
}

var spotBlockDurationRetired = &validate.Rule{
	ID:      "spot-block-duration-retired",
	Summary: "BlockDurationMinutes must not be used: Spot Instances with a defined duration are no longer supported",
	Reading: "The reference says deprecated, the guide no longer supported.",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "BlockDurationMinutes", Guide: "spot-requests"},
	Code:    "UnsupportedOperation",
	Members: []string{blockDurationPath},
	When:    []string{blockDurationPath},
	Check: func(p *validate.Pass) {
		p.Reportf(blockDurationPath, "must be dropped: Spot Instances with a defined duration are no longer supported")
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"BlockDurationMinutes":60}}}`, At: blockDurationPath},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"BlockDurationMinutes":0}}}`, At: blockDurationPath},
	},
}
