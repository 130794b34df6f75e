package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// stays reports whether interrupted instances are kept.
func stays(b types.InstanceInterruptionBehavior) bool {
	return b == types.InstanceInterruptionBehaviorStop || b == types.InstanceInterruptionBehaviorHibernate
}

var spotFleetInterruptionValues = &validate.Rule{
	ID:      "spot-fleet-interruption-values",
	Summary: "InstanceInterruptionBehavior must be hibernate, stop or terminate",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "InstanceInterruptionBehavior"},
	Code:    "InvalidParameterValue",
	On:      onFleet,
	Members: []string{"SpotFleetRequestConfig.InstanceInterruptionBehavior"},
	Values:  fleetInterruptions,
	Good: []validate.Example{
		{Spec: specified + `,"InstanceInterruptionBehavior":"stop"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"InstanceInterruptionBehavior":"pause"}}`,
			At:   "SpotFleetRequestConfig.InstanceInterruptionBehavior",
		},
	},
}

var spotFleetInterruptionConflict = &validate.Rule{
	ID:      "spot-fleet-interruption-conflict",
	Summary: "InstanceInterruptionBehavior must be stop or hibernate for fleets of type maintain only",
	Reading: "Maintain is the default type.",
	Source:  validate.Source{Guide: "interruption-behavior"},
	Code:    "InvalidParameterCombination",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.InstanceInterruptionBehavior"},
	When:    []string{"SpotFleetRequestConfig.Type"},
	Check: func(p *validate.Pass) {
		c := config(p)
		if b := c.InstanceInterruptionBehavior; c.Type == types.FleetTypeRequest && stays(b) {
			p.Conflictf("SpotFleetRequestConfig.InstanceInterruptionBehavior", []string{"SpotFleetRequestConfig.Type"},
				"must be terminate with Type request; for %s, set Type to maintain", b)
		}
	},
	Good: []validate.Example{
		{Spec: specified + `,"Type":"maintain","InstanceInterruptionBehavior":"stop"}}`},
		{Spec: specified + `,"InstanceInterruptionBehavior":"hibernate"}}`},
		{Spec: specified + `,"Type":"request","InstanceInterruptionBehavior":"terminate"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"Type":"request","InstanceInterruptionBehavior":"stop"}}`,
			At:   "SpotFleetRequestConfig.InstanceInterruptionBehavior",
		},
		{
			Spec: specified + `,"Type":"request","InstanceInterruptionBehavior":"hibernate"}}`,
			At:   "SpotFleetRequestConfig.InstanceInterruptionBehavior",
		},
	},
}

var spotFleetInterruptionGroupConflict = &validate.Rule{
	ID:      "spot-fleet-interruption-group-conflict",
	Summary: "GroupName must not be given for instances that stop or hibernate when interrupted",
	Reading: "An empty name is refused here as well, though it names no group.",
	Source:  validate.Source{Guide: "placement-groups"},
	Code:    "InvalidParameterCombination",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.LaunchSpecifications[].Placement.GroupName"},
	When:    []string{"SpotFleetRequestConfig.InstanceInterruptionBehavior"},
	Check: func(p *validate.Pass) {
		b := config(p).InstanceInterruptionBehavior
		if !stays(b) {
			return
		}
		for i, s := range config(p).LaunchSpecifications {
			if s.Placement != nil && s.Placement.GroupName != nil {
				p.Conflictf(p.At("SpotFleetRequestConfig.LaunchSpecifications[].Placement.GroupName", i),
					[]string{"SpotFleetRequestConfig.InstanceInterruptionBehavior"},
					"must not be given with InstanceInterruptionBehavior %s; drop it, or choose terminate", b)
			}
		}
	},
	Good: []validate.Example{
		{Spec: specifying + `"Placement":{"GroupName":"rack-a"}}]}}`},
		{Spec: specifying + `"Placement":{"AvailabilityZone":"us-east-1a"}}],"InstanceInterruptionBehavior":"stop"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specifying + `"Placement":{"GroupName":"rack-a"}}],"InstanceInterruptionBehavior":"stop"}}`,
			At:   "SpotFleetRequestConfig.LaunchSpecifications[0].Placement.GroupName",
		},
	},
}
