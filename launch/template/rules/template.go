package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var templateRequired = &validate.Rule{
	ID:      "template-required",
	Summary: "LaunchTemplate must hold LaunchTemplateId or LaunchTemplateName",
	Source:  validate.Source{Shape: "LaunchTemplateSpecification", Member: "LaunchTemplateId"},
	Code:    "MissingParameter",
	Given:   []string{"LaunchTemplate"},
	When:    []string{"LaunchTemplate.Version"},
	Reads:   []string{"LaunchTemplate.LaunchTemplateId", "LaunchTemplate.LaunchTemplateName"},
	Check: func(p *validate.Pass) {
		if t := p.Input.LaunchTemplate; t.LaunchTemplateId == nil && t.LaunchTemplateName == nil {
			p.Reportf("LaunchTemplate", "must hold LaunchTemplateId or LaunchTemplateName beside Version")
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"3"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplate":{"Version":"3"}}`, At: "LaunchTemplate"},
	},
}

var templateIgnored = &validate.Rule{
	ID:       "template-ignored",
	Summary:  "LaunchTemplate should not be empty: it is not sent then",
	Source:   validate.Source{Shape: "LaunchTemplateSpecification"},
	Severity: validate.SeverityWarning,
	Given:    []string{"LaunchTemplate"},
	Reads: []string{
		"LaunchTemplate.LaunchTemplateId", "LaunchTemplate.LaunchTemplateName", "LaunchTemplate.Version",
	},
	Check: func(p *validate.Pass) {
		if *p.Input.LaunchTemplate == (types.LaunchTemplateSpecification{}) {
			p.Reportf("LaunchTemplate",
				"should not be empty: it is not sent; give LaunchTemplateId or LaunchTemplateName, or drop it")
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateId":"lt-0123456789abcdef0"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplate":{}}`, At: "LaunchTemplate"},
	},
}

var templateConflict = &validate.Rule{
	ID:      "template-conflict",
	Summary: "LaunchTemplateName must not be given with LaunchTemplateId",
	Source:  validate.Source{Shape: "LaunchTemplateSpecification", Member: "LaunchTemplateId"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"LaunchTemplate.LaunchTemplateName"},
	When:    []string{"LaunchTemplate.LaunchTemplateId"},
	Check: func(p *validate.Pass) {
		p.Conflictf("LaunchTemplate.LaunchTemplateName", []string{"LaunchTemplate.LaunchTemplateId"},
			"must not be given with LaunchTemplateId; keep one of the two")
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateId":"lt-0123456789abcdef0"}}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateId":"lt-0123456789abcdef0","LaunchTemplateName":"web"}}`,
			At:   "LaunchTemplate.LaunchTemplateName",
		},
	},
}

var templateIDFormat = &validate.Rule{
	ID: "template-id-format",
	Summary: "LaunchTemplateId must be lt- and 17 lower-case hexadecimal digits; a name belongs in " +
		"LaunchTemplateName",
	Reading:   "The short form of 8 digits, which IDs of other resources have, passes too.",
	Source:    validate.Source{Shape: "LaunchTemplateSpecification", Member: "LaunchTemplateId"},
	Code:      "InvalidLaunchTemplateId.Malformed",
	CodeBasis: validate.Documented,
	Members:   []string{"LaunchTemplate.LaunchTemplateId"},
	Tag:       "ec2id=lt",
	Good: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateId":"lt-0123456789abcdef0"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateId":"web"}}`, At: "LaunchTemplate.LaunchTemplateId"},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateId":"lt-0123456789abcdef"}}`,
			At:   "LaunchTemplate.LaunchTemplateId",
		},
	},
}

var templateNameLength = &validate.Rule{
	ID:        "template-name-length",
	Summary:   "LaunchTemplateName must be as long as EC2 takes",
	Reading:   "The length is stated for the creation of launch templates, and no other template can exist.",
	Source:    validate.Source{Shape: "CreateLaunchTemplate", Member: "LaunchTemplateName"},
	Code:      "InvalidLaunchTemplateName.MalformedException",
	CodeBasis: validate.Documented,
	Members:   []string{"LaunchTemplate.LaunchTemplateName"},
	Range:     &validate.Range{Min: templateNameMin, Max: templateNameMax},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"abc"}}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"` + characters128 + `"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"ab"}}`, At: "LaunchTemplate.LaunchTemplateName"},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"` + characters128 + `u"}}`,
			At:   "LaunchTemplate.LaunchTemplateName",
		},
	},
}

var templateNameFormat = &validate.Rule{
	ID:        "template-name-format",
	Summary:   "LaunchTemplateName must have only letters, digits and ( ) . - / _",
	Reading:   "The characters are stated for the creation of launch templates, and no other template can exist.",
	Source:    validate.Source{Shape: "CreateLaunchTemplate", Member: "LaunchTemplateName"},
	Code:      "InvalidLaunchTemplateName.MalformedException",
	CodeBasis: validate.Documented,
	Given:     []string{"LaunchTemplate.LaunchTemplateName"},
	Check: func(p *validate.Pass) {
		if !format.MadeOf(*p.Input.LaunchTemplate.LaunchTemplateName, "().-/_") {
			p.Reportf("LaunchTemplate.LaunchTemplateName", "must have only letters, digits and ( ) . - / _")
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"team/web-(blue)_1.0"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"my template"}}`, At: "LaunchTemplate.LaunchTemplateName"},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"größe"}}`, At: "LaunchTemplate.LaunchTemplateName"},
	},
}

// characters128 is a name of the greatest length.
const characters128 = characters64 + characters64

const characters64 = "abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789"

// absent is what the account has not of what a reference names.
type absent int

const (
	nothing absent = iota
	theTemplate
	theVersion
)

// missing says what the account is known not to have.
func missing(p *validate.Pass) absent {
	t := p.Input.LaunchTemplate
	if found, known := validate.LaunchTemplate.Of(p, validate.TemplateKey(t)); !known || found != nil {
		return nothing
	}
	name := aws.ToString(t.LaunchTemplateId) + aws.ToString(t.LaunchTemplateName)
	if found, _ := validate.LaunchTemplate.Of(p, name); found != nil {
		return theVersion
	}
	return theTemplate
}

var templateUnknown = &validate.Rule{
	ID:        "template-unknown",
	Summary:   "the launch template must exist in the Region",
	Source:    validate.Source{Shape: "LaunchTemplateSpecification", Member: "LaunchTemplateId"},
	Code:      "InvalidLaunchTemplateId.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"LaunchTemplate.LaunchTemplateId"},
	Reads:     []string{"LaunchTemplate.LaunchTemplateName", "LaunchTemplate.Version"},
	Asks:      []validate.Asked{validate.LaunchTemplate},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		if missing(p) == theTemplate {
			p.Reportf("LaunchTemplate.LaunchTemplateId", "must exist: the account has no such launch template in this Region")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"LaunchTemplate":{"LaunchTemplateId":"lt-0123456789abcdef0"}}`,
			Account: `{"LaunchTemplate":{"lt-0123456789abcdef0:$Default":{}}}`,
		},
		{
			Spec:    `{"LaunchTemplate":{"LaunchTemplateId":"lt-0123456789abcdef0","Version":"3"}}`,
			Account: `{"LaunchTemplate":{"lt-0123456789abcdef0:$Default":null}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"LaunchTemplate":{"LaunchTemplateId":"lt-0123456789abcdef0"}}`,
			Account: `{"LaunchTemplate":{"lt-0123456789abcdef0:$Default":null}}`,
			At:      "LaunchTemplate.LaunchTemplateId",
		},
	},
}

var templateNameUnknown = &validate.Rule{
	ID:        "template-name-unknown",
	Summary:   "a launch template of that name must exist in the Region",
	Source:    validate.Source{Shape: "LaunchTemplateSpecification", Member: "LaunchTemplateName"},
	Code:      "InvalidLaunchTemplateName.NotFoundException",
	CodeBasis: validate.Documented,
	Given:     []string{"LaunchTemplate.LaunchTemplateName"},
	Reads:     []string{"LaunchTemplate.LaunchTemplateId", "LaunchTemplate.Version"},
	Asks:      []validate.Asked{validate.LaunchTemplate},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		if missing(p) == theTemplate {
			p.Reportf("LaunchTemplate.LaunchTemplateName", "must exist: the account has no such launch template in this Region")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"LaunchTemplate":{"LaunchTemplateName":"web"}}`,
			Account: `{"LaunchTemplate":{"web:$Default":{}}}`,
		},
		{
			Spec:    `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"3"}}`,
			Account: `{"LaunchTemplate":{"web:$Default":null}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"LaunchTemplate":{"LaunchTemplateName":"web"}}`,
			Account: `{"LaunchTemplate":{"web:$Default":null}}`,
			At:      "LaunchTemplate.LaunchTemplateName",
		},
	},
}
