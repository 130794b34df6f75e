package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var placementGroupStrategyUnsupported = &validate.Rule{
	ID:        "placement-group-strategy-unsupported",
	Summary:   "the instance type must take the strategy of the placement group",
	Source:    validate.Source{Shape: "PlacementGroup", Member: "Strategy"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Given:     []string{"Placement.GroupName", "Placement.GroupId"},
	When:      []string{"InstanceType"},
	Facts:     []instancetype.Fact{instancetype.FactPlacementStrategies},
	Asks:      []validate.Asked{validate.PlacementGroup},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		found, _, member := groupOf(p)
		if found == nil {
			return
		}
		switch strategy := types.PlacementGroupStrategy(found.Strategy); strategy {
		case types.PlacementGroupStrategyCluster, types.PlacementGroupStrategySpread, types.PlacementGroupStrategyPartition:
			if p.InstanceType().PlacementStrategy(strategy) == instancetype.No {
				p.Conflictf(member, []string{"InstanceType"}, "must be a group of a strategy that %s takes, and its strategy is %s", p.Input.InstanceType, strategy)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large","Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{"Strategy":"cluster"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"t3.micro","Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{"Strategy":"cluster"}}}`,
			At:      "Placement.GroupName",
		},
		{
			Spec:    `{"InstanceType":"t3.micro","Placement":{"GroupId":"pg-0123456789abcdef0"}}`,
			Account: `{"PlacementGroup":{"pg-0123456789abcdef0":{"Strategy":"cluster"}}}`,
			At:      "Placement.GroupId",
		},
	},
}
