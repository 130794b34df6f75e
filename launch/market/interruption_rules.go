package market

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var spotInterruptionValues = &validate.Rule{
	ID:      "spot-interruption-values",
	Summary: "InstanceInterruptionBehavior must be hibernate, stop or terminate",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "InstanceInterruptionBehavior"},
	Code:    "InvalidParameterValue",
	Members: []string{interruptionPath},
	Values:  interruptions,
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"InstanceInterruptionBehavior":"terminate"}}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"pause"}}}`, At: interruptionPath},
	},
}

var spotInterruptionRequired = &validate.Rule{
	ID:      "spot-interruption-required",
	Summary: "a persistent Spot request must state the interruption behaviour stop or hibernate",
	Reading: "The default, terminate, is refused when left out too; where hibernation is configured it is hibernate.",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "SpotInstanceType"},
	Code:    "InvalidParameterCombination",
	Members: []string{interruptionPath, spotTypePath, marketTypePath, "HibernationOptions.Configured"},
	When:    []string{spotTypePath, marketTypePath},
	Check: func(p *validate.Pass) {
		o := p.Input.InstanceMarketOptions.SpotOptions
		if !spot(p.Input) || o.SpotInstanceType != types.SpotInstanceTypePersistent || hibernates(p.Input) {
			return
		}
		b := o.InstanceInterruptionBehavior
		if b == types.InstanceInterruptionBehaviorTerminate || b == "" && !p.Templated() {
			p.Conflictf(interruptionPath, []string{spotTypePath}, "must be stop or hibernate for a persistent request; else set SpotInstanceType to one-time")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop"}}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"hibernate"}}}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent"}}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"terminate"}}}`, At: interruptionPath},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent"}}}`, At: interruptionPath},
	},
}

var spotInterruptionConflict = &validate.Rule{
	ID:        "spot-interruption-conflict",
	Summary:   "the interruption behaviour stop or hibernate needs a persistent Spot request",
	Reading:   "One-time is the default request type.",
	Source:    validate.Source{Guide: "interruption-behavior"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Members:   []string{interruptionPath, spotTypePath, marketTypePath, "HibernationOptions.Configured"},
	When:      []string{interruptionPath, marketTypePath},
	Check: func(p *validate.Pass) {
		if !spot(p.Input) || !oneTime(p) || hibernates(p.Input) {
			return
		}
		switch b := p.Input.InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior; b {
		case types.InstanceInterruptionBehaviorStop, types.InstanceInterruptionBehaviorHibernate:
			p.Conflictf(interruptionPath, []string{spotTypePath}, "must be terminate for a one-time request; for %s, set SpotInstanceType to persistent", b)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"one-time","InstanceInterruptionBehavior":"terminate"}}}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"InstanceInterruptionBehavior":"stop"}}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"one-time","InstanceInterruptionBehavior":"stop"}}}`, At: interruptionPath},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"InstanceInterruptionBehavior":"hibernate"}}}`, At: interruptionPath},
	},
}
