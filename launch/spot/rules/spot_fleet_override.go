package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var spotFleetOverrideTypeConflict = &validate.Rule{
	ID:      "spot-fleet-override-type-conflict",
	Summary: "InstanceRequirements of an override must not be given with InstanceType",
	Source:  validate.Source{Shape: "LaunchTemplateOverrides", Member: "InstanceRequirements"},
	Code:    "InvalidSpotFleetRequestConfig",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].InstanceRequirements"},
	When:    []string{"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].InstanceType"},
	Check: func(p *validate.Pass) {
		overrides(p, func(i, j int, o *types.LaunchTemplateOverrides) {
			if o.InstanceRequirements != nil && o.InstanceType != "" {
				p.Conflictf(p.At("SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].InstanceRequirements", i, j),
					[]string{validate.At("SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].InstanceType", i, j)},
					"must not be given with InstanceType; keep one of the two")
			}
		})
	},
	Good: []validate.Example{
		{Spec: overriding + `{"InstanceType":"m5.large"}]}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: overriding + `{"InstanceType":"m5.large","InstanceRequirements":{"VCpuCount":{"Min":2},` +
				`"MemoryMiB":{"Min":0}}}]}]}}`,
			At: "SpotFleetRequestConfig.LaunchTemplateConfigs[0].Overrides[0].InstanceRequirements",
		},
	},
}

var spotFleetOverrideWeightConflict = &validate.Rule{
	ID:      "spot-fleet-override-weight-conflict",
	Summary: "WeightedCapacity and Priority of an override must not be given with InstanceRequirements",
	Source:  validate.Source{Guide: "ec2-fleet-attribute-based-instance-type-selection"},
	Code:    "InvalidSpotFleetRequestConfig",
	On:      onFleet,
	Given: []string{
		"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].WeightedCapacity",
		"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].Priority",
	},
	When: []string{"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].InstanceRequirements"},
	Check: func(p *validate.Pass) {
		overrides(p, func(i, j int, o *types.LaunchTemplateOverrides) {
			if o.InstanceRequirements == nil {
				return
			}
			with := []string{validate.At("SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].InstanceRequirements", i, j)}
			const text = "must not be given with InstanceRequirements"
			if o.WeightedCapacity != nil {
				p.Conflictf(p.At("SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].WeightedCapacity", i, j), with, text)
			}
			if o.Priority != nil {
				p.Conflictf(p.At("SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].Priority", i, j), with, text)
			}
		})
	},
	Good: []validate.Example{
		{Spec: overriding + `{"InstanceType":"m5.large","WeightedCapacity":2,"Priority":1}]}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: overriding + `{"WeightedCapacity":2,"InstanceRequirements":{"VCpuCount":{"Min":2},` +
				`"MemoryMiB":{"Min":0}}}]}]}}`,
			At: "SpotFleetRequestConfig.LaunchTemplateConfigs[0].Overrides[0].WeightedCapacity",
		},
		{
			Spec: overriding + `{"Priority":1,"InstanceRequirements":{"VCpuCount":{"Min":2},` +
				`"MemoryMiB":{"Min":0}}}]}]}}`,
			At: "SpotFleetRequestConfig.LaunchTemplateConfigs[0].Overrides[0].Priority",
		},
	},
}

var spotFleetOverridePriorityRange = &validate.Rule{
	ID:      "spot-fleet-override-priority-range",
	Summary: "Priority of an override must not be negative",
	Source:  validate.Source{Shape: "LaunchTemplateOverrides", Member: "Priority"},
	Code:    "InvalidSpotFleetRequestConfig",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].Priority"},
	Check: func(p *validate.Pass) {
		overrides(p, func(i, j int, o *types.LaunchTemplateOverrides) {
			if o.Priority != nil && *o.Priority < 0 {
				p.Reportf(p.At("SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].Priority", i, j),
					"must be at least 0, the highest priority")
			}
		})
	},
	Good: []validate.Example{
		{Spec: overriding + `{"InstanceType":"m5.large","Priority":0}]}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: overriding + `{"InstanceType":"m5.large","Priority":-1}]}]}}`,
			At:   "SpotFleetRequestConfig.LaunchTemplateConfigs[0].Overrides[0].Priority",
		},
	},
}

var spotFleetOverrideWeightRange = &validate.Rule{
	ID:       "spot-fleet-override-weight-range",
	Summary:  "WeightedCapacity of an override should be above 0",
	Reading:  "No page says what EC2 does with others.",
	Source:   validate.Source{Shape: "LaunchTemplateOverrides", Member: "WeightedCapacity"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidSpotFleetRequestConfig",
	On:       onFleet,
	Given:    []string{"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].WeightedCapacity"},
	Check: func(p *validate.Pass) {
		overrides(p, func(i, j int, o *types.LaunchTemplateOverrides) {
			if o.WeightedCapacity != nil && *o.WeightedCapacity <= 0 {
				p.Reportf(p.At("SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].WeightedCapacity", i, j),
					"should be above 0")
			}
		})
	},
	Good: []validate.Example{
		{Spec: overriding + `{"InstanceType":"m5.large","WeightedCapacity":0.5}]}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: overriding + `{"InstanceType":"m5.large","WeightedCapacity":0}]}]}}`,
			At:   "SpotFleetRequestConfig.LaunchTemplateConfigs[0].Overrides[0].WeightedCapacity",
		},
	},
}
