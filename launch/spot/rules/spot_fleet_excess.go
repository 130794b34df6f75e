package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var spotFleetExcessValues = &validate.Rule{
	ID:      "spot-fleet-excess-values",
	Summary: "ExcessCapacityTerminationPolicy must be noTermination or default",
	Reading: "Tools send both with a capital letter, too, and EC2 takes them.",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "ExcessCapacityTerminationPolicy"},
	Code:    "InvalidParameterValue",
	On:      onFleet,
	Members: []string{"SpotFleetRequestConfig.ExcessCapacityTerminationPolicy"},
	Values:  excess,
	Good: []validate.Example{
		{Spec: specified + `,"ExcessCapacityTerminationPolicy":"noTermination"}}`},
		{Spec: specified + `,"ExcessCapacityTerminationPolicy":"Default"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"ExcessCapacityTerminationPolicy":"no-termination"}}`,
			At:   "SpotFleetRequestConfig.ExcessCapacityTerminationPolicy",
		},
	},
}

var spotFleetExcessConflict = &validate.Rule{
	ID:      "spot-fleet-excess-conflict",
	Summary: "ExcessCapacityTerminationPolicy should be noTermination for fleets of type maintain only",
	Reading: "No page says whether EC2 refuses it of other fleets or ignores it. Tools send the default with " +
		"either type, and EC2 takes it.",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "ExcessCapacityTerminationPolicy"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	On:       onFleet,
	Given:    []string{"SpotFleetRequestConfig.ExcessCapacityTerminationPolicy"},
	When:     []string{"SpotFleetRequestConfig.Type"},
	Check: func(p *validate.Pass) {
		c := config(p)
		keeps := format.EqualFold(string(c.ExcessCapacityTerminationPolicy), "noTermination")
		if keeps && c.Type == types.FleetTypeRequest {
			p.Conflictf("SpotFleetRequestConfig.ExcessCapacityTerminationPolicy", []string{"SpotFleetRequestConfig.Type"},
				"should not be given with Type request, whose capacity is never lowered; drop it, or set Type to maintain")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `,"Type":"maintain","ExcessCapacityTerminationPolicy":"noTermination"}}`},
		{Spec: specified + `,"ExcessCapacityTerminationPolicy":"noTermination"}}`},
		{Spec: specified + `,"Type":"request","ExcessCapacityTerminationPolicy":"Default"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"Type":"request","ExcessCapacityTerminationPolicy":"noTermination"}}`,
			At:   "SpotFleetRequestConfig.ExcessCapacityTerminationPolicy",
		},
	},
}
