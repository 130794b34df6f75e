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

var placementPartitionStrategyConflict = &validate.Rule{
	ID:      "placement-partition-strategy-conflict",
	Summary: "PartitionNumber must go with a partition placement group that has such a partition",
	Source:  validate.Source{Shape: "Placement", Member: "PartitionNumber"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"Placement.PartitionNumber"},
	Reads:   []string{"Placement.GroupName", "Placement.GroupId"},
	Asks:    []validate.Asked{validate.PlacementGroup},
	Age:     validate.Edited,
	Check: func(p *validate.Pass) {
		found, _, member := groupOf(p)
		if found == nil || found.Strategy == "" {
			return
		}
		n := *p.Input.Placement.PartitionNumber
		switch {
		case found.Strategy != types.PlacementStrategyPartition:
			p.Conflictf("Placement.PartitionNumber", []string{member},
				"must go with a partition placement group, and this is one of strategy %s", found.Strategy)
		case found.PartitionCount != nil && n > *found.PartitionCount:
			p.Conflictf("Placement.PartitionNumber", []string{member}, "must be at most %d, the partitions of the group", *found.PartitionCount)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"GroupName":"blue","PartitionNumber":3}}`,
			Account: `{"PlacementGroup":{"blue":{"Strategy":"partition","PartitionCount":3}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"GroupName":"blue","PartitionNumber":3}}`,
			Account: `{"PlacementGroup":{"blue":{"Strategy":"partition","PartitionCount":2}}}`,
			At:      "Placement.PartitionNumber",
		},
		{
			Spec:    `{"Placement":{"GroupId":"pg-0123456789abcdef0","PartitionNumber":3}}`,
			Account: `{"PlacementGroup":{"pg-0123456789abcdef0":{"Strategy":"cluster"}}}`,
			At:      "Placement.PartitionNumber",
		},
	},
}

var placementPartitionTenancyRange = &validate.Rule{
	ID:       "placement-partition-count-range",
	Summary:  "a partition placement group should have at most two partitions for Dedicated Instances",
	Source:   validate.Source{Guide: "placement-groups"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"Placement.GroupName", "Placement.GroupId"},
	Reads:    []string{"Placement.Tenancy"},
	Asks:     []validate.Asked{validate.PlacementGroup},
	Age:      validate.Edited,
	Limits:   []*validate.Limit{placementDedicatedPartitionMax},
	Check: func(p *validate.Pass) {
		found, _, member := groupOf(p)
		if found == nil || found.Strategy != types.PlacementStrategyPartition || found.PartitionCount == nil || p.Input.Placement.Tenancy != types.TenancyDedicated {
			return
		}
		if most, ok := p.Limit(placementDedicatedPartitionMax); ok && int64(*found.PartitionCount) > most {
			p.Conflictf(member, []string{"Placement.Tenancy"}, "should have at most %d partitions for Dedicated Instances, and has %d", most, *found.PartitionCount)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"GroupName":"blue","Tenancy":"dedicated"}}`,
			Account: `{"PlacementGroup":{"blue":{"Strategy":"partition","PartitionCount":2}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"GroupName":"blue","Tenancy":"dedicated"}}`,
			Account: `{"PlacementGroup":{"blue":{"Strategy":"partition","PartitionCount":3}}}`,
			At:      "Placement.GroupName",
		},
		{
			Spec:    `{"Placement":{"GroupId":"pg-0123456789abcdef0","Tenancy":"dedicated"}}`,
			Account: `{"PlacementGroup":{"pg-0123456789abcdef0":{"Strategy":"partition","PartitionCount":3}}}`,
			At:      "Placement.GroupId",
		},
	},
}
