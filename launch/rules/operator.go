package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var operatorReserved = &validate.Rule{
	ID:       "operator-reserved",
	Summary:  "Operator should not be given: it is reserved for internal use",
	Source:   validate.Source{Shape: "RunInstances", Member: "Operator"},
	Severity: validate.SeverityWarning,
	Code:     "UnauthorizedOperation",
	Since:    validate.Autumn2026,
	Given:    []string{"Operator.Principal"},
	Check: func(p *validate.Pass) {
		p.Reportf("Operator.Principal", "should not be used: AWS reserves it for its own services; drop Operator")
	},
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Operator":{"Principal":"eks.amazonaws.com"}}`, At: "Operator.Principal"},
	},
}
