package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var launchTemplateNameRequired = &validate.Rule{
	ID:      "launch-template-name-required",
	Summary: "a new template must have a LaunchTemplateName",
	Source:  validate.Source{Shape: "CreateLaunchTemplate", Member: "LaunchTemplateName"},
	Code:    "MissingParameter",
	On:      onNew,
	Members: []string{"LaunchTemplateName"},
	Check: func(p *validate.Pass) {
		in := validate.CallOf[ec2.CreateLaunchTemplateInput](p)
		if in.LaunchTemplateName == nil {
			p.Reportf("LaunchTemplateName", "must be given")
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateName":"web"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplateName":null}`, At: "LaunchTemplateName"},
	},
}

var launchTemplateNameLength = &validate.Rule{
	ID:        "launch-template-name-length",
	Summary:   "LaunchTemplateName must be as long as EC2 takes",
	Source:    validate.Source{Shape: "CreateLaunchTemplate", Member: "LaunchTemplateName"},
	Code:      "InvalidLaunchTemplateName.MalformedException",
	CodeBasis: validate.Documented,
	On:        onBoth,
	Members:   []string{"LaunchTemplateName"},
	Range:     &validate.Range{Min: templateNameMin, Max: templateNameMax},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateName":"abc"}`},
		{Spec: `{"LaunchTemplateName":"` + characters128 + `"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplateName":"ab"}`, At: "LaunchTemplateName"},
		{Spec: `{"LaunchTemplateName":"` + characters128 + `u"}`, At: "LaunchTemplateName"},
	},
}

var launchTemplateNameFormat = &validate.Rule{
	ID:        "launch-template-name-format",
	Summary:   "LaunchTemplateName must have only letters, digits and ( ) . - / _",
	Source:    validate.Source{Shape: "CreateLaunchTemplate", Member: "LaunchTemplateName"},
	Code:      "InvalidLaunchTemplateName.MalformedException",
	CodeBasis: validate.Observed,
	On:        onBoth,
	Given:     []string{"LaunchTemplateName"},
	Check: func(p *validate.Pass) {
		name := ""
		switch in := p.Call.(type) {
		case *ec2.CreateLaunchTemplateInput:
			name = *in.LaunchTemplateName
		case *ec2.CreateLaunchTemplateVersionInput:
			name = *in.LaunchTemplateName
		}
		if !format.MadeOf(name, "().-/_") {
			p.Reportf("LaunchTemplateName", "must have only letters, digits and ( ) . - / _")
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateName":"team/web-(blue)_1.0"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplateName":"aws:123:web"}`, At: "LaunchTemplateName"},
	},
}
