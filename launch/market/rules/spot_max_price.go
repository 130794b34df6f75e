package rules

import (
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var spotMaxPriceFormat = &validate.Rule{
	ID:        "spot-max-price-format",
	Summary:   "MaxPrice must be a decimal number of US dollars an hour",
	Reading:   "No pattern is documented; digits with a point anywhere among them are taken.",
	Source:    validate.Source{Shape: "SpotMarketOptions", Member: "MaxPrice"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"InstanceMarketOptions.SpotOptions.MaxPrice"},
	Check: func(p *validate.Pass) {
		if _, ok := format.Thousandths(*p.Input.InstanceMarketOptions.SpotOptions.MaxPrice); !ok {
			p.Reportf("InstanceMarketOptions.SpotOptions.MaxPrice",
				"must be a decimal number of US dollars, such as 0.05, without sign, currency and exponent, of at "+
					"most %d characters", format.MaxPriceLength)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0.050"}}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"2"}}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":".5"}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"$0.05"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":""}}}`,
			At:   "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"-1"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"NaN"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"1e309"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0x1p4"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"1_000"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0,05"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
	},
}

var spotMaxPriceZeroRange = &validate.Rule{
	ID:        "spot-max-price-zero-range",
	Summary:   "MaxPrice must be above 0",
	Reading:   "No sentence says so; newer editions state the lowest price.",
	Source:    validate.Source{Shape: "SpotMarketOptions", Member: "MaxPrice"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Until:     validate.Spring2023,
	Given:     []string{"InstanceMarketOptions.SpotOptions.MaxPrice"},
	Check: func(p *validate.Pass) {
		price := *p.Input.InstanceMarketOptions.SpotOptions.MaxPrice
		if _, ok := format.Thousandths(price); ok && strings.Trim(price, "0.") == "" {
			p.Reportf("InstanceMarketOptions.SpotOptions.MaxPrice", "must be above 0, or left out")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0.0001"}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0.000000"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
	},
}

var spotMaxPriceRange = &validate.Rule{
	ID:        "spot-max-price-range",
	Summary:   "MaxPrice must not be below the lowest price that EC2 takes",
	Reading:   "One sentence wants more than the minimum, the next refuses less: the minimum itself is let through.",
	Source:    validate.Source{Shape: "SpotMarketOptions", Member: "MaxPrice"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Documented,
	Since:     validate.Autumn2026,
	Given:     []string{"InstanceMarketOptions.SpotOptions.MaxPrice"},
	Limits:    []*validate.Limit{spotMaxPriceMin},
	Check: func(p *validate.Pass) {
		price, ok := format.Thousandths(*p.Input.InstanceMarketOptions.SpotOptions.MaxPrice)
		if least, dated := p.Limit(spotMaxPriceMin); ok && dated && price < least {
			p.Beyond(spotMaxPriceMin).Reportf("InstanceMarketOptions.SpotOptions.MaxPrice",
				"must be at least %d.%03d US dollars, or left out", least/1000, least%1000)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0.001"}}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"100000000000000000000"}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0.0009999"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
	},
}

var spotMaxPriceAdvice = &validate.Rule{
	ID:       "spot-max-price-advice",
	Summary:  "MaxPrice should be left out: it makes interruptions more frequent",
	Source:   validate.Source{Shape: "SpotMarketOptions", Member: "MaxPrice"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"InstanceMarketOptions.SpotOptions.MaxPrice"},
	Check: func(p *validate.Pass) {
		p.Reportf("InstanceMarketOptions.SpotOptions.MaxPrice",
			"should be left out, to pay the current Spot price and be interrupted less often")
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0.05"}}}`,
			At:   "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
	},
}

var spotMaxPriceLimit = &validate.Rule{
	ID:        "spot-max-price-limit",
	Summary:   "MaxPrice should not be below the Spot price of now",
	Reading:   "The lowest price of all zones and systems counts, so that what may launch anywhere passes.",
	Source:    validate.Source{Shape: "SpotMarketOptions", Member: "MaxPrice"},
	Severity:  validate.SeverityWarning,
	Code:      "SpotMaxPriceTooLow",
	CodeBasis: validate.Documented,
	Given:     []string{"InstanceMarketOptions.SpotOptions.MaxPrice"},
	When:      []string{"InstanceType"},
	Asks:      []validate.Asked{validate.SpotPrices},
	Age:       validate.Moving,
	Check: func(p *validate.Pass) {
		prices, _ := validate.SpotPrices.Of(p, string(p.Input.InstanceType))
		most, ok := format.Thousandths(*p.Input.InstanceMarketOptions.SpotOptions.MaxPrice)
		if prices == nil || !ok || len(*prices) == 0 {
			return
		}
		lowest := ""
		for _, price := range *prices {
			if price.SpotPrice == nil {
				continue
			}
			if n, ok := format.Thousandths(*price.SpotPrice); ok && n <= most {
				return
			}
			if lowest == "" {
				lowest = *price.SpotPrice
			}
		}
		if lowest != "" {
			p.Conflictf("InstanceMarketOptions.SpotOptions.MaxPrice", []string{"InstanceType"},
				"should not be below the Spot price, which is more in every zone: %.16s in one of them", lowest)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6i.large","InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0.05"}}}`,
			Account: `{"SpotPrices":{"m6i.large":[{"AvailabilityZone":"us-east-1a","SpotPrice":"0.04"},{"AvailabilityZone":"us-east-1b","SpotPrice":"0.06"}]}}`,
		},
		{
			Spec:    `{"InstanceType":"m6i.large","InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0.04"}}}`,
			Account: `{"SpotPrices":{"m6i.large":[{"AvailabilityZone":"us-east-1a","SpotPrice":"0.04"}]}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6i.large","InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0.03"}}}`,
			Account: `{"SpotPrices":{"m6i.large":[{"AvailabilityZone":"us-east-1a","SpotPrice":"0.04"},{"AvailabilityZone":"us-east-1b","SpotPrice":"0.06"}]}}`,
			At:      "InstanceMarketOptions.SpotOptions.MaxPrice",
		},
	},
}
