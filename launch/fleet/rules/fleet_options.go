package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var fleetOptionsAdvice = &validate.Rule{
	ID:       "fleet-options-advice",
	Summary:  "SpotOptions should go with Spot capacity, and OnDemandOptions with On-Demand capacity",
	Reading:  "A fleet of total 0 may get either later, and reserved capacity may fall back to On-Demand.",
	Source:   validate.Source{Shape: "TargetCapacitySpecificationRequest", Member: "DefaultTargetCapacityType"},
	Severity: validate.SeverityAdvice,
	On:       on,
	Given:    []string{"SpotOptions", "OnDemandOptions"},
	When: []string{
		"TargetCapacitySpecification.TotalTargetCapacity", "TargetCapacitySpecification.DefaultTargetCapacityType",
	},
	Reads: []string{
		"TargetCapacitySpecification.OnDemandTargetCapacity", "TargetCapacitySpecification.SpotTargetCapacity",
	},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		c := in.TargetCapacitySpecification
		if *c.TotalTargetCapacity == 0 {
			return
		}
		with := []string{"TargetCapacitySpecification.DefaultTargetCapacityType"}
		switch c.DefaultTargetCapacityType {
		case types.DefaultTargetCapacityTypeOnDemand:
			if in.SpotOptions != nil && aws.ToInt32(c.SpotTargetCapacity) == 0 {
				p.Conflictf("SpotOptions", with, "should go with Spot capacity, which the fleet has none of")
			}
		case types.DefaultTargetCapacityTypeSpot:
			if in.OnDemandOptions != nil && aws.ToInt32(c.OnDemandTargetCapacity) == 0 {
				p.Conflictf("OnDemandOptions", with, "should go with On-Demand capacity, which the fleet has none of")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"SpotOptions":{"AllocationStrategy":"diversified"}}`},
		{Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":2,"OnDemandTargetCapacity":1,` +
			`"DefaultTargetCapacityType":"spot"},"SpotOptions":{"AllocationStrategy":"diversified"},` +
			`"OnDemandOptions":{"AllocationStrategy":"lowest-price"}}`},
		{Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":2,"SpotTargetCapacity":1,` +
			`"DefaultTargetCapacityType":"on-demand"},"SpotOptions":{"AllocationStrategy":"diversified"}}`},
		{Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":0,` +
			`"DefaultTargetCapacityType":"on-demand"},"SpotOptions":{"AllocationStrategy":"diversified"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
				`"DefaultTargetCapacityType":"on-demand"},"SpotOptions":{"AllocationStrategy":"diversified"}}`,
			At: "SpotOptions",
		},
		{Spec: `{"OnDemandOptions":{"AllocationStrategy":"lowest-price"}}`, At: "OnDemandOptions"},
	},
}
