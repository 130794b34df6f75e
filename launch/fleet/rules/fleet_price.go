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

var fleetPriceRange = &validate.Rule{
	ID:        "fleet-price-range",
	Summary:   "MaxPrice of an override must be a price that is not below the least that EC2 takes",
	Source:    validate.Source{Shape: "FleetLaunchTemplateOverridesRequest", Member: "MaxPrice"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Documented,
	On:        on,
	Given:     []string{"LaunchTemplateConfigs[].Overrides[].MaxPrice"},
	Check: func(p *validate.Pass) {
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.MaxPrice != nil && !format.Price(*o.MaxPrice) {
				p.Reportf(p.At("LaunchTemplateConfigs[].Overrides[].MaxPrice", i, j),
					"must be a price above 0.001 in US dollars, as in 0.25")
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"MaxPrice":"0.05"}]}]}`},
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"MaxPrice":"0.001"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"MaxPrice":"0.0005"}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].MaxPrice",
		},
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"MaxPrice":"cheap"}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].MaxPrice",
		},
	},
}
