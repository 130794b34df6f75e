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
	Reading:  "An account may have another quota. Capacity in vCPUs or MiB is not held against it.",
	Source:   validate.Source{Guide: "fleet-quotas"},
	Severity: validate.SeverityWarning,
	On:       onFleet,
	Given:    []string{"SpotFleetRequestConfig.TargetCapacity"},
	Reads:    []string{"SpotFleetRequestConfig.TargetCapacityUnitType"},
	Limits:   []*validate.Limit{capacityMax},
	Check: func(p *validate.Pass) {
		most, ok := p.Limit(capacityMax)
		if c := config(p); ok && int64(*c.TargetCapacity) > most && countsUnits(c) {
			p.Beyond(capacityMax).Reportf("SpotFleetRequestConfig.TargetCapacity",
				"should be at most %d units, unless the account has a higher quota", most)
		}
	},
	Good: []validate.Example{
		{Spec: `{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws:iam::123456789012:role/aws-ec2-spot-fleet-tagging-rol` +
			`e","TargetCapacity":10000,"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0",` +
			`"InstanceType":"m5.large"}]}}`},
		{
			Spec: `{"SpotFleetRequestConfig":{"TargetCapacity":20000,"TargetCapacityUnitType":"memory-mib",` + role +
				`,"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0",` + requirements + `}]}}`,
		},
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

// countsUnits reports whether the target capacity is a number of instances, or
// of what their weights count.
func countsUnits(c *types.SpotFleetRequestConfigData) bool {
	return c.TargetCapacityUnitType == "" || c.TargetCapacityUnitType == types.TargetCapacityUnitTypeUnits
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

var spotFleetCapacityUnitValues = &validate.Rule{
	ID:      "spot-fleet-capacity-unit-values",
	Summary: "TargetCapacityUnitType must be vcpu, memory-mib or units",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "TargetCapacityUnitType"},
	Code:    "InvalidParameterValue",
	On:      onFleet,
	Members: []string{"SpotFleetRequestConfig.TargetCapacityUnitType"},
	Values:  units,
	Good: []validate.Example{
		{Spec: templated + `,"TargetCapacityUnitType":"vcpu"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: templated + `,"TargetCapacityUnitType":"memory"}}`,
			At:   "SpotFleetRequestConfig.TargetCapacityUnitType",
		},
	},
}

var spotFleetCapacityUnitUnsupported = &validate.Rule{
	ID:      "spot-fleet-capacity-unit-unsupported",
	Summary: "TargetCapacityUnitType must go with instance types that are chosen by attributes, unless it is units",
	Reading: "A launch template may choose by attributes, unless its overrides name types. Units is the default, and " +
		"says nothing.",
	Source: validate.Source{Shape: "SpotFleetRequestConfigData", Member: "TargetCapacityUnitType"},
	Code:   "InvalidParameterCombination",
	On:     onFleet,
	Given:  []string{"SpotFleetRequestConfig.TargetCapacityUnitType"},
	Reads: []string{
		"SpotFleetRequestConfig.LaunchSpecifications",
		"SpotFleetRequestConfig.LaunchSpecifications[].InstanceRequirements",
		"SpotFleetRequestConfig.LaunchSpecifications[].InstanceType",
		"SpotFleetRequestConfig.LaunchTemplateConfigs",
		"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides",
		"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].InstanceRequirements",
		"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].InstanceType",
	},
	Check: func(p *validate.Pass) {
		if c := config(p); !countsUnits(c) && namesTypes(c) {
			p.Reportf("SpotFleetRequestConfig.TargetCapacityUnitType",
				"must go with InstanceRequirements in place of instance types; drop it, and give the types weights")
		}
	},
	Good: []validate.Example{
		{Spec: templated + `,"TargetCapacityUnitType":"vcpu"}}`},
		{Spec: specified + `,"TargetCapacityUnitType":"units"}}`},
		{Spec: overriding + `{` + requirements + `}]}],"TargetCapacityUnitType":"vcpu"}}`},
		{Spec: overriding + `{"SubnetId":"subnet-0123456789abcdef0"}]}],"TargetCapacityUnitType":"vcpu"}}`},
		{
			Spec: fleet + `"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0",` + requirements +
				`}],"TargetCapacityUnitType":"vcpu"}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"TargetCapacityUnitType":"vcpu"}}`,
			At:   "SpotFleetRequestConfig.TargetCapacityUnitType",
		},
		{
			Spec: overriding + `{"InstanceType":"m5.large"}]}],"TargetCapacityUnitType":"vcpu"}}`,
			At:   "SpotFleetRequestConfig.TargetCapacityUnitType",
		},
	},
}

// namesTypes reports whether a fleet names the instance type of all that it may
// launch.
func namesTypes(c *types.SpotFleetRequestConfigData) bool {
	for _, s := range c.LaunchSpecifications {
		if s.InstanceType == "" || s.InstanceRequirements != nil {
			return false
		}
	}
	for _, t := range c.LaunchTemplateConfigs {
		if len(t.Overrides) == 0 {
			return false
		}
		for _, o := range t.Overrides {
			if o.InstanceType == "" || o.InstanceRequirements != nil {
				return false
			}
		}
	}
	return len(c.LaunchSpecifications)+len(c.LaunchTemplateConfigs) > 0
}
