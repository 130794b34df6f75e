package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var placementPartitionRange = &validate.Rule{
	ID:      "placement-partition-range",
	Summary: "PartitionNumber must be one of the partitions that a group can have",
	Source:  validate.Source{Shape: "Placement", Member: "PartitionNumber", Guide: "placement-strategies"},
	Code:    "InvalidParameterValue",
	Members: []string{"Placement.PartitionNumber"},
	Range:   &validate.Range{Min: placementPartitionMin, Max: placementPartitionMax},
	Good: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"parts","PartitionNumber":1}}`},
		{Spec: `{"Placement":{"GroupName":"parts","PartitionNumber":7}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"parts","PartitionNumber":0}}`, At: "Placement.PartitionNumber"},
		{Spec: `{"Placement":{"GroupName":"parts","PartitionNumber":8}}`, At: "Placement.PartitionNumber"},
	},
}

var placementPartitionDedicatedRange = &validate.Rule{
	ID:       "placement-partition-dedicated-range",
	Summary:  "PartitionNumber should not exceed the fewer partitions that a group has with tenancy dedicated",
	Reading:  "The guide states how many there are, and not that EC2 refuses others, so the rule only warns.",
	Source:   validate.Source{Guide: "placement-strategies"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"Placement.PartitionNumber"},
	When:     []string{"Placement.Tenancy"},
	Limits:   []*validate.Limit{placementDedicatedPartitionMax, placementPartitionMax},
	Check: func(p *validate.Pass) {
		n := int64(*p.Input.Placement.PartitionNumber)
		most, _ := p.Limit(placementDedicatedPartitionMax)
		all, _ := p.Limit(placementPartitionMax)
		if p.Input.Placement.Tenancy == types.TenancyDedicated && n > most && n <= all {
			p.Beyond(placementDedicatedPartitionMax).Conflictf("Placement.PartitionNumber",
				[]string{"Placement.Tenancy"},
				"should be at most %d with Tenancy dedicated", most)
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"parts","PartitionNumber":2,"Tenancy":"dedicated"}}`},
		{Spec: `{"Placement":{"GroupName":"parts","PartitionNumber":3,"Tenancy":"default"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Placement":{"GroupName":"parts","PartitionNumber":3,"Tenancy":"dedicated"}}`,
			At:   "Placement.PartitionNumber",
		},
		{
			Spec: `{"Placement":{"GroupName":"parts","PartitionNumber":7,"Tenancy":"dedicated"}}`,
			At:   "Placement.PartitionNumber",
		},
	},
}

var placementPartitionGroupRequired = &validate.Rule{
	ID:      "placement-partition-group-required",
	Summary: "PartitionNumber must come with GroupName or GroupId",
	Source:  validate.Source{Shape: "Placement", Member: "PartitionNumber"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"Placement.PartitionNumber"},
	Reads:   []string{"Placement.GroupName", "Placement.GroupId"},
	Check: func(p *validate.Pass) {
		if group(p.Input.Placement) == "" && !p.Templated() {
			p.Reportf("Placement.PartitionNumber",
				"must come with GroupName or GroupId of a group with the strategy partition")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"parts","PartitionNumber":2}}`},
		{Spec: `{"Placement":{"GroupId":"pg-0123456789abcdef0","PartitionNumber":2}}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"Placement":{"PartitionNumber":2}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"PartitionNumber":2}}`, At: "Placement.PartitionNumber"},
		{Spec: `{"Placement":{"GroupName":"","PartitionNumber":2}}`, At: "Placement.PartitionNumber"},
	},
}
