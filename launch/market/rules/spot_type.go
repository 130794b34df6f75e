package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var spotTypeValues = &validate.Rule{
	ID:      "spot-type-values",
	Summary: "SpotInstanceType must be one-time or persistent",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "SpotInstanceType"},
	Code:    "InvalidParameterValue",
	Members: []string{"InstanceMarketOptions.SpotOptions.SpotInstanceType"},
	Values:  spotTypes,
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"one-time"}}}`},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"fleet"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.SpotInstanceType",
		},
	},
}
