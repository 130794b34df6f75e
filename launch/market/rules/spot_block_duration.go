package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var spotBlockDurationRetired = &validate.Rule{
	ID:      "spot-block-duration-retired",
	Summary: "BlockDurationMinutes must not be used: Spot Instances with a defined duration are no longer supported",
	Reading: "The reference says deprecated, and the User Guide no longer supported.",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "BlockDurationMinutes", Guide: "spot-requests"},
	Code:    "UnsupportedOperation",
	Given:   []string{"InstanceMarketOptions.SpotOptions.BlockDurationMinutes"},
	Check: func(p *validate.Pass) {
		p.Reportf("InstanceMarketOptions.SpotOptions.BlockDurationMinutes",
			"must be dropped: Spot Instances with a defined duration are no longer supported")
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"BlockDurationMinutes":60}}}`,
			At:   "InstanceMarketOptions.SpotOptions.BlockDurationMinutes",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"BlockDurationMinutes":0}}}`,
			At:   "InstanceMarketOptions.SpotOptions.BlockDurationMinutes",
		},
	},
}
