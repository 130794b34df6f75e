package rules

import "github.com/ec2launch/ec2launch/validate"

var requirementsPriceConflict = &validate.Rule{
	ID: "requirements-price-conflict",
	Summary: "SpotMaxPricePercentageOverLowestPrice must not be given with " +
		"MaxSpotPriceAsPercentageOfOptimalOnDemandPrice",
	Source: validate.Source{Shape: "InstanceRequirementsRequest", Member: "SpotMaxPricePercentageOverLowestPrice"},
	Code:   "InvalidParameterCombination",
	On:     on,
	Given:  []string{"SpotMaxPricePercentageOverLowestPrice"},
	When:   []string{"MaxSpotPriceAsPercentageOfOptimalOnDemandPrice"},
	Check: func(p *validate.Pass) {
		p.Conflictf("SpotMaxPricePercentageOverLowestPrice", []string{"MaxSpotPriceAsPercentageOfOptimalOnDemandPrice"},
			"must not be given with MaxSpotPriceAsPercentageOfOptimalOnDemandPrice; keep one of the two")
	},
	Good: []validate.Example{
		{Spec: `{"SpotMaxPricePercentageOverLowestPrice":100,"OnDemandMaxPricePercentageOverLowestPrice":20}`},
		{Spec: `{"MaxSpotPriceAsPercentageOfOptimalOnDemandPrice":999999}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SpotMaxPricePercentageOverLowestPrice":100,"MaxSpotPriceAsPercentageOfOptimalOnDemandPrice":50}`,
			At:   "SpotMaxPricePercentageOverLowestPrice",
		},
	},
}

var requirementsPriceRange = &validate.Rule{
	ID:       "requirements-price-range",
	Summary:  "a price protection should be a percentage that is not negative",
	Reading:  "No page says what EC2 does with a negative percentage.",
	Source:   validate.Source{Shape: "InstanceRequirementsRequest", Member: "OnDemandMaxPricePercentageOverLowestPrice"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       on,
	Members: []string{
		"OnDemandMaxPricePercentageOverLowestPrice", "SpotMaxPricePercentageOverLowestPrice",
		"MaxSpotPriceAsPercentageOfOptimalOnDemandPrice",
	},
	Tag: "min=0",
	Good: []validate.Example{
		{Spec: `{"OnDemandMaxPricePercentageOverLowestPrice":0}`},
	},
	Bad: []validate.Example{
		{Spec: `{"OnDemandMaxPricePercentageOverLowestPrice":-1}`, At: "OnDemandMaxPricePercentageOverLowestPrice"},
	},
}
