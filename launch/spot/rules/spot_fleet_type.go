package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var spotFleetTypeUnsupported = &validate.Rule{
	ID:      "spot-fleet-type-unsupported",
	Summary: "Type must be request or maintain: instant is for EC2 Fleet",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "Type"},
	Code:    "InvalidParameterValue",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.Type"},
	Check: func(p *validate.Pass) {
		if config(p).Type == types.FleetTypeInstant {
			p.Reportf("SpotFleetRequestConfig.Type", "must be request or maintain: instant is for EC2 Fleet")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `,"Type":"request"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"Type":"instant"}}`,
			At:   "SpotFleetRequestConfig.Type",
		},
	},
}

var spotFleetTypeRequired = &validate.Rule{
	ID:       "spot-fleet-type-required",
	Summary:  "what replaces instances should be for a fleet of type maintain",
	Reading:  "No page says whether EC2 refuses these members of other fleets or ignores them.",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "ExcessCapacityTerminationPolicy"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	On:       onFleet,
	Given: []string{
		"SpotFleetRequestConfig.ExcessCapacityTerminationPolicy",
		"SpotFleetRequestConfig.ReplaceUnhealthyInstances",
		"SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.ReplacementStrategy",
		"SpotFleetRequestConfig.InstanceInterruptionBehavior",
	},
	When: []string{"SpotFleetRequestConfig.Type"},
	Check: func(p *validate.Pass) {
		c := config(p)
		if c.Type == types.FleetTypeMaintain {
			return
		}
		report := func(given bool, member string) {
			if given {
				p.Conflictf("SpotFleetRequestConfig."+member, []string{"SpotFleetRequestConfig.Type"},
					"should be for a fleet of type maintain")
			}
		}
		report(c.ExcessCapacityTerminationPolicy != "", "ExcessCapacityTerminationPolicy")
		report(c.ReplaceUnhealthyInstances != nil && *c.ReplaceUnhealthyInstances, "ReplaceUnhealthyInstances")
		report(rebalance(c) != nil && rebalance(c).ReplacementStrategy != "",
			"SpotMaintenanceStrategies.CapacityRebalance.ReplacementStrategy")
		b := c.InstanceInterruptionBehavior
		report(b != "" && b != types.InstanceInterruptionBehaviorTerminate, "InstanceInterruptionBehavior")
	},
	Good: []validate.Example{
		{Spec: specified + `,"Type":"maintain","ExcessCapacityTerminationPolicy":"noTermination",` +
			`"ReplaceUnhealthyInstances":true,"InstanceInterruptionBehavior":"stop"}}`},
		{Spec: specified + `,"Type":"request","InstanceInterruptionBehavior":"terminate",` +
			`"ReplaceUnhealthyInstances":false}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"Type":"request","ExcessCapacityTerminationPolicy":"default"}}`,
			At:   "SpotFleetRequestConfig.ExcessCapacityTerminationPolicy",
		},
		{
			Spec: specified + `,"Type":"request","ReplaceUnhealthyInstances":true}}`,
			At:   "SpotFleetRequestConfig.ReplaceUnhealthyInstances",
		},
		{
			Spec: specified + `,"Type":"request",` +
				`"SpotMaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch"}}}}`,
			At: "SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.ReplacementStrategy",
		},
		{
			Spec: specified + `,"Type":"request","InstanceInterruptionBehavior":"stop"}}`,
			At:   "SpotFleetRequestConfig.InstanceInterruptionBehavior",
		},
	},
}
