package rules

import (
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var additionalInfoReserved = &validate.Rule{
	ID:       "additional-info-reserved",
	Summary:  "AdditionalInfo should not be given: it is reserved",
	Reading:  "Reserved is not forbidden: EC2 may ignore it.",
	Source:   validate.Source{Shape: "RunInstances", Member: "AdditionalInfo"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"AdditionalInfo"},
	Check: func(p *validate.Pass) {
		if format.Text(*p.Input.AdditionalInfo) { // else additional-info-format says so
			p.Reportf("AdditionalInfo", "should not be used: AWS reserves it; drop it")
		}
	},
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{Spec: `{"AdditionalInfo":"x"}`, At: "AdditionalInfo"},
	},
}

var additionalInfoFormat = &validate.Rule{
	ID:      "additional-info-format",
	Summary: "AdditionalInfo must be UTF-8 without the control characters that no XML holds",
	Reading: "An answer of EC2 that repeated such a character could not be read, nor can the request be written as " +
		"JSON.",
	Source:  validate.Source{Shape: "RunInstances", Member: "AdditionalInfo"},
	Code:    "InvalidParameterValue",
	Members: []string{"AdditionalInfo"},
	Tag:     "ec2text",
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{Spec: `{"AdditionalInfo":"a\u0000b"}`, At: "AdditionalInfo"},
	},
}
