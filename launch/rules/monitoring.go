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
