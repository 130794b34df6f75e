package rules

import (
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var placementSpreadDomainReserved = &validate.Rule{
	ID:       "placement-spread-domain-reserved",
	Summary:  "SpreadDomain should not be given: it is reserved for future use",
	Reading:  "Reserved is not forbidden: EC2 may ignore it.",
	Source:   validate.Source{Shape: "Placement", Member: "SpreadDomain"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"Placement.SpreadDomain"},
	Check: func(p *validate.Pass) {
		if format.Text(*p.Input.Placement.SpreadDomain) { // else placement-spread-domain-format says so
			p.Reportf("Placement.SpreadDomain",
				"should not be used yet; drop it and spread by the strategy of a placement group")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"spread-a"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"SpreadDomain":"rack"}}`, At: "Placement.SpreadDomain"},
	},
}

var placementSpreadDomainFormat = &validate.Rule{
	ID:      "placement-spread-domain-format",
	Summary: "SpreadDomain must be UTF-8 without the control characters that no XML holds",
	Reading: "An answer of EC2 that repeated such a character could not be read, nor can the request be written as " +
		"JSON.",
	Source:  validate.Source{Shape: "Placement", Member: "SpreadDomain"},
	Code:    "InvalidParameterValue",
	Members: []string{"Placement.SpreadDomain"},
	Tag:     "ec2text",
	Good: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"spread-a"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"SpreadDomain":"a\u0000b"}}`, At: "Placement.SpreadDomain"},
	},
}
