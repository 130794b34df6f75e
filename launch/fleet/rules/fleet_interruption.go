package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var fleetInterruptionConflict = &validate.Rule{
	ID: "fleet-interruption-conflict",
	Summary: "InstanceInterruptionBehavior stop and hibernate should be for a fleet of type maintain, " +
		"whose instances come back",
	Reading:  "No page says what EC2 does in other fleets.",
	Source:   validate.Source{Shape: "SpotOptionsRequest", Member: "InstanceInterruptionBehavior"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	On:       on,
	Given:    []string{"SpotOptions.InstanceInterruptionBehavior"},
	When:     []string{"Type"},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		if in.Type == types.FleetTypeMaintain {
			return
		}
		switch in.SpotOptions.InstanceInterruptionBehavior {
		case types.SpotInstanceInterruptionBehaviorStop, types.SpotInstanceInterruptionBehaviorHibernate:
			p.Conflictf("SpotOptions.InstanceInterruptionBehavior", []string{"Type"},
				"should be terminate for a fleet of type %s: only a fleet of type maintain brings instances back", in.Type)
		}
	},
	Good: []validate.Example{
		{Spec: `{"Type":"maintain","SpotOptions":{"InstanceInterruptionBehavior":"stop"}}`},
		{Spec: `{"Type":"instant","SpotOptions":{"InstanceInterruptionBehavior":"terminate"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant","SpotOptions":{"InstanceInterruptionBehavior":"stop"}}`,
			At:   "SpotOptions.InstanceInterruptionBehavior",
		},
	},
}

var fleetInterruptionValues = &validate.Rule{
	ID:      "fleet-interruption-values",
	Summary: "InstanceInterruptionBehavior must be hibernate, stop or terminate",
	Source:  validate.Source{Shape: "SpotOptionsRequest", Member: "InstanceInterruptionBehavior"},
	Code:    "InvalidParameter",
	On:      on,
	Members: []string{"SpotOptions.InstanceInterruptionBehavior"},
	Values:  interruptions,
	Good: []validate.Example{
		{Spec: `{"SpotOptions":{"InstanceInterruptionBehavior":"stop"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SpotOptions":{"InstanceInterruptionBehavior":"pause"}}`,
			At:   "SpotOptions.InstanceInterruptionBehavior",
		},
	},
}
