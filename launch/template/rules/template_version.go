package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var templateVersionValues = &validate.Rule{
	ID:      "template-version-values",
	Summary: "Version must be a version number, $Latest or $Default",
	Reading: "Versions count from 1. Another case of the two words only warns, and so does an empty Version.",
	Source:  validate.Source{Shape: "LaunchTemplateSpecification", Member: "Version"},
	Code:    "InvalidParameterValue",
	Given:   []string{"LaunchTemplate.Version"},
	Check: func(p *validate.Pass) {
		v := *p.Input.LaunchTemplate.Version
		if v != "" && !format.VersionNumber(v) && format.MovingVersion(v) == "" {
			p.Reportf("LaunchTemplate.Version", "must be a number from 1 up, $Latest or $Default")
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"12"}}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"$Latest"}}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"$Default"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"latest"}}`, At: "LaunchTemplate.Version"},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"1.0"}}`, At: "LaunchTemplate.Version"},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"0"}}`, At: "LaunchTemplate.Version"},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"-0"}}`, At: "LaunchTemplate.Version"},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"9223372036854775808"}}`,
			At:   "LaunchTemplate.Version",
		},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"١"}}`, At: "LaunchTemplate.Version"},
	},
}

var templateVersionFormat = &validate.Rule{
	ID:       "template-version-format",
	Summary:  "Version should be written as documented: $Latest, $Default, or left out",
	Source:   validate.Source{Shape: "LaunchTemplateSpecification", Member: "Version"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"LaunchTemplate.Version"},
	Check: func(p *validate.Pass) {
		v := *p.Input.LaunchTemplate.Version
		if word := format.MovingVersion(v); v == "" {
			p.Reportf("LaunchTemplate.Version", "should not be empty; for the default version, leave it out")
		} else if word != "" && v != word {
			p.Reportf("LaunchTemplate.Version", "should be written %s", word)
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"$Latest"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"$latest"}}`, At: "LaunchTemplate.Version"},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":""}}`, At: "LaunchTemplate.Version"},
	},
}

var templateVersionAdvice = &validate.Rule{
	ID: "template-version-advice",
	Summary: "Version should be a number: which the default and the latest are may change between a launch and its " +
		"repetition",
	Source:   validate.Source{Shape: "LaunchTemplateSpecification", Member: "Version"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"LaunchTemplate.Version"},
	When:     []string{"LaunchTemplate"},
	Check: func(p *validate.Pass) {
		if v := aws.ToString(p.Input.LaunchTemplate.Version); v == "" || format.MovingVersion(v) != "" {
			p.Reportf("LaunchTemplate.Version", "should be a number, so that the launch can be repeated")
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"7"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"$Latest"}}`, At: "LaunchTemplate.Version"},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"}}`, At: "LaunchTemplate.Version"},
	},
}

var templateVersionUnknown = &validate.Rule{
	ID:        "template-version-unknown",
	Summary:   "the version of the launch template must exist",
	Source:    validate.Source{Shape: "LaunchTemplateSpecification", Member: "Version"},
	Code:      "InvalidLaunchTemplateId.VersionNotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"LaunchTemplate.Version"},
	Reads:     []string{"LaunchTemplate.LaunchTemplateId", "LaunchTemplate.LaunchTemplateName"},
	Asks:      []validate.Asked{validate.LaunchTemplate},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		if missing(p) == theVersion {
			p.Reportf("LaunchTemplate.Version", "must exist: the launch template has no such version")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"3"}}`,
			Account: `{"LaunchTemplate":{"web":{},"web:3":{}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"3"}}`,
			Account: `{"LaunchTemplate":{"web":{},"web:3":null}}`,
			At:      "LaunchTemplate.Version",
		},
		{
			Spec:    `{"LaunchTemplate":{"LaunchTemplateId":"lt-0123456789abcdef0","Version":"3"}}`,
			Account: `{"LaunchTemplate":{"lt-0123456789abcdef0":{},"lt-0123456789abcdef0:3":null}}`,
			At:      "LaunchTemplate.Version",
		},
	},
}
