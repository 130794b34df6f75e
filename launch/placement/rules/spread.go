package rules

import (
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
		p.Reportf("Placement.SpreadDomain",
			"should not be used yet; drop it and spread by the strategy of a placement group")
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"spread-a"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"SpreadDomain":"rack"}}`, At: "Placement.SpreadDomain"},
	},
}
