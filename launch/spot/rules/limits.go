package rules

import "github.com/ec2launch/ec2launch/validate"

var priceMin = &validate.Limit{
	ID:      "spot-price-min",
	Summary: "lowest SpotPrice of a Spot request or Spot Fleet, in thousandths of a US dollar an hour",
	Source:  validate.Source{Shape: "SpotMarketOptions", Member: "MaxPrice"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 1}},
}

var capacityMax = &validate.Limit{
	ID:      "spot-fleet-capacity-max",
	Summary: "quota of the target capacity of a Spot Fleet, in units",
	Source:  validate.Source{Guide: "fleet-quotas"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 10000}},
}

var delayMin = &validate.Limit{
	ID:      "spot-fleet-delay-min",
	Summary: "least seconds between the start of a replacement and the end of the old instance",
	Source:  validate.Source{Shape: "SpotCapacityRebalance", Member: "TerminationDelay"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 120}},
}

var delayMax = &validate.Limit{
	ID:      "spot-fleet-delay-max",
	Summary: "most seconds between the start of a replacement and the end of the old instance",
	Source:  validate.Source{Shape: "SpotCapacityRebalance", Member: "TerminationDelay"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 7200}},
}

var balancersMax = &validate.Limit{
	ID:      "spot-fleet-load-balancers-max",
	Summary: "most Classic Load Balancers, and most target groups, of a Spot Fleet",
	Source:  validate.Source{Shape: "ClassicLoadBalancersConfig", Member: "ClassicLoadBalancers"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 5}},
}

var strategies = &validate.Values{
	ID:      "spot-fleet-strategy",
	Summary: "strategies by which a Spot Fleet allocates Spot capacity",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "AllocationStrategy"},
	Sets: []validate.ValueSet{{
		Since: validate.Spring2023,
		Values: []string{
			"lowestPrice", "diversified", "capacityOptimized", "capacityOptimizedPrioritized", "priceCapacityOptimized",
		},
	}},
}

var onDemandStrategies = &validate.Values{
	ID:      "spot-fleet-on-demand-strategy",
	Summary: "strategies by which a Spot Fleet allocates On-Demand capacity",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "OnDemandAllocationStrategy"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"lowestPrice", "prioritized"}}},
}

var replacements = &validate.Values{
	ID:      "spot-fleet-rebalance",
	Summary: "strategies by which a Spot Fleet replaces instances at risk",
	Source:  validate.Source{Shape: "SpotCapacityRebalance", Member: "ReplacementStrategy"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"launch", "launch-before-terminate"}}},
}

var units = &validate.Values{
	ID:      "spot-fleet-unit",
	Summary: "units of the target capacity of a Spot Fleet",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "TargetCapacityUnitType"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"vcpu", "memory-mib", "units"}}},
}

var excess = &validate.Values{
	ID:      "spot-fleet-excess",
	Summary: "what a Spot Fleet does with instances beyond a lowered target capacity",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "ExcessCapacityTerminationPolicy"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"noTermination", "default"}}},
	AnyCase: true,
}

var fleetInterruptions = &validate.Values{
	ID:      "spot-fleet-interruption",
	Summary: "what happens to interrupted Spot Instances of a Spot Fleet",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "InstanceInterruptionBehavior"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"hibernate", "stop", "terminate"}}},
}

var requestInterruptions = &validate.Values{
	ID:      "spot-request-interruption",
	Summary: "what happens to interrupted Spot Instances of RequestSpotInstances",
	Source:  validate.Source{Shape: "RequestSpotInstances", Member: "InstanceInterruptionBehavior"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"hibernate", "stop", "terminate"}}},
}

var requestTypes = &validate.Values{
	ID:      "spot-request-type",
	Summary: "types of requests of RequestSpotInstances",
	Source:  validate.Source{Shape: "RequestSpotInstances", Member: "Type"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"one-time", "persistent"}}},
}
