package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var fleetPriceFormat = &validate.Rule{
	ID:       "fleet-price-format",
	Summary:  "MaxTotalPrice should be a price above 0, as text",
	Reading:  "No page gives the form; it is that of other prices.",
	Source:   validate.Source{Shape: "SpotOptionsRequest", Member: "MaxTotalPrice"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       on,
	Given:    []string{"SpotOptions.MaxTotalPrice", "OnDemandOptions.MaxTotalPrice"},
	Check: func(p *validate.Pass) {
		const text = "should be a price above 0 in US dollars, as in 0.25"
		in := fleet(p)
		if s := in.SpotOptions; s != nil && s.MaxTotalPrice != nil && !format.Price(*s.MaxTotalPrice) {
			p.Reportf("SpotOptions.MaxTotalPrice", text)
		}
		if o := in.OnDemandOptions; o != nil && o.MaxTotalPrice != nil && !format.Price(*o.MaxTotalPrice) {
			p.Reportf("OnDemandOptions.MaxTotalPrice", text)
		}
	},
	Good: []validate.Example{
		{Spec: `{"SpotOptions":{"MaxTotalPrice":"1.5"},"OnDemandOptions":{"MaxTotalPrice":"2"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SpotOptions":{"MaxTotalPrice":"$1"}}`, At: "SpotOptions.MaxTotalPrice"},
		{Spec: `{"OnDemandOptions":{"MaxTotalPrice":"0"}}`, At: "OnDemandOptions.MaxTotalPrice"},
	},
}

var fleetPriceMaxFormat = &validate.Rule{
	ID:      "fleet-price-max-format",
	Summary: "MaxPrice of an override must be a decimal number of US dollars an hour",
	Reading: "No pattern is documented; digits with a point anywhere among them are taken, as in RunInstances.",
	Source:  validate.Source{Shape: "FleetLaunchTemplateOverridesRequest", Member: "MaxPrice"},
	Code:    "InvalidParameterValue",
	On:      on,
	Given:   []string{"LaunchTemplateConfigs[].Overrides[].MaxPrice"},
	Check: func(p *validate.Pass) {
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.MaxPrice == nil {
				return
			}
			if _, ok := format.Thousandths(*o.MaxPrice); !ok {
				p.Reportf(p.At("LaunchTemplateConfigs[].Overrides[].MaxPrice", i, j),
					"must be a decimal number of US dollars, such as 0.05, without sign, currency and exponent")
			}
		})
	},
	Good: []validate.Example{
		{Spec: overriding + `{"MaxPrice":"0.05"},{"MaxPrice":".5"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: overriding + `{"MaxPrice":"cheap"}]}]}`, At: "LaunchTemplateConfigs[0].Overrides[0].MaxPrice"},
		{Spec: overriding + `{"MaxPrice":""}]}]}`, At: "LaunchTemplateConfigs[0].Overrides[0].MaxPrice"},
	},
}

var fleetPriceMaxRange = &validate.Rule{
	ID:        "fleet-price-max-range",
	Summary:   "MaxPrice of an override must not be below the lowest price that EC2 takes",
	Reading:   "One sentence wants more than the minimum, the next refuses less: the minimum itself is let through.",
	Source:    validate.Source{Shape: "FleetLaunchTemplateOverridesRequest", Member: "MaxPrice"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Documented,
	Since:     validate.Autumn2026,
	On:        on,
	Given:     []string{"LaunchTemplateConfigs[].Overrides[].MaxPrice"},
	Limits:    []*validate.Limit{priceMin},
	Check: func(p *validate.Pass) {
		least, dated := p.Limit(priceMin)
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.MaxPrice == nil || !dated {
				return
			}
			if price, ok := format.Thousandths(*o.MaxPrice); ok && price < least {
				p.Beyond(priceMin).Reportf(p.At("LaunchTemplateConfigs[].Overrides[].MaxPrice", i, j),
					"must be at least %d.%03d US dollars, or left out", least/1000, least%1000)
			}
		})
	},
	Good: []validate.Example{
		{Spec: overriding + `{"MaxPrice":"0.001"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: overriding + `{"MaxPrice":"0.0005"}]}]}`, At: "LaunchTemplateConfigs[0].Overrides[0].MaxPrice"},
		{Spec: overriding + `{"MaxPrice":"0"}]}]}`, At: "LaunchTemplateConfigs[0].Overrides[0].MaxPrice"},
	},
}
