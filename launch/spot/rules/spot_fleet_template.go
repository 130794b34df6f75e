package rules

import (
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var spotFleetTemplateRequired = &validate.Rule{
	ID:      "spot-fleet-template-required",
	Summary: "a template must be named by LaunchTemplateId or LaunchTemplateName, and with its Version",
	Reading: "Unlike RunInstances, a fleet has no default version.",
	Source:  validate.Source{Shape: "FleetLaunchTemplateSpecification", Member: "Version"},
	Code:    "MissingParameter",
	On:      onFleet,
	Members: []string{
		"SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification",
		"SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId",
		"SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification.Version",
	},
	When: []string{"SpotFleetRequestConfig.LaunchTemplateConfigs"},
	Reads: []string{
		"SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateName",
	},
	Check: func(p *validate.Pass) {
		for i, c := range config(p).LaunchTemplateConfigs {
			t := c.LaunchTemplateSpecification
			if t == nil {
				p.Reportf(p.At("SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification", i),
					"must name a launch template and its Version")
				continue
			}
			if t.LaunchTemplateId == nil && t.LaunchTemplateName == nil {
				p.Reportf(p.At("SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId", i),
					"must be given, or LaunchTemplateName")
			}
			if t.Version == nil {
				p.Reportf(p.At("SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification.Version", i),
					"must be given: a number, $Latest or $Default")
			}
		}
	},
	Good: []validate.Example{
		{Spec: fleet + `"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateId":"lt-0123456789abcdef` +
			`0","Version":"$Latest"}}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: fleet + `"LaunchTemplateConfigs":[{"Overrides":[{"InstanceType":"m5.large"}]}]}}`,
			At:   "SpotFleetRequestConfig.LaunchTemplateConfigs[0].LaunchTemplateSpecification",
		},
		{
			Spec: fleet + `"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"Version":"1"}}]}}`,
			At:   "SpotFleetRequestConfig.LaunchTemplateConfigs[0].LaunchTemplateSpecification.LaunchTemplateId",
		},
		{
			Spec: fleet + `"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web"}}]}}`,
			At:   "SpotFleetRequestConfig.LaunchTemplateConfigs[0].LaunchTemplateSpecification.Version",
		},
	},
}

var spotFleetTemplateConflict = &validate.Rule{
	ID:      "spot-fleet-template-conflict",
	Summary: "LaunchTemplateName must not be given with LaunchTemplateId",
	Source:  validate.Source{Shape: "FleetLaunchTemplateSpecification", Member: "LaunchTemplateId"},
	Code:    "InvalidParameterCombination",
	On:      onFleet,
	Given: []string{
		"SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateName",
	},
	When: []string{"SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId"},
	Check: func(p *validate.Pass) {
		for i, c := range config(p).LaunchTemplateConfigs {
			if t := c.LaunchTemplateSpecification; t != nil && t.LaunchTemplateId != nil && t.LaunchTemplateName != nil {
				p.Conflictf(p.At("SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateName", i),
					[]string{validate.At("SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId", i)},
					"must not be given with LaunchTemplateId; keep one of the two")
			}
		}
	},
	Good: []validate.Example{
		{Spec: templated + `}}`},
	},
	Bad: []validate.Example{
		{
			Spec: fleet + `"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateId":"lt-0123456789ab` +
				`cdef0","LaunchTemplateName":"web","Version":"1"}}]}}`,
			At: "SpotFleetRequestConfig.LaunchTemplateConfigs[0].LaunchTemplateSpecification.LaunchTemplateName",
		},
	},
}

var spotFleetTemplateVersionValues = &validate.Rule{
	ID:      "spot-fleet-template-version-values",
	Summary: "Version must be a version number, $Latest or $Default",
	Reading: "Versions count from 1. The two words are taken in any case.",
	Source:  validate.Source{Shape: "FleetLaunchTemplateSpecification", Member: "Version"},
	Code:    "InvalidParameterValue",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification.Version"},
	Check: func(p *validate.Pass) {
		for i, c := range config(p).LaunchTemplateConfigs {
			t := c.LaunchTemplateSpecification
			if t != nil && t.Version != nil && !format.VersionNumber(*t.Version) && format.MovingVersion(*t.Version) == "" {
				p.Reportf(p.At("SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification.Version", i),
					"must be a number from 1 up, $Latest or $Default")
			}
		}
	},
	Good: []validate.Example{
		{Spec: templated + `}}`},
		{
			Spec: fleet + `"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"$Latest"}}]}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: fleet + `"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"latest"}}]}}`,
			At: "SpotFleetRequestConfig.LaunchTemplateConfigs[0].LaunchTemplateSpecification.Version",
		},
		{
			Spec: fleet + `"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":""}}]}}`,
			At: "SpotFleetRequestConfig.LaunchTemplateConfigs[0].LaunchTemplateSpecification.Version",
		},
	},
}
