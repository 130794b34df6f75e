package rules

import (
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var fleetTemplateRequired = &validate.Rule{
	ID:      "fleet-template-required",
	Summary: "a template must be named by LaunchTemplateId or LaunchTemplateName, and with its Version",
	Reading: "Unlike RunInstances, a fleet has no default version.",
	Source:  validate.Source{Shape: "FleetLaunchTemplateSpecificationRequest", Member: "Version"},
	Code:    "MissingParameter",
	On:      on,
	Members: []string{
		"LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId",
		"LaunchTemplateConfigs[].LaunchTemplateSpecification.Version",
	},
	When:  []string{"LaunchTemplateConfigs[].LaunchTemplateSpecification"},
	Reads: []string{"LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateName"},
	Check: func(p *validate.Pass) {
		for i, c := range fleet(p).LaunchTemplateConfigs {
			t := c.LaunchTemplateSpecification
			if t == nil {
				continue
			}
			if t.LaunchTemplateId == nil && t.LaunchTemplateName == nil {
				p.Reportf(p.At("LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId", i),
					"must be given, or LaunchTemplateName")
			}
			if t.Version == nil {
				p.Reportf(p.At("LaunchTemplateConfigs[].LaunchTemplateSpecification.Version", i),
					"must be given: a number, $Latest or $Default")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `` +
			`{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateId":"lt-0123456789abcdef0",` +
			`"Version":"$Latest"}}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"Version":"1"}}]}`,
			At:   "LaunchTemplateConfigs[0].LaunchTemplateSpecification.LaunchTemplateId",
		},
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web"}}]}`,
			At:   "LaunchTemplateConfigs[0].LaunchTemplateSpecification.Version",
		},
	},
}

var fleetTemplateConflict = &validate.Rule{
	ID:      "fleet-template-conflict",
	Summary: "LaunchTemplateName must not be given with LaunchTemplateId",
	Source:  validate.Source{Shape: "FleetLaunchTemplateSpecificationRequest", Member: "LaunchTemplateId"},
	Code:    "InvalidParameterCombination",
	On:      on,
	Given:   []string{"LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateName"},
	When:    []string{"LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId"},
	Check: func(p *validate.Pass) {
		for i, c := range fleet(p).LaunchTemplateConfigs {
			if t := c.LaunchTemplateSpecification; t != nil && t.LaunchTemplateId != nil && t.LaunchTemplateName != nil {
				p.Conflictf(p.At("LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateName", i),
					[]string{validate.At("LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId", i)},
					"must not be given with LaunchTemplateId; keep one of the two")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{
			Spec: `` +
				`{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateId":"lt-0123456789abcdef0",` +
				`"LaunchTemplateName":"web","Version":"1"}}]}`,
			At: "LaunchTemplateConfigs[0].LaunchTemplateSpecification.LaunchTemplateName",
		},
	},
}

var fleetTemplateIDFormat = &validate.Rule{
	ID:      "fleet-template-id-format",
	Summary: "LaunchTemplateId must be lt- and 17 lower-case hexadecimal digits",
	Source:  validate.Source{Shape: "FleetLaunchTemplateSpecificationRequest", Member: "LaunchTemplateId"},
	Code:    "InvalidLaunchTemplateId.Malformed",
	On:      on,
	Members: []string{"LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId"},
	Tag:     "ec2id=lt",
	Good: []validate.Example{
		{Spec: `` +
			`{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateId":"lt-0123456789abcdef0",` +
			`"Version":"1"}}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateId":"web",` +
				`"Version":"1"}}]}`,
			At: "LaunchTemplateConfigs[0].LaunchTemplateSpecification.LaunchTemplateId",
		},
	},
}

var fleetTemplateNameLength = &validate.Rule{
	ID:        "fleet-template-name-length",
	Summary:   "LaunchTemplateName must be as long as EC2 takes",
	Source:    validate.Source{Shape: "FleetLaunchTemplateSpecificationRequest", Member: "LaunchTemplateName"},
	Code:      "InvalidLaunchTemplateName.Malformed",
	CodeBasis: validate.Observed,
	On:        on,
	Members:   []string{"LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateName"},
	Range:     &validate.Range{Min: templateNameMin, Max: templateNameMax},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"}}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"ab",` +
				`"Version":"1"}}]}`,
			At: "LaunchTemplateConfigs[0].LaunchTemplateSpecification.LaunchTemplateName",
		},
	},
}

var fleetTemplateNameFormat = &validate.Rule{
	ID:        "fleet-template-name-format",
	Summary:   "LaunchTemplateName must have only letters, digits and ( ) . - / _",
	Source:    validate.Source{Shape: "FleetLaunchTemplateSpecificationRequest", Member: "LaunchTemplateName"},
	Code:      "InvalidLaunchTemplateName.Malformed",
	CodeBasis: validate.Observed,
	On:        on,
	Given:     []string{"LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateName"},
	Check: func(p *validate.Pass) {
		for i, c := range fleet(p).LaunchTemplateConfigs {
			t := c.LaunchTemplateSpecification
			if t != nil && t.LaunchTemplateName != nil && !format.MadeOf(*t.LaunchTemplateName, "().-/_") {
				p.Reportf(p.At("LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateName", i),
					"must have only letters, digits and ( ) . - / _")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `` +
			`{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"team/web-(blue)_1.0",` +
			`"Version":"1"}}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"we b",` +
				`"Version":"1"}}]}`,
			At: "LaunchTemplateConfigs[0].LaunchTemplateSpecification.LaunchTemplateName",
		},
	},
}

var fleetTemplateVersionValues = &validate.Rule{
	ID:      "fleet-template-version-values",
	Summary: "Version must be the number of a version, $Latest or $Default",
	Reading: "Versions count from 1. Another case of the two words only warns.",
	Source:  validate.Source{Shape: "FleetLaunchTemplateSpecificationRequest", Member: "Version"},
	Code:    "InvalidParameterValue",
	On:      on,
	Given:   []string{"LaunchTemplateConfigs[].LaunchTemplateSpecification.Version"},
	Check: func(p *validate.Pass) {
		versions(p, func(i int, v string) {
			if !format.VersionNumber(v) && format.MovingVersion(v) == "" {
				p.Reportf(p.At("LaunchTemplateConfigs[].LaunchTemplateSpecification.Version", i),
					"must be a number from 1 up, $Latest or $Default")
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"12"}}]}`},
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"$Default"}}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"latest"}}]}`,
			At: "LaunchTemplateConfigs[0].LaunchTemplateSpecification.Version",
		},
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"0"}}]}`,
			At: "LaunchTemplateConfigs[0].LaunchTemplateSpecification.Version",
		},
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":""}}]}`,
			At: "LaunchTemplateConfigs[0].LaunchTemplateSpecification.Version",
		},
	},
}

var fleetTemplateVersionFormat = &validate.Rule{
	ID:       "fleet-template-version-format",
	Summary:  "Version should be written as documented: $Latest or $Default",
	Source:   validate.Source{Shape: "FleetLaunchTemplateSpecificationRequest", Member: "Version"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       on,
	Given:    []string{"LaunchTemplateConfigs[].LaunchTemplateSpecification.Version"},
	Check: func(p *validate.Pass) {
		versions(p, func(i int, v string) {
			if word := format.MovingVersion(v); word != "" && v != word {
				p.Reportf(p.At("LaunchTemplateConfigs[].LaunchTemplateSpecification.Version", i),
					"should be written %s", word)
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"$Latest"}}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"$latest"}}]}`,
			At: "LaunchTemplateConfigs[0].LaunchTemplateSpecification.Version",
		},
	},
}

// versions calls f with each version that is given, and its configuration.
func versions(p *validate.Pass, f func(i int, v string)) {
	for i, c := range fleet(p).LaunchTemplateConfigs {
		if t := c.LaunchTemplateSpecification; t != nil && t.Version != nil {
			f(i, *t.Version)
		}
	}
}
