package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var fleetStrategyValues = &validate.Rule{
	ID: "fleet-strategy-values",
	Summary: "AllocationStrategy of SpotOptions must be a strategy that EC2 Fleet knows, spelled with " +
		"hyphens",
	Source:    validate.Source{Shape: "SpotOptionsRequest", Member: "AllocationStrategy"},
	Code:      "InvalidParameter",
	CodeBasis: validate.Observed,
	On:        on,
	Members:   []string{"SpotOptions.AllocationStrategy"},
	Values:    spotStrategies,
	Good: []validate.Example{
		{Spec: `{"SpotOptions":{"AllocationStrategy":"price-capacity-optimized"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SpotOptions":{"AllocationStrategy":"lowestPrice"}}`, At: "SpotOptions.AllocationStrategy"},
	},
}

var fleetStrategyOnDemandValues = &validate.Rule{
	ID: "fleet-strategy-on-demand-values",
	Summary: "AllocationStrategy of OnDemandOptions must be a strategy that EC2 Fleet knows, spelled " +
		"with hyphens",
	Source:    validate.Source{Shape: "OnDemandOptionsRequest", Member: "AllocationStrategy"},
	Code:      "InvalidParameter",
	CodeBasis: validate.Observed,
	On:        on,
	Members:   []string{"OnDemandOptions.AllocationStrategy"},
	Values:    onDemandStrategies,
	Good: []validate.Example{
		{Spec: `{"OnDemandOptions":{"AllocationStrategy":"prioritized"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"OnDemandOptions":{"AllocationStrategy":"lowestPrice"}}`, At: "OnDemandOptions.AllocationStrategy"},
	},
}

var fleetStrategyAdvice = &validate.Rule{
	ID: "fleet-strategy-advice",
	Summary: "Spot capacity should be allocated by price-capacity-optimized: lowest-price has the " +
		"highest risk of interruption",
	Source:   validate.Source{Shape: "SpotOptionsRequest", Member: "AllocationStrategy"},
	Severity: validate.SeverityAdvice,
	On:       on,
	Given:    []string{"SpotOptions.AllocationStrategy"},
	Check: func(p *validate.Pass) {
		if fleet(p).SpotOptions.AllocationStrategy == types.SpotAllocationStrategyLowestPrice {
			p.Reportf("SpotOptions.AllocationStrategy",
				"should be price-capacity-optimized: lowest-price has the highest risk of interruption")
		}
	},
	Good: []validate.Example{
		{Spec: `{"SpotOptions":{"AllocationStrategy":"price-capacity-optimized"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SpotOptions":{"AllocationStrategy":"lowest-price"}}`, At: "SpotOptions.AllocationStrategy"},
	},
}
