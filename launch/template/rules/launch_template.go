package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// The calls that create a template, or a version of one.
var (
	onNew  = []validate.Subject{validate.CreateLaunchTemplate}
	onNext = []validate.Subject{validate.CreateLaunchTemplateVersion}
	onBoth = []validate.Subject{validate.CreateLaunchTemplate, validate.CreateLaunchTemplateVersion}
)

// data is the template data of either call.
func data(p *validate.Pass) *types.RequestLaunchTemplateData {
	switch in := p.Call.(type) {
	case *ec2.CreateLaunchTemplateInput:
		return in.LaunchTemplateData
	case *ec2.CreateLaunchTemplateVersionInput:
		return in.LaunchTemplateData
	}
	return nil
}

var launchTemplateRequired = &validate.Rule{
	ID:      "launch-template-required",
	Summary: "a version must name its template by LaunchTemplateId or LaunchTemplateName",
	Source:  validate.Source{Shape: "CreateLaunchTemplateVersion", Member: "LaunchTemplateId"},
	Code:    "MissingParameter",
	On:      onNext,
	Members: []string{"LaunchTemplateId", "LaunchTemplateName"},
	Check: func(p *validate.Pass) {
		in := validate.CallOf[ec2.CreateLaunchTemplateVersionInput](p)
		if in.LaunchTemplateId == nil && in.LaunchTemplateName == nil {
			p.Reportf("LaunchTemplateId", "must be given, or LaunchTemplateName")
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateName":null,"LaunchTemplateId":"lt-0123456789abcdef0"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplateName":null}`, At: "LaunchTemplateId"},
	},
}

var launchTemplateConflict = &validate.Rule{
	ID:      "launch-template-conflict",
	Summary: "LaunchTemplateName must not be given with LaunchTemplateId",
	Source:  validate.Source{Shape: "CreateLaunchTemplateVersion", Member: "LaunchTemplateId"},
	Code:    "InvalidParameterCombination",
	On:      onNext,
	Given:   []string{"LaunchTemplateName"},
	When:    []string{"LaunchTemplateId"},
	Check: func(p *validate.Pass) {
		p.Conflictf("LaunchTemplateName", []string{"LaunchTemplateId"},
			"must not be given with LaunchTemplateId; keep one of the two")
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateName":"web"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplateName":"web","LaunchTemplateId":"lt-0123456789abcdef0"}`, At: "LaunchTemplateName"},
	},
}

var launchTemplateIDFormat = &validate.Rule{
	ID: "launch-template-id-format",
	Summary: "LaunchTemplateId must be lt- and 17 lower-case hexadecimal digits; a name belongs in " +
		"LaunchTemplateName",
	Source:  validate.Source{Shape: "CreateLaunchTemplateVersion", Member: "LaunchTemplateId"},
	Code:    "InvalidLaunchTemplateId.Malformed",
	On:      onNext,
	Members: []string{"LaunchTemplateId"},
	Tag:     "ec2id=lt",
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateName":null,"LaunchTemplateId":"lt-0123456789abcdef0"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplateName":null,"LaunchTemplateId":"web"}`, At: "LaunchTemplateId"},
	},
}
