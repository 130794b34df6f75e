package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var placementTenancyValues = &validate.Rule{
	ID:      "placement-tenancy-values",
	Summary: "Tenancy must be default, dedicated or host",
	Source:  validate.Source{Shape: "Placement", Member: "Tenancy"},
	Code:    "InvalidParameterValue",
	Members: []string{"Placement.Tenancy"},
	Values:  tenancies,
	Good: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"default"}}`},
		{Spec: `{"Placement":{"Tenancy":"dedicated"}}`},
		{Spec: `{"Placement":{"Tenancy":"host"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"shared"}}`, At: "Placement.Tenancy"},
	},
}
