package rules

import "github.com/ec2launch/ec2launch/validate"

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
