package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var fleetMaintainRequired = &validate.Rule{
	ID:       "fleet-maintain-required",
	Summary:  "what replaces instances should be for a fleet of type maintain",
	Reading:  "No page says whether EC2 refuses these members of other fleets or ignores them.",
	Source:   validate.Source{Shape: "CreateFleet", Member: "ReplaceUnhealthyInstances"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	On:       on,
	Given: []string{
		"ExcessCapacityTerminationPolicy", "ReplaceUnhealthyInstances",
		"SpotOptions.MaintenanceStrategies.CapacityRebalance.ReplacementStrategy",
	},
	Reads: []string{"Type"},
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
		if r := rebalance(in); r != nil && r.ReplacementStrategy != "" {
			p.Conflictf("SpotOptions.MaintenanceStrategies.CapacityRebalance.ReplacementStrategy", []string{"Type"}, text)
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
		{
			Spec: `{"Type":"request",` +
				`"SpotOptions":{"MaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch"}}}}`,
			At: "SpotOptions.MaintenanceStrategies.CapacityRebalance.ReplacementStrategy",
		},
	},
}
