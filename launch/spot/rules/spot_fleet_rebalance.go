package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// rebalancing begins an example, up to where the strategy follows.
const rebalancing = specified + `,"SpotMaintenanceStrategies":{"CapacityRebalance":{`

// rebalance is how the fleet replaces instances that are at risk.
func rebalance(p *validate.Pass) *types.SpotCapacityRebalance {
	return config(p).SpotMaintenanceStrategies.CapacityRebalance
}

var spotFleetRebalanceValues = &validate.Rule{
	ID:      "spot-fleet-rebalance-values",
	Summary: "ReplacementStrategy must be launch or launch-before-terminate",
	Source:  validate.Source{Shape: "SpotCapacityRebalance", Member: "ReplacementStrategy"},
	Code:    "InvalidParameterValue",
	On:      onFleet,
	Members: []string{"SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.ReplacementStrategy"},
	Values:  replacements,
	Good: []validate.Example{
		{Spec: rebalancing + `"ReplacementStrategy":"launch"}}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: rebalancing + `"ReplacementStrategy":"terminate"}}}}`,
			At:   "SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.ReplacementStrategy",
		},
	},
}

var spotFleetRebalanceConflict = &validate.Rule{
	ID:      "spot-fleet-rebalance-conflict",
	Summary: "ReplacementStrategy must be given for fleets of type maintain only",
	Reading: "Maintain is the default type.",
	Source:  validate.Source{Shape: "SpotCapacityRebalance", Member: "ReplacementStrategy"},
	Code:    "InvalidParameterCombination",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.ReplacementStrategy"},
	When:    []string{"SpotFleetRequestConfig.Type"},
	Check: func(p *validate.Pass) {
		if config(p).Type == types.FleetTypeRequest {
			p.Conflictf("SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.ReplacementStrategy",
				[]string{"SpotFleetRequestConfig.Type"},
				"must not be given with Type request, which replaces nothing; drop it, or set Type to maintain")
		}
	},
	Good: []validate.Example{
		{Spec: rebalancing + `"ReplacementStrategy":"launch"}}}}`},
		{Spec: rebalancing + `"ReplacementStrategy":"launch"}},"Type":"maintain"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: rebalancing + `"ReplacementStrategy":"launch"}},"Type":"request"}}`,
			At:   "SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.ReplacementStrategy",
		},
	},
}

var spotFleetRebalanceDelayRequired = &validate.Rule{
	ID:      "spot-fleet-rebalance-delay-required",
	Summary: "TerminationDelay must be given with the strategy launch-before-terminate",
	Source:  validate.Source{Shape: "SpotCapacityRebalance", Member: "TerminationDelay"},
	Code:    "MissingParameter",
	On:      onFleet,
	Members: []string{"SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.TerminationDelay"},
	When:    []string{"SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.ReplacementStrategy"},
	Check: func(p *validate.Pass) {
		r := rebalance(p)
		if r.ReplacementStrategy == types.ReplacementStrategyLaunchBeforeTerminate && r.TerminationDelay == nil {
			p.Reportf("SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.TerminationDelay",
				"must be given with launch-before-terminate, in seconds")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `,` +
			`"SpotMaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch-before-terminate",` +
			`"TerminationDelay":120}}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,` +
				`"SpotMaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch-before-terminate"}}}` +
				`}`,
			At: "SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.TerminationDelay",
		},
	},
}

var spotFleetRebalanceDelayConflict = &validate.Rule{
	ID:      "spot-fleet-rebalance-delay-conflict",
	Summary: "TerminationDelay must not be given with the strategy launch, which terminates nothing",
	Source:  validate.Source{Shape: "SpotCapacityRebalance", Member: "TerminationDelay"},
	Code:    "InvalidParameterCombination",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.TerminationDelay"},
	When:    []string{"SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.ReplacementStrategy"},
	Check: func(p *validate.Pass) {
		if rebalance(p).ReplacementStrategy == types.ReplacementStrategyLaunch {
			p.Conflictf("SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.TerminationDelay",
				[]string{"SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.ReplacementStrategy"},
				"must not be given with launch, which terminates nothing")
		}
	},
	Good: []validate.Example{
		{Spec: rebalancing + `"ReplacementStrategy":"launch"}}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: rebalancing + `"ReplacementStrategy":"launch",` +
				`"TerminationDelay":120}}}}`,
			At: "SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.TerminationDelay",
		},
	},
}

var spotFleetRebalanceDelayRange = &validate.Rule{
	ID:      "spot-fleet-rebalance-delay-range",
	Summary: "TerminationDelay must be a number of seconds that EC2 takes",
	Source:  validate.Source{Shape: "SpotCapacityRebalance", Member: "TerminationDelay"},
	Code:    "InvalidParameterValue",
	On:      onFleet,
	Members: []string{"SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.TerminationDelay"},
	Range:   &validate.Range{Min: delayMin, Max: delayMax},
	Good: []validate.Example{
		{Spec: specified + `,` +
			`"SpotMaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch-before-terminate",` +
			`"TerminationDelay":7200}}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,` +
				`"SpotMaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch-before-terminate",` +
				`"TerminationDelay":60}}}}`,
			At: "SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.TerminationDelay",
		},
	},
}
