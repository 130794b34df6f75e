package rules

import "github.com/ec2launch/ec2launch/validate"

var launchTemplateOperatorReserved = &validate.Rule{
	ID:       "launch-template-operator-reserved",
	Summary:  "Operator should not be given: it is reserved for AWS",
	Source:   validate.Source{Shape: "CreateLaunchTemplate", Member: "Operator"},
	Severity: validate.SeverityWarning,
	On:       onNew,
	Given:    []string{"Operator"},
	Check: func(p *validate.Pass) {
		p.Reportf("Operator", "should not be given: it is reserved for AWS")
	},
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Operator":{"Principal":"service.example.com"}}`, At: "Operator"},
	},
}
