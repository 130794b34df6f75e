package rules

import "github.com/ec2launch/ec2launch/validate"

var fleetPoolsConflict = &validate.Rule{
	ID:        "fleet-pools-conflict",
	Summary:   "InstancePoolsToUseCount must go with the strategy lowest-price",
	Source:    validate.Source{Shape: "SpotOptionsRequest", Member: "InstancePoolsToUseCount"},
	Code:      "InvalidFleetConfig",
	CodeBasis: validate.Observed,
	On:        on,
	Given:     []string{"SpotOptions.InstancePoolsToUseCount"},
	When:      []string{"SpotOptions.AllocationStrategy"},
	Check: func(p *validate.Pass) {
		if !cheapest(fleet(p).SpotOptions.AllocationStrategy) {
			p.Conflictf("SpotOptions.InstancePoolsToUseCount", []string{"SpotOptions.AllocationStrategy"},
				"must go with lowest-price, which is the default")
		}
	},
	Good: []validate.Example{
		{Spec: `{"SpotOptions":{"InstancePoolsToUseCount":2}}`},
		{Spec: `{"SpotOptions":{"InstancePoolsToUseCount":2,"AllocationStrategy":"lowest-price"}}`},
		{Spec: `{"SpotOptions":{"InstancePoolsToUseCount":1,"AllocationStrategy":"lowestPrice"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SpotOptions":{"InstancePoolsToUseCount":2,"AllocationStrategy":"diversified"}}`,
			At:   "SpotOptions.InstancePoolsToUseCount",
		},
	},
}

var fleetPoolsRange = &validate.Rule{
	ID:       "fleet-pools-range",
	Summary:  "InstancePoolsToUseCount should be at least 1",
	Reading:  "No page says what EC2 does with fewer.",
	Source:   validate.Source{Shape: "SpotOptionsRequest", Member: "InstancePoolsToUseCount"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       on,
	Members:  []string{"SpotOptions.InstancePoolsToUseCount"},
	Tag:      "min=1",
	Good: []validate.Example{
		{Spec: `{"SpotOptions":{"InstancePoolsToUseCount":1}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SpotOptions":{"InstancePoolsToUseCount":0}}`, At: "SpotOptions.InstancePoolsToUseCount"},
	},
}
