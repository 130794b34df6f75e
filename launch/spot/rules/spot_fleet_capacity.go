package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var spotFleetCapacityRequired = &validate.Rule{
	ID:      "spot-fleet-capacity-required",
	Summary: "TargetCapacity must be given",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "TargetCapacity"},
	Code:    "MissingParameter",
	On:      onFleet,
	Members: []string{"SpotFleetRequestConfig.TargetCapacity"},
	Check: func(p *validate.Pass) {
		if config(p).TargetCapacity == nil {
			p.Reportf("SpotFleetRequestConfig.TargetCapacity", "must be given")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws:iam::123456789012:role/aws-ec2-spot-fleet-tagging` +
				`-role","LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0","InstanceType":"m5.large"}]}}`,
			At: "SpotFleetRequestConfig.TargetCapacity",
		},
	},
}

var spotFleetCapacityRange = &validate.Rule{
	ID:       "spot-fleet-capacity-range",
	Summary:  "a capacity should not be negative",
	Reading:  "No page says what EC2 does with a negative capacity.",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "TargetCapacity"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       onFleet,
	Members:  []string{"SpotFleetRequestConfig.TargetCapacity", "SpotFleetRequestConfig.OnDemandTargetCapacity"},
	Tag:      "min=0",
	Good: []validate.Example{
		{Spec: specified + `}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws:iam::123456789012:role/aws-ec2-spot-fleet-tagging` +
				`-role","TargetCapacity":-1,"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0",` +
				`"InstanceType":"m5.large"}]}}`,
			At: "SpotFleetRequestConfig.TargetCapacity",
		},
	},
}

var spotFleetCapacityZeroUnsupported = &validate.Rule{
	ID:      "spot-fleet-capacity-zero-unsupported",
	Summary: "a TargetCapacity of 0 must be for a fleet of type maintain, to which capacity is added later",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "TargetCapacity"},
	Code:    "InvalidParameterValue",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.TargetCapacity"},
	When:    []string{"SpotFleetRequestConfig.Type"},
	Check: func(p *validate.Pass) {
		if c := config(p); *c.TargetCapacity == 0 && c.Type == types.FleetTypeRequest {
			p.Conflictf("SpotFleetRequestConfig.TargetCapacity", []string{"SpotFleetRequestConfig.Type"},
				"must be at least 1 for a fleet of type request")
		}
	},
	Good: []validate.Example{
		{Spec: `{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws:iam::123456789012:role/aws-ec2-spot-fleet-tagging-rol` +
			`e","TargetCapacity":0,"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0",` +
			`"InstanceType":"m5.large"}],"Type":"maintain"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws:iam::123456789012:role/aws-ec2-spot-fleet-tagging` +
				`-role","TargetCapacity":0,"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0",` +
				`"InstanceType":"m5.large"}],"Type":"request"}}`,
			At: "SpotFleetRequestConfig.TargetCapacity",
		},
	},
}

var spotFleetCapacityLimit = &validate.Rule{
	ID:       "spot-fleet-capacity-limit",
	Summary:  "TargetCapacity should be within the quota of a fleet",
	Reading:  "An account may have another quota.",
	Source:   validate.Source{Guide: "fleet-quotas"},
	Severity: validate.SeverityWarning,
	On:       onFleet,
	Given:    []string{"SpotFleetRequestConfig.TargetCapacity"},
	Limits:   []*validate.Limit{capacityMax},
	Check: func(p *validate.Pass) {
		if most, ok := p.Limit(capacityMax); ok && int64(*config(p).TargetCapacity) > most {
			p.Beyond(capacityMax).Reportf("SpotFleetRequestConfig.TargetCapacity",
				"should be at most %d units, unless the account has a higher quota", most)
		}
	},
	Good: []validate.Example{
		{Spec: `{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws:iam::123456789012:role/aws-ec2-spot-fleet-tagging-rol` +
			`e","TargetCapacity":10000,"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0",` +
			`"InstanceType":"m5.large"}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws:iam::123456789012:role/aws-ec2-spot-fleet-tagging` +
				`-role","TargetCapacity":10001,"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0",` +
				`"InstanceType":"m5.large"}]}}`,
			At: "SpotFleetRequestConfig.TargetCapacity",
		},
	},
}

var spotFleetCapacityConflict = &validate.Rule{
	ID:      "spot-fleet-capacity-conflict",
	Summary: "OnDemandTargetCapacity must be within TargetCapacity, of which it is a part",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "OnDemandTargetCapacity"},
	Code:    "InvalidSpotFleetRequestConfig",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.OnDemandTargetCapacity"},
	When:    []string{"SpotFleetRequestConfig.TargetCapacity"},
	Check: func(p *validate.Pass) {
		if c := config(p); *c.OnDemandTargetCapacity > *c.TargetCapacity {
			p.Conflictf("SpotFleetRequestConfig.OnDemandTargetCapacity", []string{"SpotFleetRequestConfig.TargetCapacity"},
				"must be at most TargetCapacity, of which it is a part")
		}
	},
	Good: []validate.Example{
		{Spec: templated + `,"OnDemandTargetCapacity":1}}`},
	},
	Bad: []validate.Example{
		{
			Spec: templated + `,"OnDemandTargetCapacity":2}}`,
			At:   "SpotFleetRequestConfig.OnDemandTargetCapacity",
		},
	},
}

var spotFleetCapacityTemplateRequired = &validate.Rule{
	ID:      "spot-fleet-capacity-template-required",
	Summary: "OnDemandTargetCapacity must go with LaunchTemplateConfigs",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "OnDemandTargetCapacity"},
	Code:    "InvalidSpotFleetRequestConfig",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.OnDemandTargetCapacity"},
	When:    []string{"SpotFleetRequestConfig.LaunchSpecifications"},
	Check: func(p *validate.Pass) {
		if *config(p).OnDemandTargetCapacity > 0 {
			p.Conflictf("SpotFleetRequestConfig.OnDemandTargetCapacity", []string{"SpotFleetRequestConfig.LaunchSpecifications"},
				"must go with LaunchTemplateConfigs: LaunchSpecifications are for Spot capacity alone")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `,"OnDemandTargetCapacity":0}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"OnDemandTargetCapacity":1}}`,
			At:   "SpotFleetRequestConfig.OnDemandTargetCapacity",
		},
	},
}

var spotFleetCapacityUnitUnsupported = &validate.Rule{
	ID:      "spot-fleet-capacity-unit-unsupported",
	Summary: "TargetCapacityUnitType must go with instance types that are chosen by attributes",
	Reading: "Where a fleet has templates without overrides, they decide.",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "TargetCapacityUnitType"},
	Code:    "InvalidParameterCombination",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.TargetCapacityUnitType"},
	When:    []string{"SpotFleetRequestConfig.LaunchSpecifications"},
	Reads:   []string{"SpotFleetRequestConfig.LaunchSpecifications[].InstanceRequirements"},
	Check: func(p *validate.Pass) {
		for _, s := range config(p).LaunchSpecifications {
			if s.InstanceRequirements != nil {
				return
			}
		}
		p.Reportf("SpotFleetRequestConfig.TargetCapacityUnitType",
			"must go with InstanceRequirements, and no launch specification has them")
	},
	Good: []validate.Example{
		{Spec: fleet + `"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0",` +
			`"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":0}}}],"TargetCapacityUnitType":"vcpu"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"TargetCapacityUnitType":"vcpu"}}`,
			At:   "SpotFleetRequestConfig.TargetCapacityUnitType",
		},
	},
}
