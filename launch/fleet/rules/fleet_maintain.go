package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var fleetMaintainRequired = &validate.Rule{
	ID:       "fleet-maintain-required",
	Summary:  "what replaces instances should be for a fleet of type maintain",
	Reading:  "Of other fleets, EC2 took a termination policy; whether it refuses or ignores the two is not stated.",
	Source:   validate.Source{Shape: "CreateFleet", Member: "ReplaceUnhealthyInstances"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	On:       on,
	Given:    []string{"ExcessCapacityTerminationPolicy", "ReplaceUnhealthyInstances"},
	Reads:    []string{"Type"},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		if kind(in) == types.FleetTypeMaintain {
			return
		}
		const text = "should be for a fleet of type maintain"
		if in.ExcessCapacityTerminationPolicy != "" {
			p.Conflictf("ExcessCapacityTerminationPolicy", []string{"Type"}, text)
		}
		if r := in.ReplaceUnhealthyInstances; r != nil && *r {
			p.Conflictf("ReplaceUnhealthyInstances", []string{"Type"}, text)
		}
	},
	Good: []validate.Example{
		{Spec: `{"Type":"maintain","ExcessCapacityTerminationPolicy":"termination",` +
			`"ReplaceUnhealthyInstances":true}`},
		{Spec: `{"Type":"instant","ReplaceUnhealthyInstances":false}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"request","ExcessCapacityTerminationPolicy":"termination"}`,
			At:   "ExcessCapacityTerminationPolicy",
		},
		{Spec: `{"Type":"instant","ReplaceUnhealthyInstances":true}`, At: "ReplaceUnhealthyInstances"},
	},
}

var fleetMaintainPolicyValues = &validate.Rule{
	ID:      "fleet-maintain-policy-values",
	Summary: "ExcessCapacityTerminationPolicy must be termination or no-termination",
	Source:  validate.Source{Shape: "CreateFleet", Member: "ExcessCapacityTerminationPolicy"},
	Code:    "InvalidParameter",
	On:      on,
	Members: []string{"ExcessCapacityTerminationPolicy"},
	Values:  terminationPolicies,
	Good: []validate.Example{
		{Spec: `{"ExcessCapacityTerminationPolicy":"no-termination"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ExcessCapacityTerminationPolicy":"noTermination"}`, At: "ExcessCapacityTerminationPolicy"},
	},
}
