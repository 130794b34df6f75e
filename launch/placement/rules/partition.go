package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var placementPartitionRange = &validate.Rule{
	ID:      "placement-partition-range",
	Summary: "PartitionNumber must be 1 to the partitions that a group can have",
	Source:  validate.Source{Shape: "Placement", Member: "PartitionNumber", Guide: "placement-strategies"},
	Code:    "InvalidParameterValue",
	Members: []string{"Placement.PartitionNumber"},
	Limits:  []*validate.Limit{placementPartitionMax},
	Check: func(p *validate.Pass) {
		n := int64(*p.Input.Placement.PartitionNumber)
		if most, _ := p.Limit(placementPartitionMax); n < 1 || n > most {
			p.Reportf("Placement.PartitionNumber", "must be 1 to %d", most)
		}
	},
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
	ID:      "placement-partition-dedicated-range",
	Summary: "with tenancy dedicated, PartitionNumber must not exceed the fewer partitions that a group has then",
	Source:  validate.Source{Guide: "placement-strategies"},
	Code:    "InvalidParameterValue",
	Members: []string{"Placement.PartitionNumber"},
	When:    []string{"Placement.Tenancy"},
	Limits:  []*validate.Limit{placementDedicatedPartitionMax, placementPartitionMax},
	Check: func(p *validate.Pass) {
		n, place := int64(*p.Input.Placement.PartitionNumber), p.Input.Placement
		most, _ := p.Limit(placementDedicatedPartitionMax)
		if all, _ := p.Limit(placementPartitionMax); place.Tenancy == types.TenancyDedicated && n > most && n <= all {
			p.Conflictf("Placement.PartitionNumber", []string{"Placement.Tenancy"}, "must be 1 to %d with Tenancy dedicated", most)
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"parts","PartitionNumber":2,"Tenancy":"dedicated"}}`},
		{Spec: `{"Placement":{"GroupName":"parts","PartitionNumber":3,"Tenancy":"default"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"parts","PartitionNumber":3,"Tenancy":"dedicated"}}`, At: "Placement.PartitionNumber"},
		{Spec: `{"Placement":{"GroupName":"parts","PartitionNumber":7,"Tenancy":"dedicated"}}`, At: "Placement.PartitionNumber"},
	},
}

var placementPartitionGroupRequired = &validate.Rule{
	ID:      "placement-partition-group-required",
	Summary: "PartitionNumber must come with a placement group",
	Source:  validate.Source{Shape: "Placement", Member: "PartitionNumber"},
	Code:    "InvalidParameterCombination",
	Members: []string{"Placement.PartitionNumber"},
	Reads:   []string{"Placement.GroupName", "Placement.GroupId"},
	Check: func(p *validate.Pass) {
		if group(p.Input.Placement) == "" && !p.Templated() {
			p.Reportf("Placement.PartitionNumber", "must come with GroupName or GroupId of a group with the strategy partition")
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
