package rules

import (
	"github.com/ec2launch/ec2launch/internal/format"
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
		if format.Text(*p.Input.Operator.Principal) { // else operator-format says so
			p.Reportf("Operator.Principal", "should not be used: AWS reserves it for its own services; drop Operator")
		}
	},
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Operator":{"Principal":"eks.amazonaws.com"}}`, At: "Operator.Principal"},
	},
}

var operatorFormat = &validate.Rule{
	ID:      "operator-format",
	Summary: "Principal must be UTF-8 without the control characters that no XML holds",
	Reading: "An answer of EC2 that repeated such a character could not be read, nor can the request be written as " +
		"JSON.",
	Source:  validate.Source{Shape: "OperatorRequest", Member: "Principal"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"Operator.Principal"},
	Tag:     "ec2text",
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Operator":{"Principal":"a\u0000b"}}`, At: "Operator.Principal"},
	},
}
