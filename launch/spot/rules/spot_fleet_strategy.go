package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var spotFleetStrategyValues = &validate.Rule{
	ID:      "spot-fleet-strategy-values",
	Summary: "AllocationStrategy must be a strategy that Spot Fleet knows, spelled in camel case",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "AllocationStrategy"},
	Code:    "InvalidParameter",
	On:      onFleet,
	Members: []string{"SpotFleetRequestConfig.AllocationStrategy"},
	Values:  strategies,
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

var spotFleetStrategyOnDemandValues = &validate.Rule{
	ID:      "spot-fleet-strategy-on-demand-values",
	Summary: "OnDemandAllocationStrategy must be lowestPrice or prioritized",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "OnDemandAllocationStrategy"},
	Code:    "InvalidParameter",
	On:      onFleet,
	Members: []string{"SpotFleetRequestConfig.OnDemandAllocationStrategy"},
	Values:  onDemandStrategies,
	Good: []validate.Example{
		{Spec: templated + `,"OnDemandTargetCapacity":1,"OnDemandAllocationStrategy":"lowestPrice"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: templated + `,"OnDemandTargetCapacity":1,"OnDemandAllocationStrategy":"lowest-price"}}`,
			At:   "SpotFleetRequestConfig.OnDemandAllocationStrategy",
		},
	},
}

var spotFleetStrategyOnDemandAdvice = &validate.Rule{
	ID: "spot-fleet-strategy-on-demand-advice",
	Summary: "OnDemandAllocationStrategy should go with On-Demand capacity, and prioritized with priorities of the " +
		"overrides",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "OnDemandAllocationStrategy"},
	Severity: validate.SeverityAdvice,
	On:       onFleet,
	Given:    []string{"SpotFleetRequestConfig.OnDemandAllocationStrategy"},
	Reads: []string{
		"SpotFleetRequestConfig.OnDemandTargetCapacity",
		"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].Priority",
	},
	Check: func(p *validate.Pass) {
		c := config(p)
		switch {
		case c.OnDemandTargetCapacity == nil || *c.OnDemandTargetCapacity == 0:
			p.Reportf("SpotFleetRequestConfig.OnDemandAllocationStrategy",
				"should go with an OnDemandTargetCapacity, without which it has no effect")
		case c.OnDemandAllocationStrategy == types.OnDemandAllocationStrategyPrioritized && !prioritized(p):
			p.Reportf("SpotFleetRequestConfig.OnDemandAllocationStrategy",
				"should go with a Priority of the overrides, without which none comes first")
		}
	},
	Good: []validate.Example{
		{Spec: templated + `,"OnDemandAllocationStrategy":"lowestPrice","OnDemandTargetCapacity":1}}`},
		{
			Spec: overriding + `{"InstanceType":"m5.large","Priority":0}]}],"OnDemandTargetCapacity":1,` +
				`"OnDemandAllocationStrategy":"prioritized"}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: templated + `,"OnDemandAllocationStrategy":"lowestPrice"}}`,
			At:   "SpotFleetRequestConfig.OnDemandAllocationStrategy",
		},
		{
			Spec: templated + `,"OnDemandTargetCapacity":1,"OnDemandAllocationStrategy":"prioritized"}}`,
			At:   "SpotFleetRequestConfig.OnDemandAllocationStrategy",
		},
	},
}

// prioritized reports whether an override has a priority.
func prioritized(p *validate.Pass) (some bool) {
	overrides(p, func(_, _ int, o *types.LaunchTemplateOverrides) { some = some || o.Priority != nil })
	return some
}
