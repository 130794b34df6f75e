package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// cheapest reports whether Spot capacity is taken from the pools of the lowest
// price, which is the default.
func cheapest(s types.SpotAllocationStrategy) bool {
	return s == "" || s == types.SpotAllocationStrategyLowestPrice || s == lowestPriceOfOld
}

var fleetStrategyValues = &validate.Rule{
	ID: "fleet-strategy-values",
	Summary: "AllocationStrategy of SpotOptions must be a strategy that EC2 Fleet knows, spelled with " +
		"hyphens",
	Reading:   "lowestPrice, an older spelling, is taken too: tools send it, and EC2 answers with it.",
	Source:    validate.Source{Shape: "SpotOptionsRequest", Member: "AllocationStrategy"},
	Code:      "InvalidParameter",
	CodeBasis: validate.Observed,
	On:        on,
	Members:   []string{"SpotOptions.AllocationStrategy"},
	Values:    spotStrategies,
	Good: []validate.Example{
		{Spec: `{"SpotOptions":{"AllocationStrategy":"price-capacity-optimized"}}`},
		{Spec: `{"SpotOptions":{"AllocationStrategy":"lowestPrice"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SpotOptions":{"AllocationStrategy":"capacityOptimized"}}`, At: "SpotOptions.AllocationStrategy"},
	},
}

var fleetStrategyOnDemandValues = &validate.Rule{
	ID: "fleet-strategy-on-demand-values",
	Summary: "AllocationStrategy of OnDemandOptions must be a strategy that EC2 Fleet knows, spelled " +
		"with hyphens",
	Reading:   "lowestPrice, an older spelling, is taken too: tools send it, and EC2 answers with it.",
	Source:    validate.Source{Shape: "OnDemandOptionsRequest", Member: "AllocationStrategy"},
	Code:      "InvalidParameter",
	CodeBasis: validate.Observed,
	On:        on,
	Members:   []string{"OnDemandOptions.AllocationStrategy"},
	Values:    onDemandStrategies,
	Good: []validate.Example{
		{Spec: `{"OnDemandOptions":{"AllocationStrategy":"prioritized"}}`},
		{Spec: `{"OnDemandOptions":{"AllocationStrategy":"lowestPrice"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"OnDemandOptions":{"AllocationStrategy":"diversified"}}`, At: "OnDemandOptions.AllocationStrategy"},
	},
}

var fleetStrategyAdvice = &validate.Rule{
	ID: "fleet-strategy-advice",
	Summary: "Spot capacity should be allocated by price-capacity-optimized: lowest-price, the default, has the " +
		"highest risk of interruption",
	Source:   validate.Source{Shape: "SpotOptionsRequest", Member: "AllocationStrategy"},
	Severity: validate.SeverityAdvice,
	On:       on,
	Members:  []string{"SpotOptions.AllocationStrategy"},
	When:     []string{"TargetCapacitySpecification"},
	Reads: []string{
		"TargetCapacitySpecification.DefaultTargetCapacityType", "TargetCapacitySpecification.SpotTargetCapacity",
	},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		c := in.TargetCapacitySpecification
		spot := c.DefaultTargetCapacityType == types.DefaultTargetCapacityTypeSpot || aws.ToInt32(c.SpotTargetCapacity) > 0
		if spot && (in.SpotOptions == nil || cheapest(in.SpotOptions.AllocationStrategy)) {
			p.Reportf("SpotOptions.AllocationStrategy",
				"should be price-capacity-optimized: lowest-price, the default, has the highest risk of interruption")
		}
	},
	Good: []validate.Example{
		{Spec: `{"SpotOptions":{"AllocationStrategy":"price-capacity-optimized"}}`},
		{Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
			`"DefaultTargetCapacityType":"on-demand"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SpotOptions":{"AllocationStrategy":"lowest-price"}}`, At: "SpotOptions.AllocationStrategy"},
		{Spec: `{}`, At: "SpotOptions.AllocationStrategy"},
		{
			Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":2,"SpotTargetCapacity":1,` +
				`"DefaultTargetCapacityType":"on-demand"}}`,
			At: "SpotOptions.AllocationStrategy",
		},
	},
}
