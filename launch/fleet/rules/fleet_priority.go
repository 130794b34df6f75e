package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// prioritized returns the member whose strategy follows the priorities of
// overrides; empty when none does.
func prioritized(in *ec2.CreateFleetInput) string {
	const spot = types.SpotAllocationStrategyCapacityOptimizedPrioritized
	switch {
	case in.SpotOptions != nil && in.SpotOptions.AllocationStrategy == spot:
		return "SpotOptions.AllocationStrategy"
	case in.OnDemandOptions != nil &&
		in.OnDemandOptions.AllocationStrategy == types.FleetOnDemandAllocationStrategyPrioritized:
		return "OnDemandOptions.AllocationStrategy"
	case in.ReservedCapacityOptions != nil &&
		in.ReservedCapacityOptions.AllocationStrategy == types.ReservedCapacityAllocationStrategyPrioritized:
		return "ReservedCapacityOptions.AllocationStrategy"
	}
	return ""
}

var fleetPriorityUnusedAdvice = &validate.Rule{
	ID:       "fleet-priority-unused-advice",
	Summary:  "Priority of an override should go with a strategy that follows it",
	Source:   validate.Source{Shape: "FleetLaunchTemplateOverridesRequest", Member: "Priority"},
	Severity: validate.SeverityAdvice,
	On:       on,
	Given:    []string{"LaunchTemplateConfigs[].Overrides[].Priority"},
	Reads: []string{
		"SpotOptions.AllocationStrategy", "OnDemandOptions.AllocationStrategy",
		"ReservedCapacityOptions.AllocationStrategy",
	},
	Check: func(p *validate.Pass) {
		if prioritized(fleet(p)) != "" {
			return
		}
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.Priority != nil {
				p.Reportf(p.At("LaunchTemplateConfigs[].Overrides[].Priority", i, j),
					"should go with capacity-optimized-prioritized in SpotOptions, or prioritized in OnDemandOptions")
			}
		})
	},
	Good: []validate.Example{
		{Spec: overriding + `{"InstanceType":"m6i.large","Priority":1}]}],` +
			`"SpotOptions":{"AllocationStrategy":"capacity-optimized-prioritized"}}`},
		{Spec: overriding + `{"InstanceType":"m6i.large","Priority":1}]}],` +
			`"OnDemandOptions":{"AllocationStrategy":"prioritized"}}`},
		{
			Spec: overriding + `{"InstanceType":"m6i.large","Priority":1}]}],"Type":"instant",` +
				`"TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
				`"DefaultTargetCapacityType":"reserved-capacity"},` +
				`"ReservedCapacityOptions":{"AllocationStrategy":"prioritized"}}`,
			Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec: overriding + `{"InstanceType":"m6i.large","Priority":1}]}],` +
				`"SpotOptions":{"AllocationStrategy":"price-capacity-optimized"}}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].Priority",
		},
	},
}

var fleetPriorityMissingAdvice = &validate.Rule{
	ID:       "fleet-priority-missing-advice",
	Summary:  "a strategy that follows priorities should find one in an override: all have the lowest otherwise",
	Reading:  "A single override has no order.",
	Source:   validate.Source{Shape: "FleetLaunchTemplateOverridesRequest", Member: "Priority"},
	Severity: validate.SeverityAdvice,
	On:       on,
	Given: []string{
		"SpotOptions.AllocationStrategy", "OnDemandOptions.AllocationStrategy",
		"ReservedCapacityOptions.AllocationStrategy",
	},
	When:  []string{"LaunchTemplateConfigs[].Overrides"},
	Reads: []string{"LaunchTemplateConfigs[].Overrides[].Priority"},
	Check: func(p *validate.Pass) {
		strategy := prioritized(fleet(p))
		n, ordered := 0, false
		overrides(p, func(_, _ int, o *types.FleetLaunchTemplateOverridesRequest) {
			n++
			ordered = ordered || o.Priority != nil
		})
		if strategy != "" && n > 1 && !ordered {
			p.Reportf(strategy, "should go with a Priority in overrides: without one, all have the lowest")
		}
	},
	Good: []validate.Example{
		{Spec: overriding + `{"InstanceType":"m6i.large","Priority":0},{"InstanceType":"m5.large"}]}],` +
			`"SpotOptions":{"AllocationStrategy":"capacity-optimized-prioritized"}}`},
		{Spec: overriding + `{"InstanceType":"m6i.large"}]}],` +
			`"OnDemandOptions":{"AllocationStrategy":"prioritized"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: overriding + `{"InstanceType":"m6i.large"},{"InstanceType":"m5.large"}]}],` +
				`"SpotOptions":{"AllocationStrategy":"capacity-optimized-prioritized"}}`,
			At: "SpotOptions.AllocationStrategy",
		},
		{
			Spec: overriding + `{"InstanceType":"m6i.large"},{"InstanceType":"m5.large"}]}],` +
				`"OnDemandOptions":{"AllocationStrategy":"prioritized"}}`,
			At: "OnDemandOptions.AllocationStrategy",
		},
	},
}
