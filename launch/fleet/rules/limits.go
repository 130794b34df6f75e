package rules

import "github.com/ec2launch/ec2launch/validate"

var configsMax = &validate.Limit{
	ID:      "fleet-configs-max",
	Summary: "most launch template configurations of a fleet",
	Source:  validate.Source{Shape: "CreateFleet", Member: "LaunchTemplateConfigs"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 50}},
}

var capacityMax = &validate.Limit{
	ID:      "fleet-capacity-max",
	Summary: "quota of the target capacity of a fleet, in units",
	Source:  validate.Source{Guide: "fleet-quotas"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 10000}},
}

var overridesMax = &validate.Limit{
	ID:      "fleet-overrides-max",
	Summary: "most overrides of a fleet of type maintain or request, over all templates",
	Source:  validate.Source{Guide: "fleet-quotas"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 300}},
}

var requirementsMax = &validate.Limit{
	ID:      "fleet-requirements-max",
	Summary: "most overrides with InstanceRequirements in a fleet",
	Source:  validate.Source{Guide: "ec2-fleet-attribute-based-instance-type-selection"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 4}},
}

var delayMin = &validate.Limit{
	ID:      "fleet-delay-min",
	Summary: "least seconds between the start of a replacement and the end of the old instance",
	Source:  validate.Source{Shape: "FleetSpotCapacityRebalanceRequest", Member: "TerminationDelay"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 120}},
}

var delayMax = &validate.Limit{
	ID:      "fleet-delay-max",
	Summary: "most seconds between the start of a replacement and the end of the old instance",
	Source:  validate.Source{Shape: "FleetSpotCapacityRebalanceRequest", Member: "TerminationDelay"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 7200}},
}

var minimumMax = &validate.Limit{
	ID:      "fleet-minimum-max",
	Summary: "most units of MinTargetCapacity",
	Source:  validate.Source{Shape: "SpotOptionsRequest", Member: "MinTargetCapacity"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 1000}},
}

var priceMin = &validate.Limit{
	ID:      "fleet-price-min",
	Summary: "lowest MaxPrice of an override, in thousandths of a US dollar an hour",
	Source:  validate.Source{Shape: "FleetLaunchTemplateOverridesRequest", Member: "MaxPrice"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 1}},
}

var tokenMax = &validate.Limit{
	ID:      "fleet-token-max",
	Summary: "most characters of the client token of a fleet",
	Source:  validate.Source{Shape: "CreateFleet", Member: "ClientToken"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 128}},
}

var templateNameMin = &validate.Limit{
	ID:      "fleet-template-name-min",
	Summary: "fewest characters of the name of a launch template",
	Source:  validate.Source{Shape: "FleetLaunchTemplateSpecificationRequest", Member: "LaunchTemplateName"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 3}},
}

var templateNameMax = &validate.Limit{
	ID:      "fleet-template-name-max",
	Summary: "most characters of the name of a launch template",
	Source:  validate.Source{Shape: "FleetLaunchTemplateSpecificationRequest", Member: "LaunchTemplateName"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 128}},
}

var spotStrategies = &validate.Values{
	ID:      "fleet-spot-strategy",
	Summary: "strategies by which a fleet allocates Spot capacity",
	Source:  validate.Source{Shape: "SpotOptionsRequest", Member: "AllocationStrategy"},
	Sets: []validate.ValueSet{{
		Since: validate.Spring2023,
		Values: []string{
			"lowest-price", "diversified", "capacity-optimized", "capacity-optimized-prioritized", "price-capacity-optimized",
			lowestPriceOfOld,
		},
	}},
}

var onDemandStrategies = &validate.Values{
	ID:      "fleet-on-demand-strategy",
	Summary: "strategies by which a fleet allocates On-Demand capacity",
	Source:  validate.Source{Shape: "OnDemandOptionsRequest", Member: "AllocationStrategy"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"lowest-price", "prioritized", lowestPriceOfOld}},
	},
}

// lowestPriceOfOld is how lowest-price was spelled first, and how EC2 repeats it.
const lowestPriceOfOld = "lowestPrice"

var fleetTypes = &validate.Values{
	ID:      "fleet-type",
	Summary: "types of a fleet",
	Source:  validate.Source{Shape: "CreateFleet", Member: "Type"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"request", "maintain", "instant"}},
	},
}

var terminationPolicies = &validate.Values{
	ID:      "fleet-termination-policy",
	Summary: "what happens to the excess capacity of a fleet",
	Source:  validate.Source{Shape: "CreateFleet", Member: "ExcessCapacityTerminationPolicy"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"no-termination", "termination"}},
	},
}

var capacityTypes = &validate.Values{
	ID:      "fleet-capacity-type",
	Summary: "purchasing options of a fleet",
	Source:  validate.Source{Shape: "TargetCapacitySpecificationRequest", Member: "DefaultTargetCapacityType"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"spot", "on-demand"}},
		{Since: validate.Autumn2026, Values: []string{"spot", "on-demand", "capacity-block", "reserved-capacity"}},
	},
}

var capacityUnits = &validate.Values{
	ID:      "fleet-capacity-unit",
	Summary: "units of the target capacity of a fleet",
	Source:  validate.Source{Shape: "TargetCapacitySpecificationRequest", Member: "TargetCapacityUnitType"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"vcpu", "memory-mib", "units"}},
	},
}

var usageStrategies = &validate.Values{
	ID:      "fleet-usage-strategy",
	Summary: "strategies by which a fleet uses Capacity Reservations",
	Source:  validate.Source{Shape: "CapacityReservationOptionsRequest", Member: "UsageStrategy"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"use-capacity-reservations-first"}},
	},
}

var interruptions = &validate.Values{
	ID:      "fleet-interruption",
	Summary: "what happens to interrupted Spot Instances of a fleet",
	Source:  validate.Source{Shape: "SpotOptionsRequest", Member: "InstanceInterruptionBehavior"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"hibernate", "stop", "terminate"}},
	},
}

var replacementStrategies = &validate.Values{
	ID:      "fleet-replacement-strategy",
	Summary: "strategies by which a fleet replaces Spot Instances at risk",
	Source:  validate.Source{Shape: "FleetSpotCapacityRebalanceRequest", Member: "ReplacementStrategy"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"launch", "launch-before-terminate"}},
	},
}

var reservationTypes = &validate.Values{
	ID:      "fleet-reservation-type",
	Summary: "kinds of Capacity Reservations that a fleet launches into",
	Source:  validate.Source{Shape: "ReservedCapacityOptionsRequest", Member: "ReservationTypes"},
	Sets: []validate.ValueSet{
		{
			Since:  validate.Autumn2026,
			Values: []string{"on-demand-capacity-reservation", "capacity-block", "interruptible-capacity-reservation"},
		},
	},
}

var reservationStrategies = &validate.Values{
	ID:      "fleet-reservation-strategy",
	Summary: "strategies by which a fleet allocates reserved capacity",
	Source:  validate.Source{Shape: "ReservedCapacityOptionsRequest", Member: "AllocationStrategy"},
	Sets:    []validate.ValueSet{{Since: validate.Autumn2026, Values: []string{"prioritized"}}},
}

var fallbacks = &validate.Values{
	ID:      "fleet-reservation-fallback",
	Summary: "purchasing options that a fleet falls back to where reserved capacity does not suffice",
	Source:  validate.Source{Shape: "ReservedCapacityFallbackOptionsRequest", Member: "MarketTypes"},
	Sets:    []validate.ValueSet{{Since: validate.Autumn2026, Values: []string{"on-demand"}}},
}

// Parts of examples.
const (
	characters64  = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl"
	config        = `{"LaunchTemplateSpecification":{"LaunchTemplateName":"web","Version":"1"}}`
	configs5      = config + "," + config + "," + config + "," + config + "," + config
	configs25     = configs5 + "," + configs5 + "," + configs5 + "," + configs5 + "," + configs5
	configs50     = configs25 + "," + configs25
	requirements  = `{"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":0}}}`
	requirements4 = requirements + "," + requirements + "," + requirements + "," + requirements
	overriding    = `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web","Version":"1"},"Overrides":[`
	override      = `{"MaxPrice":"0.1"}`
	overrides5    = override + "," + override + "," + override + "," + override + "," + override
	overrides25   = overrides5 + "," + overrides5 + "," + overrides5 + "," + overrides5 + "," + overrides5
	overrides100  = overrides25 + "," + overrides25 + "," + overrides25 + "," + overrides25
	overrides300  = overrides100 + "," + overrides100 + "," + overrides100
)
