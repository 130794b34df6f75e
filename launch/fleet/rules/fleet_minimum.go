package rules

import "github.com/ec2launch/ec2launch/validate"

// either reports whether one of two switches is on.
func either(a, b *bool) bool { return a != nil && *a || b != nil && *b }

var fleetMinimumRequired = &validate.Rule{
	ID:      "fleet-minimum-required",
	Summary: "MinTargetCapacity must go with SingleAvailabilityZone or SingleInstanceType",
	Source:  validate.Source{Shape: "SpotOptionsRequest", Member: "MinTargetCapacity"},
	Code:    "InvalidParameterCombination",
	On:      on,
	Given:   []string{"SpotOptions.MinTargetCapacity", "OnDemandOptions.MinTargetCapacity"},
	Reads: []string{
		"SpotOptions.SingleInstanceType", "SpotOptions.SingleAvailabilityZone",
		"OnDemandOptions.SingleInstanceType", "OnDemandOptions.SingleAvailabilityZone",
	},
	Check: func(p *validate.Pass) {
		const text = "must go with SingleAvailabilityZone or SingleInstanceType"
		in := fleet(p)
		report := func(least *int32, path string, oneType, oneZone *bool) {
			if least != nil && !either(oneType, oneZone) {
				p.Reportf(path, text)
			}
		}
		if s := in.SpotOptions; s != nil {
			report(s.MinTargetCapacity,
				"SpotOptions.MinTargetCapacity", s.SingleInstanceType, s.SingleAvailabilityZone)
		}
		if o := in.OnDemandOptions; o != nil {
			report(o.MinTargetCapacity,
				"OnDemandOptions.MinTargetCapacity", o.SingleInstanceType, o.SingleAvailabilityZone)
		}
	},
	Good: []validate.Example{
		{Spec: `{"Type":"instant","SpotOptions":{"MinTargetCapacity":1,"SingleAvailabilityZone":true},` +
			`"OnDemandOptions":{"MinTargetCapacity":1,"SingleInstanceType":true}}`},
		{Spec: `{"Type":"instant","SpotOptions":{"MinTargetCapacity":1,"SingleInstanceType":true},` +
			`"OnDemandOptions":{"MinTargetCapacity":1,"SingleAvailabilityZone":true}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Type":"instant","SpotOptions":{"MinTargetCapacity":1}}`, At: "SpotOptions.MinTargetCapacity"},
		{
			Spec: `{"Type":"instant","OnDemandOptions":{"MinTargetCapacity":1,"SingleInstanceType":false}}`,
			At:   "OnDemandOptions.MinTargetCapacity",
		},
	},
}

var fleetMinimumRange = &validate.Rule{
	ID:      "fleet-minimum-range",
	Summary: "MinTargetCapacity must be at most what EC2 takes",
	Source:  validate.Source{Shape: "SpotOptionsRequest", Member: "MinTargetCapacity"},
	Code:    "InvalidParameterValue",
	On:      on,
	Members: []string{"SpotOptions.MinTargetCapacity", "OnDemandOptions.MinTargetCapacity"},
	Range:   &validate.Range{Max: minimumMax},
	Good: []validate.Example{
		{Spec: `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":1000,` +
			`"DefaultTargetCapacityType":"spot"},"SpotOptions":{"MinTargetCapacity":1000,` +
			`"SingleInstanceType":true}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":2000,` +
				`"DefaultTargetCapacityType":"spot"},"SpotOptions":{"MinTargetCapacity":1001,` +
				`"SingleInstanceType":true}}`,
			At: "SpotOptions.MinTargetCapacity",
		},
	},
}

var fleetMinimumConflict = &validate.Rule{
	ID:       "fleet-minimum-conflict",
	Summary:  "MinTargetCapacity should be within TotalTargetCapacity",
	Reading:  "No page says what EC2 does with a minimum beyond the target.",
	Source:   validate.Source{Shape: "SpotOptionsRequest", Member: "MinTargetCapacity"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       on,
	Given:    []string{"SpotOptions.MinTargetCapacity", "OnDemandOptions.MinTargetCapacity"},
	When:     []string{"TargetCapacitySpecification.TotalTargetCapacity"},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		total := *in.TargetCapacitySpecification.TotalTargetCapacity
		report := func(least *int32, path string) {
			if least != nil && *least > total {
				p.Conflictf(path, []string{"TargetCapacitySpecification.TotalTargetCapacity"},
					"should be at most the total, %d", total)
			}
		}
		if s := in.SpotOptions; s != nil {
			report(s.MinTargetCapacity, "SpotOptions.MinTargetCapacity")
		}
		if o := in.OnDemandOptions; o != nil {
			report(o.MinTargetCapacity, "OnDemandOptions.MinTargetCapacity")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Type":"instant","SpotOptions":{"MinTargetCapacity":1,"SingleInstanceType":true}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant","SpotOptions":{"MinTargetCapacity":2,"SingleInstanceType":true}}`,
			At:   "SpotOptions.MinTargetCapacity",
		},
		{
			Spec: `{"Type":"instant","OnDemandOptions":{"MinTargetCapacity":2,"SingleInstanceType":true}}`,
			At:   "OnDemandOptions.MinTargetCapacity",
		},
	},
}
