package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/validate"
)

var hibernationSpotUnsupported = &validate.Rule{
	ID: "hibernation-spot-unsupported",
	Summary: "HibernationOptions must not be given for Spot Instances, which hibernate by their interruption " +
		"behaviour",
	Source: validate.Source{Guide: "hibernating-prerequisites"},
	Code:   "UnsupportedHibernationConfiguration",
	Until:  validate.Spring2023,
	Given:  []string{"HibernationOptions.Configured"},
	When:   []string{"InstanceMarketOptions.MarketType"},
	Check: func(p *validate.Pass) {
		if *p.Input.HibernationOptions.Configured && requested.Spot(p.Input) {
			p.Conflictf("HibernationOptions.Configured", []string{"InstanceMarketOptions.MarketType"},
				"must not be true with MarketType spot; set InstanceInterruptionBehavior to hibernate instead")
		}
	},
	Good: []validate.Example{
		{Spec: `{"HibernationOptions":{"Configured":true}}`},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"hibernate"}}}`,
		},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"HibernationOptions":{"Configured":false}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"hibernate"}},` +
				`"HibernationOptions":{"Configured":true}}`,
			At: "HibernationOptions.Configured",
		},
	},
}

var hibernationSpotRequired = &validate.Rule{
	ID:      "hibernation-spot-required",
	Summary: "SpotInstanceType must be persistent for a Spot Instance that is configured for hibernation",
	Reading: "One-time is the default request type.",
	Source:  validate.Source{Guide: "hibernating-prerequisites"},
	Code:    "UnsupportedHibernationConfiguration",
	Since:   validate.Autumn2026,
	Members: []string{"InstanceMarketOptions.SpotOptions.SpotInstanceType"},
	When:    []string{"HibernationOptions.Configured", "InstanceMarketOptions.MarketType"},
	Check: func(p *validate.Pass) {
		if !*p.Input.HibernationOptions.Configured || !requested.Spot(p.Input) {
			return
		}
		var kind types.SpotInstanceType
		if o := p.Input.InstanceMarketOptions.SpotOptions; o != nil {
			kind = o.SpotInstanceType
		}
		if kind == types.SpotInstanceTypeOneTime || kind == "" && !p.Templated() {
			p.Conflictf("InstanceMarketOptions.SpotOptions.SpotInstanceType",
				[]string{"HibernationOptions.Configured"},
				"must be persistent with HibernationOptions.Configured")
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent"}},` +
				`"HibernationOptions":{"Configured":true}}`,
		},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"HibernationOptions":{"Configured":false}}`},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"InstanceMarketOptions":{"MarketType":"spot"},` +
				`"HibernationOptions":{"Configured":true}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"one-time"}},` +
				`"HibernationOptions":{"Configured":true}}`,
			At: "InstanceMarketOptions.SpotOptions.SpotInstanceType",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"HibernationOptions":{"Configured":true}}`,
			At:   "InstanceMarketOptions.SpotOptions.SpotInstanceType",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"one-time","InstanceInterruptionBehavior":"hibernate"}},` +
				`"HibernationOptions":{"Configured":true}}`,
			At: "InstanceMarketOptions.SpotOptions.SpotInstanceType",
		},
	},
}
