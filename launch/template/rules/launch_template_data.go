package rules

import "github.com/ec2launch/ec2launch/validate"

var launchTemplateDataRequired = &validate.Rule{
	ID:      "launch-template-data-required",
	Summary: "LaunchTemplateData must be given",
	Source:  validate.Source{Shape: "CreateLaunchTemplate", Member: "LaunchTemplateData"},
	Code:    "MissingParameter",
	On:      onBoth,
	Members: []string{"LaunchTemplateData"},
	Check: func(p *validate.Pass) {
		if data(p) == nil {
			p.Reportf("LaunchTemplateData", "must be given")
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateData":{"InstanceType":"m6i.large"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplateData":null}`, At: "LaunchTemplateData"},
	},
}

var launchTemplateDataTypeConflict = &validate.Rule{
	ID:      "launch-template-data-type-conflict",
	Summary: "InstanceRequirements must not be given with InstanceType",
	Source:  validate.Source{Shape: "RequestLaunchTemplateData", Member: "InstanceRequirements"},
	Code:    "InvalidParameterCombination",
	On:      onBoth,
	Given:   []string{"LaunchTemplateData.InstanceRequirements"},
	When:    []string{"LaunchTemplateData.InstanceType"},
	Check: func(p *validate.Pass) {
		p.Conflictf("LaunchTemplateData.InstanceRequirements", []string{"LaunchTemplateData.InstanceType"},
			"must not be given with InstanceType; keep one of the two")
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateData":{"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":0}}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateData":{"InstanceType":"m6i.large",` +
				`"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":0}}}}`,
			At: "LaunchTemplateData.InstanceRequirements",
		},
	},
}

var launchTemplateDataRequirementsAdvice = &validate.Rule{
	ID: "launch-template-data-requirements-advice",
	Summary: "a template with InstanceRequirements should be for Auto Scaling, EC2 Fleet or Spot " +
		"Fleet: RunInstances refuses it",
	Source:   validate.Source{Shape: "RequestLaunchTemplateData", Member: "InstanceRequirements"},
	Severity: validate.SeverityAdvice,
	On:       onBoth,
	Given:    []string{"LaunchTemplateData.InstanceRequirements"},
	Check: func(p *validate.Pass) {
		p.Reportf("LaunchTemplateData.InstanceRequirements",
			"should be for Auto Scaling, EC2 Fleet or Spot Fleet: RunInstances refuses a template that has it")
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateData":{"InstanceType":"m6i.large"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateData":{"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":0}}}}`,
			At:   "LaunchTemplateData.InstanceRequirements",
		},
	},
}
