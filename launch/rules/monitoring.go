package rules

import "github.com/ec2launch/ec2launch/validate"

var monitoringRequired = &validate.Rule{
	ID:      "monitoring-required",
	Summary: "Monitoring must say whether it is Enabled",
	Source:  validate.Source{Shape: "RunInstancesMonitoringEnabled", Member: "Enabled"},
	Code:    "MissingParameter",
	Members: []string{"Monitoring.Enabled"},
	When:    []string{"Monitoring"},
	Check: func(p *validate.Pass) {
		if p.Input.Monitoring.Enabled == nil {
			p.Reportf("Monitoring.Enabled", "must be true or false; for the default, drop Monitoring")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Monitoring":{"Enabled":false}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Monitoring":{}}`, At: "Monitoring.Enabled"},
	},
}

var monitoringCategoriesConflict = &validate.Rule{
	ID:      "monitoring-categories-conflict",
	Summary: "metric categories must not be given without detailed monitoring",
	Source:  validate.Source{Shape: "RunInstancesMonitoringEnabled", Member: "MetricCategoryIds"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
	Given:   []string{"Monitoring.MetricCategoryIds"},
	When:    []string{"Monitoring.Enabled"},
	Check: func(p *validate.Pass) {
		if !*p.Input.Monitoring.Enabled {
			p.Conflictf("Monitoring.MetricCategoryIds", []string{"Monitoring.Enabled"},
				"are for detailed monitoring only; drop them, or make Monitoring.Enabled true")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Monitoring":{"Enabled":true,"MetricCategoryIds":["network"]}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Monitoring":{"Enabled":false,"MetricCategoryIds":["network"]}}`, At: "Monitoring.MetricCategoryIds"},
	},
}

var monitoringCategoriesFormat = &validate.Rule{
	ID:      "monitoring-categories-format",
	Summary: "the ID of a metric category must be text that XML can hold",
	Source:  validate.Source{Shape: "RunInstancesMonitoringEnabled", Member: "MetricCategoryIds"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"Monitoring.MetricCategoryIds"},
	Tag:     "ec2text",
	Good: []validate.Example{
		{Spec: `{"Monitoring":{"Enabled":true,"MetricCategoryIds":["network"]}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Monitoring":{"Enabled":true,"MetricCategoryIds":["network\ufffe"]}}`,
			At: "Monitoring.MetricCategoryIds[0]"},
	},
}
