package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/validate"
)

var placementDedicatedTypeUnsupported = &validate.Rule{
	ID:      "placement-dedicated-type-unsupported",
	Summary: "Tenancy must not be dedicated for burstable types other than T3",
	Reading: "The sentence is older than some families: only T2, T3a and T4g are refused. Spot Instances of T " +
		"types have a rule of their own.",
	Source:    validate.Source{Guide: "burstable-performance-instances"},
	Code:      "Unsupported",
	CodeBasis: validate.Observed,
	Given:     []string{"Placement.Tenancy"},
	When:      []string{"InstanceType"},
	Reads:     []string{"InstanceMarketOptions.MarketType"},
	Check: func(p *validate.Pass) {
		if p.Input.Placement.Tenancy != types.TenancyDedicated || requested.Spot(p.Input) {
			return
		}
		switch family, _, _ := strings.Cut(string(p.Input.InstanceType), "."); family {
		case "t2", "t3a", "t4g":
			p.Conflictf("Placement.Tenancy", []string{"InstanceType"},
				"must not be dedicated: %s does not run as a Dedicated Instance; choose a t3 or a type that is "+
					"not burstable",
				p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro","Placement":{"Tenancy":"dedicated"}}`},
		{Spec: `{"InstanceType":"t2.micro","Placement":{"Tenancy":"default"}}`},
		{Spec: `{"InstanceType":"m6i.large","Placement":{"Tenancy":"dedicated"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t2.micro","Placement":{"Tenancy":"dedicated"}}`, At: "Placement.Tenancy"},
		{Spec: `{"InstanceType":"t3a.micro","Placement":{"Tenancy":"dedicated"}}`, At: "Placement.Tenancy"},
		{Spec: `{"InstanceType":"t4g.micro","Placement":{"Tenancy":"dedicated"}}`, At: "Placement.Tenancy"},
	},
}
