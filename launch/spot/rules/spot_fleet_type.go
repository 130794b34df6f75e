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

var spotFleetTypeUnhealthyConflict = &validate.Rule{
	ID:       "spot-fleet-type-unhealthy-conflict",
	Summary:  "ReplaceUnhealthyInstances should be true for fleets of type maintain only",
	Reading:  "No page says whether EC2 refuses it of other fleets or ignores it.",
	Source:   validate.Source{Guide: "work-with-spot-fleets"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	On:       onFleet,
	Given:    []string{"SpotFleetRequestConfig.ReplaceUnhealthyInstances"},
	When:     []string{"SpotFleetRequestConfig.Type"},
	Check: func(p *validate.Pass) {
		if c := config(p); *c.ReplaceUnhealthyInstances && c.Type == types.FleetTypeRequest {
			p.Conflictf("SpotFleetRequestConfig.ReplaceUnhealthyInstances", []string{"SpotFleetRequestConfig.Type"},
				"should not be true with Type request, which replaces nothing; drop it, or set Type to maintain")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `,"Type":"maintain","ReplaceUnhealthyInstances":true}}`},
		{Spec: specified + `,"ReplaceUnhealthyInstances":true}}`},
		{Spec: specified + `,"Type":"request","ReplaceUnhealthyInstances":false}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"Type":"request","ReplaceUnhealthyInstances":true}}`,
			At:   "SpotFleetRequestConfig.ReplaceUnhealthyInstances",
		},
	},
}
