package rules

import "github.com/ec2launch/ec2launch/validate"

var templateRequirementsUnsupported = &validate.Rule{
	ID:      "template-requirements-unsupported",
	Summary: "a launch template with InstanceRequirements must be used by fleets and Auto Scaling groups only",
	Reading: "Where the request names an InstanceType, see template-requirements-type-unsupported.",
	Source:  validate.Source{Shape: "RequestLaunchTemplateData", Member: "InstanceRequirements"},
	Code:    "InvalidParameterCombination",
	On:      []validate.Subject{validate.FromTemplate},
	Given:   []string{"LaunchTemplateData.InstanceRequirements"},
	Reads:   []string{"Request.InstanceType"},
	Check: func(p *validate.Pass) {
		in := validate.CallOf[validate.TemplatedLaunch](p)
		if in.Request == nil || in.Request.InstanceType == "" {
			p.Reportf("LaunchTemplateData.InstanceRequirements",
				"must not be used by RunInstances: use a version of the template that names an InstanceType, or a fleet")
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateData":{"InstanceType":"m6i.large"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateData":{"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":4096}}}}`,
			At:   "LaunchTemplateData.InstanceRequirements",
		},
	},
}

var templateRequirementsTypeUnsupported = &validate.Rule{
	ID: "template-requirements-type-unsupported",
	Summary: "an InstanceType of the request should not be relied on to replace InstanceRequirements of its launch " +
		"template",
	Reading: "RunInstances is denied such a template outright. What a type in the request makes of it is stated " +
		"nowhere.",
	Source:   validate.Source{Shape: "RequestLaunchTemplateData", Member: "InstanceRequirements"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	On:       []validate.Subject{validate.FromTemplate},
	Given:    []string{"Request.InstanceType"},
	When:     []string{"LaunchTemplateData.InstanceRequirements"},
	Check: func(p *validate.Pass) {
		p.Conflictf("Request.InstanceType", []string{"LaunchTemplateData.InstanceRequirements"},
			"should not be relied on to replace InstanceRequirements, which RunInstances does not support; "+
				"use a version of the template without them")
	},
	Good: []validate.Example{
		{Spec: `{"Request":{"InstanceType":"m6i.xlarge"},"LaunchTemplateData":{"InstanceType":"m6i.large"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Request":{"InstanceType":"m6i.xlarge"},` +
				`"LaunchTemplateData":{"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":4096}}}}`,
			At: "Request.InstanceType",
		},
	},
}
