package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// rebalance is how the fleet replaces Spot Instances that are at risk, nil where
// it does not say.
func rebalance(in *ec2.CreateFleetInput) *types.FleetSpotCapacityRebalanceRequest {
	if in.SpotOptions == nil || in.SpotOptions.MaintenanceStrategies == nil {
		return nil
	}
	return in.SpotOptions.MaintenanceStrategies.CapacityRebalance
}

var fleetRebalanceConflict = &validate.Rule{
	ID:      "fleet-rebalance-conflict",
	Summary: "ReplacementStrategy must be given for a fleet of type maintain only",
	Source:  validate.Source{Shape: "FleetSpotCapacityRebalanceRequest", Member: "ReplacementStrategy"},
	Code:    "InvalidFleetConfig",
	On:      on,
	Given:   []string{"SpotOptions.MaintenanceStrategies.CapacityRebalance.ReplacementStrategy"},
	When:    []string{"Type"},
	Check: func(p *validate.Pass) {
		if in := fleet(p); in.Type != types.FleetTypeMaintain {
			p.Conflictf("SpotOptions.MaintenanceStrategies.CapacityRebalance.ReplacementStrategy", []string{"Type"},
				"must be for a fleet of type maintain: no other replaces instances")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Type":"maintain",` +
			`"SpotOptions":{"MaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch"}}}}`},
		{Spec: `{"SpotOptions":{"MaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch"}}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"request",` +
				`"SpotOptions":{"MaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch"}}}}`,
			At: "SpotOptions.MaintenanceStrategies.CapacityRebalance.ReplacementStrategy",
		},
	},
}

var fleetRebalanceDelayRequired = &validate.Rule{
	ID:      "fleet-rebalance-delay-required",
	Summary: "TerminationDelay must be given with the strategy launch-before-terminate",
	Source:  validate.Source{Shape: "FleetSpotCapacityRebalanceRequest", Member: "TerminationDelay"},
	Code:    "MissingParameter",
	On:      on,
	Members: []string{"SpotOptions.MaintenanceStrategies.CapacityRebalance.TerminationDelay"},
	When:    []string{"SpotOptions.MaintenanceStrategies.CapacityRebalance.ReplacementStrategy"},
	Check: func(p *validate.Pass) {
		r := rebalance(fleet(p))
		if r.ReplacementStrategy == types.FleetReplacementStrategyLaunchBeforeTerminate && r.TerminationDelay == nil {
			p.Reportf("SpotOptions.MaintenanceStrategies.CapacityRebalance.TerminationDelay",
				"must be given with launch-before-terminate, in seconds")
		}
	},
	Good: []validate.Example{
		{Spec: `` +
			`{"SpotOptions":{"MaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch-before-terminate",` +
			`"TerminationDelay":120}}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `` +
				`{"SpotOptions":{"MaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch-before-terminate"}}}}`,
			At: "SpotOptions.MaintenanceStrategies.CapacityRebalance.TerminationDelay",
		},
	},
}

var fleetRebalanceDelayConflict = &validate.Rule{
	ID:      "fleet-rebalance-delay-conflict",
	Summary: "TerminationDelay must not be given with the strategy launch, which terminates nothing",
	Source:  validate.Source{Shape: "FleetSpotCapacityRebalanceRequest", Member: "TerminationDelay"},
	Code:    "InvalidParameterCombination",
	On:      on,
	Given:   []string{"SpotOptions.MaintenanceStrategies.CapacityRebalance.TerminationDelay"},
	When:    []string{"SpotOptions.MaintenanceStrategies.CapacityRebalance.ReplacementStrategy"},
	Check: func(p *validate.Pass) {
		if r := rebalance(fleet(p)); r.ReplacementStrategy == types.FleetReplacementStrategyLaunch {
			p.Conflictf("SpotOptions.MaintenanceStrategies.CapacityRebalance.TerminationDelay",
				[]string{"SpotOptions.MaintenanceStrategies.CapacityRebalance.ReplacementStrategy"},
				"must not be given with launch, which terminates nothing")
		}
	},
	Good: []validate.Example{
		{Spec: `{"SpotOptions":{"MaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch"}}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `` +
				`{"SpotOptions":{"MaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch",` +
				`"TerminationDelay":120}}}}`,
			At: "SpotOptions.MaintenanceStrategies.CapacityRebalance.TerminationDelay",
		},
	},
}

var fleetRebalanceDelayRange = &validate.Rule{
	ID:      "fleet-rebalance-delay-range",
	Summary: "TerminationDelay must be a number of seconds that EC2 takes",
	Source:  validate.Source{Shape: "FleetSpotCapacityRebalanceRequest", Member: "TerminationDelay"},
	Code:    "InvalidParameterValue",
	On:      on,
	Members: []string{"SpotOptions.MaintenanceStrategies.CapacityRebalance.TerminationDelay"},
	Range:   &validate.Range{Min: delayMin, Max: delayMax},
	Good: []validate.Example{
		{Spec: `` +
			`{"SpotOptions":{"MaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch-before-terminate",` +
			`"TerminationDelay":7200}}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `` +
				`{"SpotOptions":{"MaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch-before-terminate",` +
				`"TerminationDelay":60}}}}`,
			At: "SpotOptions.MaintenanceStrategies.CapacityRebalance.TerminationDelay",
		},
	},
}

var fleetRebalanceStrategyValues = &validate.Rule{
	ID:      "fleet-rebalance-strategy-values",
	Summary: "ReplacementStrategy must be launch or launch-before-terminate",
	Source:  validate.Source{Shape: "FleetSpotCapacityRebalanceRequest", Member: "ReplacementStrategy"},
	Code:    "InvalidParameter",
	On:      on,
	Members: []string{"SpotOptions.MaintenanceStrategies.CapacityRebalance.ReplacementStrategy"},
	Values:  replacementStrategies,
	Good: []validate.Example{
		{Spec: `{"SpotOptions":{"MaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch"}}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SpotOptions":{"MaintenanceStrategies":{"CapacityRebalance":` +
				`{"ReplacementStrategy":"relaunch"}}}}`,
			At: "SpotOptions.MaintenanceStrategies.CapacityRebalance.ReplacementStrategy",
		},
	},
}
