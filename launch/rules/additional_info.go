package rules

import "github.com/ec2launch/ec2launch/validate"

var additionalInfoReserved = &validate.Rule{
	ID:       "additional-info-reserved",
	Summary:  "AdditionalInfo should not be given: it is reserved",
	Reading:  "Reserved is not forbidden: EC2 may ignore it.",
	Source:   validate.Source{Shape: "RunInstances", Member: "AdditionalInfo"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"AdditionalInfo"},
	Check: func(p *validate.Pass) {
		p.Reportf("AdditionalInfo", "should not be used: AWS reserves it; drop it")
	},
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{Spec: `{"AdditionalInfo":"x"}`, At: "AdditionalInfo"},
	},
}
