package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var spotFleetPriceFormat = &validate.Rule{
	ID:       "spot-fleet-price-format",
	Summary:  "a price should be above 0, as text",
	Reading:  "No page gives the form; it is that of other prices.",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "SpotPrice"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       onFleet,
	Given: []string{
		"SpotFleetRequestConfig.SpotPrice", "SpotFleetRequestConfig.SpotMaxTotalPrice",
		"SpotFleetRequestConfig.OnDemandMaxTotalPrice",
		"SpotFleetRequestConfig.LaunchSpecifications[].SpotPrice",
		"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].SpotPrice",
	},
	Check: func(p *validate.Pass) {
		c := config(p)
		report := func(price *string, path string, at ...int) {
			if price != nil && !format.Price(*price) {
				p.Reportf(p.At(path, at...), "should be a price above 0 in US dollars, as in 0.25")
			}
		}
		report(c.SpotPrice, "SpotFleetRequestConfig.SpotPrice")
		report(c.SpotMaxTotalPrice, "SpotFleetRequestConfig.SpotMaxTotalPrice")
		report(c.OnDemandMaxTotalPrice, "SpotFleetRequestConfig.OnDemandMaxTotalPrice")
		for i, s := range c.LaunchSpecifications {
			report(s.SpotPrice, "SpotFleetRequestConfig.LaunchSpecifications[].SpotPrice", i)
		}
		overrides(p, func(i, j int, o *types.LaunchTemplateOverrides) {
			report(o.SpotPrice, "SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].SpotPrice", i, j)
		})
	},
	Good: []validate.Example{
		{Spec: specified + `,"SpotPrice":"0.05","SpotMaxTotalPrice":"10"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"SpotPrice":"-1"}}`,
			At:   "SpotFleetRequestConfig.SpotPrice",
		},
		{
			Spec: specified + `,"SpotMaxTotalPrice":"$10"}}`,
			At:   "SpotFleetRequestConfig.SpotMaxTotalPrice",
		},
		{
			Spec: specified + `,"OnDemandMaxTotalPrice":"0"}}`,
			At:   "SpotFleetRequestConfig.OnDemandMaxTotalPrice",
		},
		{
			Spec: specifying + `"SpotPrice":"cheap"}]}}`,
			At:   "SpotFleetRequestConfig.LaunchSpecifications[0].SpotPrice",
		},
		{
			Spec: overriding + `{"SpotPrice":"x"}]}]}}`,
			At:   "SpotFleetRequestConfig.LaunchTemplateConfigs[0].Overrides[0].SpotPrice",
		},
	},
}
