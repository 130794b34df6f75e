package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var spotFleetStrategyValues = &validate.Rule{
	ID:        "spot-fleet-strategy-values",
	Summary:   "AllocationStrategy must be a strategy that Spot Fleet knows, spelled in camel case",
	Source:    validate.Source{Shape: "SpotFleetRequestConfigData", Member: "AllocationStrategy"},
	Code:      "InvalidParameter",
	CodeBasis: validate.Observed,
	On:        onFleet,
	Members:   []string{"SpotFleetRequestConfig.AllocationStrategy"},
	Values:    strategies,
	Good: []validate.Example{
		{Spec: specified + `,"AllocationStrategy":"priceCapacityOptimized"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"AllocationStrategy":"lowest-price"}}`,
			At:   "SpotFleetRequestConfig.AllocationStrategy",
		},
	},
}

var spotFleetStrategyTemplateRequired = &validate.Rule{
	ID:      "spot-fleet-strategy-template-required",
	Summary: "capacityOptimizedPrioritized must go with LaunchTemplateConfigs",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "AllocationStrategy"},
	Code:    "InvalidParameterCombination",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.AllocationStrategy"},
	When:    []string{"SpotFleetRequestConfig.LaunchSpecifications"},
	Check: func(p *validate.Pass) {
		if config(p).AllocationStrategy == types.AllocationStrategyCapacityOptimizedPrioritized {
			p.Conflictf("SpotFleetRequestConfig.AllocationStrategy", []string{"SpotFleetRequestConfig.LaunchSpecifications"},
				"must go with LaunchTemplateConfigs, whose overrides have priorities")
		}
	},
	Good: []validate.Example{
		{Spec: templated + `,"AllocationStrategy":"capacityOptimizedPrioritized"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"AllocationStrategy":"capacityOptimizedPrioritized"}}`,
			At:   "SpotFleetRequestConfig.AllocationStrategy",
		},
	},
}

var spotFleetStrategyPoolsConflict = &validate.Rule{
	ID:      "spot-fleet-strategy-pools-conflict",
	Summary: "InstancePoolsToUseCount must go with the strategy lowestPrice",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "InstancePoolsToUseCount"},
	Code:    "InvalidParameterCombination",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.InstancePoolsToUseCount"},
	When:    []string{"SpotFleetRequestConfig.AllocationStrategy"},
	Check: func(p *validate.Pass) {
		if config(p).AllocationStrategy != types.AllocationStrategyLowestPrice {
			p.Conflictf("SpotFleetRequestConfig.InstancePoolsToUseCount", []string{"SpotFleetRequestConfig.AllocationStrategy"},
				"must go with lowestPrice, which is the default")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `,"InstancePoolsToUseCount":2}}`},
		{Spec: specified + `,"InstancePoolsToUseCount":2,"AllocationStrategy":"lowestPrice"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"InstancePoolsToUseCount":2,"AllocationStrategy":"diversified"}}`,
			At:   "SpotFleetRequestConfig.InstancePoolsToUseCount",
		},
	},
}

var spotFleetStrategyOnDemandAdvice = &validate.Rule{
	ID:       "spot-fleet-strategy-on-demand-advice",
	Summary:  "OnDemandAllocationStrategy should go with On-Demand capacity",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "OnDemandAllocationStrategy"},
	Severity: validate.SeverityAdvice,
	On:       onFleet,
	Given:    []string{"SpotFleetRequestConfig.OnDemandAllocationStrategy"},
	Reads:    []string{"SpotFleetRequestConfig.OnDemandTargetCapacity"},
	Check: func(p *validate.Pass) {
		if n := config(p).OnDemandTargetCapacity; n == nil || *n == 0 {
			p.Reportf("SpotFleetRequestConfig.OnDemandAllocationStrategy", "should go with an OnDemandTargetCapacity")
		}
	},
	Good: []validate.Example{
		{Spec: templated + `,"OnDemandAllocationStrategy":"lowestPrice","OnDemandTargetCapacity":1}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"OnDemandAllocationStrategy":"lowestPrice"}}`,
			At:   "SpotFleetRequestConfig.OnDemandAllocationStrategy",
		},
	},
}
