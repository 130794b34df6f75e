package rules

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// fleetPrices are the members that are prices: fleetSpotPrices first.
var fleetPrices = []string{
	"SpotFleetRequestConfig.SpotPrice",
	"SpotFleetRequestConfig.LaunchSpecifications[].SpotPrice",
	"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].SpotPrice",
	"SpotFleetRequestConfig.SpotMaxTotalPrice",
	"SpotFleetRequestConfig.OnDemandMaxTotalPrice",
}

// fleetSpotPrices are those of a single Spot Instance. They are spelled anew, since
// a slice of fleetPrices would be made whenever a program begins.
var fleetSpotPrices = []string{
	"SpotFleetRequestConfig.SpotPrice",
	"SpotFleetRequestConfig.LaunchSpecifications[].SpotPrice",
	"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].SpotPrice",
}

// eachPrice calls f with each price that is given, and where. Tools send empty
// texts for none, and EC2 takes them so.
func eachPrice(p *validate.Pass, f func(price, path string, at ...int)) {
	given := func(price *string, path string, at ...int) {
		if price != nil && *price != "" {
			f(*price, path, at...)
		}
	}
	c := config(p)
	given(c.SpotPrice, fleetPrices[0])
	for i, s := range c.LaunchSpecifications {
		given(s.SpotPrice, fleetPrices[1], i)
	}
	overrides(p, func(i, j int, o *types.LaunchTemplateOverrides) { given(o.SpotPrice, fleetPrices[2], i, j) })
	given(c.SpotMaxTotalPrice, fleetPrices[3])
	given(c.OnDemandMaxTotalPrice, fleetPrices[4])
}

var spotFleetPriceFormat = &validate.Rule{
	ID:       "spot-fleet-price-format",
	Summary:  "SpotPrice, SpotMaxTotalPrice and OnDemandMaxTotalPrice should be decimal numbers of US dollars an hour",
	Reading:  "No page gives the form; it is that of other prices.",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "SpotPrice"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       onFleet,
	Given:    fleetPrices,
	Check: func(p *validate.Pass) {
		eachPrice(p, func(price, path string, at ...int) {
			if _, ok := format.Thousandths(price); !ok {
				p.Reportf(p.At(path, at...), notPriced)
			}
		})
	},
	Good: []validate.Example{
		{Spec: specified + `,"SpotPrice":"0.05","SpotMaxTotalPrice":"10"}}`},
		{Spec: templated + `,"OnDemandMaxTotalPrice":"2.5"}}`},
		{Spec: specifying + `"SpotPrice":""}]}}`},
		{Spec: overriding + `{"SpotPrice":".1"}]}]}}`},
	},
	Bad: []validate.Example{
		{Spec: specified + `,"SpotPrice":"-1"}}`, At: "SpotFleetRequestConfig.SpotPrice"},
		{Spec: specified + `,"SpotMaxTotalPrice":"$10"}}`, At: "SpotFleetRequestConfig.SpotMaxTotalPrice"},
		{Spec: templated + `,"OnDemandMaxTotalPrice":"1,5"}}`, At: "SpotFleetRequestConfig.OnDemandMaxTotalPrice"},
		{Spec: specifying + `"SpotPrice":"cheap"}]}}`, At: "SpotFleetRequestConfig.LaunchSpecifications[0].SpotPrice"},
		{
			Spec: overriding + `{"SpotPrice":"x"}]}]}}`,
			At:   "SpotFleetRequestConfig.LaunchTemplateConfigs[0].Overrides[0].SpotPrice",
		},
	},
}

var spotFleetPriceRange = &validate.Rule{
	ID: "spot-fleet-price-range",
	Summary: "SpotPrice, SpotMaxTotalPrice and OnDemandMaxTotalPrice should not be below the lowest price that EC2 " +
		"takes",
	Reading:  "The lowest price is documented for the MaxPrice of other calls.",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "SpotPrice"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Since:    validate.Autumn2026,
	On:       onFleet,
	Given:    fleetPrices,
	Limits:   []*validate.Limit{priceMin},
	Check: func(p *validate.Pass) {
		least, dated := p.Limit(priceMin)
		eachPrice(p, func(price, path string, at ...int) {
			if n, ok := format.Thousandths(price); ok && dated && n < least {
				p.Beyond(priceMin).Reportf(p.At(path, at...), tooLow, least/1000, least%1000)
			}
		})
	},
	Good: []validate.Example{
		{Spec: specified + `,"SpotPrice":"0.001"}}`},
	},
	Bad: []validate.Example{
		{Spec: specified + `,"SpotPrice":"0.0009"}}`, At: "SpotFleetRequestConfig.SpotPrice"},
		{Spec: templated + `,"OnDemandMaxTotalPrice":"0"}}`, At: "SpotFleetRequestConfig.OnDemandMaxTotalPrice"},
	},
}

var spotFleetPriceAdvice = &validate.Rule{
	ID:       "spot-fleet-price-advice",
	Summary:  "SpotPrice should be left out: it makes interruptions more frequent",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "SpotPrice"},
	Severity: validate.SeverityAdvice,
	On:       onFleet,
	Given:    fleetSpotPrices,
	Check: func(p *validate.Pass) {
		eachPrice(p, func(_, path string, at ...int) {
			if slices.Contains(fleetSpotPrices, path) {
				p.Reportf(p.At(path, at...), leaveOut)
			}
		})
	},
	Good: []validate.Example{
		{Spec: specified + `}}`},
		{Spec: specifying + `"SpotPrice":""}]}}`},
	},
	Bad: []validate.Example{
		{Spec: specified + `,"SpotPrice":"0.05"}}`, At: "SpotFleetRequestConfig.SpotPrice"},
		{Spec: specifying + `"SpotPrice":"0.05"}]}}`, At: "SpotFleetRequestConfig.LaunchSpecifications[0].SpotPrice"},
		{
			Spec: overriding + `{"SpotPrice":"0.05"}]}]}}`,
			At:   "SpotFleetRequestConfig.LaunchTemplateConfigs[0].Overrides[0].SpotPrice",
		},
	},
}
