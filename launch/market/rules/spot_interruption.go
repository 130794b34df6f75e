package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/validate"
)

var spotInterruptionValues = &validate.Rule{
	ID:      "spot-interruption-values",
	Summary: "InstanceInterruptionBehavior must be hibernate, stop or terminate",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "InstanceInterruptionBehavior"},
	Code:    "InvalidParameterValue",
	Members: []string{"InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior"},
	Values:  interruptions,
	Good: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"InstanceInterruptionBehavior":"terminate"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"pause"}}}`,
			At: "InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
		},
	},
}

var spotInterruptionRequired = &validate.Rule{
	ID:      "spot-interruption-required",
	Summary: "InstanceInterruptionBehavior must be stop or hibernate for a persistent Spot request",
	Reading: "Left out, it is terminate, which EC2 refuses as well; where hibernation is configured, it is hibernate.",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "SpotInstanceType"},
	Code:    "InvalidParameterCombination",
	Members: []string{"InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior"},
	When:    []string{"InstanceMarketOptions.SpotOptions.SpotInstanceType", "InstanceMarketOptions.MarketType"},
	Reads:   []string{"HibernationOptions.Configured"},
	Check: func(p *validate.Pass) {
		o := p.Input.InstanceMarketOptions.SpotOptions
		if !requested.Spot(p.Input) || o.SpotInstanceType != types.SpotInstanceTypePersistent || hibernates(p.Input) {
			return
		}
		b := o.InstanceInterruptionBehavior
		if b == types.InstanceInterruptionBehaviorTerminate || b == "" && !p.Templated() {
			p.Conflictf("InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
				[]string{"InstanceMarketOptions.SpotOptions.SpotInstanceType"},
				"must be stop or hibernate for a persistent request; otherwise set SpotInstanceType to one-time")
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop"}}}`,
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"hibernate"}}}`,
		},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},` +
				`"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"terminate"}}}`,
			At: "InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
		},
	},
}

var spotInterruptionConflict = &validate.Rule{
	ID:        "spot-interruption-conflict",
	Summary:   "InstanceInterruptionBehavior must be stop or hibernate for persistent Spot requests only",
	Reading:   "One-time is the default request type.",
	Source:    validate.Source{Guide: "interruption-behavior"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Given:     []string{"InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior"},
	When:      []string{"InstanceMarketOptions.MarketType"},
	Reads:     []string{"InstanceMarketOptions.SpotOptions.SpotInstanceType", "HibernationOptions.Configured"},
	Check: func(p *validate.Pass) {
		if !requested.Spot(p.Input) || !oneTime(p) || hibernates(p.Input) {
			return
		}
		switch b := p.Input.InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior; b {
		case types.InstanceInterruptionBehaviorStop, types.InstanceInterruptionBehaviorHibernate:
			p.Conflictf("InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
				[]string{"InstanceMarketOptions.SpotOptions.SpotInstanceType"},
				"must be terminate for a one-time request; for %s, set SpotInstanceType to persistent", b)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"one-time","InstanceInterruptionBehavior":"terminate"}}}`,
		},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},` +
				`"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"InstanceInterruptionBehavior":"stop"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"one-time","InstanceInterruptionBehavior":"stop"}}}`,
			At: "InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"InstanceInterruptionBehavior":"hibernate"}}}`,
			At: "InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
		},
	},
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
	return in.HibernationOptions != nil && aws.ToBool(in.HibernationOptions.Configured)
}
