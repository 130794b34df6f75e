package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var profileAdvice = &validate.Rule{
	ID:       "profile-advice",
	Summary:  "IamInstanceProfile should name an instance profile",
	Reading:  "With an empty one, as several tools send it, EC2 launches without a profile.",
	Source:   validate.Source{Shape: "IamInstanceProfileSpecification"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"IamInstanceProfile"},
	Reads:    []string{"IamInstanceProfile.Arn", "IamInstanceProfile.Name"},
	Check: func(p *validate.Pass) {
		profile := p.Input.IamInstanceProfile
		if profile.Arn == nil && aws.ToString(profile.Name) == "" && !p.Templated() {
			p.Reportf("IamInstanceProfile", "should hold Arn or Name; with an empty one, instances have no profile")
		}
	},
	Good: []validate.Example{
		{Spec: `{"IamInstanceProfile":{"Name":"web"}}`},
		{Spec: `{"IamInstanceProfile":{},"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"IamInstanceProfile":{}}`, At: "IamInstanceProfile"},
		{Spec: `{"IamInstanceProfile":{"Name":""}}`, At: "IamInstanceProfile"},
	},
}

var profileConflict = &validate.Rule{
	ID:        "profile-conflict",
	Summary:   "the Name of an instance profile must not be given with its Arn",
	Reading:   "The two conflict even when they name the same profile. An empty name is none: EC2 launches with it.",
	Source:    validate.Source{Shape: "RunInstances", Member: "IamInstanceProfile"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Given:     []string{"IamInstanceProfile.Name"},
	When:      []string{"IamInstanceProfile.Arn"},
	Check: func(p *validate.Pass) {
		if *p.Input.IamInstanceProfile.Name != "" {
			p.Conflictf("IamInstanceProfile.Name", []string{"IamInstanceProfile.Arn"},
				"must not be given with Arn; keep one of the two")
		}
	},
	Good: []validate.Example{
		{Spec: `{"IamInstanceProfile":{"Name":"web"}}`},
		{Spec: `{"IamInstanceProfile":{"Arn":"arn:aws:iam::111122223333:instance-profile/web"}}`},
		{Spec: `{"IamInstanceProfile":{"Arn":"arn:aws:iam::111122223333:instance-profile/web","Name":""}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"IamInstanceProfile":{"Arn":"arn:aws:iam::111122223333:instance-profile/web","Name":"web"}}`,
			At:   "IamInstanceProfile.Name",
		},
	},
}

var profileARNFormat = &validate.Rule{
	ID:        "profile-arn-format",
	Summary:   "Arn must be that of an IAM instance profile, not of a role",
	Source:    validate.Source{Shape: "IamInstanceProfileSpecification", Member: "Arn"},
	Code:      "InvalidIamInstanceProfileArn.Malformed",
	CodeBasis: validate.Documented,
	Given:     []string{"IamInstanceProfile.Arn"},
	Check: func(p *validate.Pass) {
		arn := *p.Input.IamInstanceProfile.Arn
		switch _, resource, ok := format.ARN("iam", arn); {
		case ok && format.IAMName("instance-profile", resource) != "":
		case ok && strings.HasPrefix(resource, "role/"):
			p.Reportf("IamInstanceProfile.Arn",
				"must not be the ARN of a role; give that of an instance profile with the role, which often has "+
					"the same name")
		default:
			p.Reportf("IamInstanceProfile.Arn",
				"must be like arn:aws:iam::111122223333:instance-profile/web; a name belongs in Name%s",
				format.Elsewhere(arn))
		}
	},
	Good: []validate.Example{
		{Spec: `{"IamInstanceProfile":{"Arn":"arn:aws-cn:iam::111122223333:instance-profile/team/app/web"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"IamInstanceProfile":{"Arn":"arn:aws:iam::111122223333:role/web"}}`, At: "IamInstanceProfile.Arn"},
		{Spec: `{"IamInstanceProfile":{"Arn":"web"}}`, At: "IamInstanceProfile.Arn"},
		{Spec: `{"IamInstanceProfile":{"Arn":""}}`, At: "IamInstanceProfile.Arn"},
		{Spec: `{"IamInstanceProfile":{"Arn":"arn:aws:iam:::instance-profile/web"}}`, At: "IamInstanceProfile.Arn"},
		{
			Spec: `{"IamInstanceProfile":{"Arn":"arn:aws:iam::111122223333:instance-profile/web:1"}}`,
			At:   "IamInstanceProfile.Arn",
		},
	},
}

var profilePathFormat = &validate.Rule{
	ID:      "profile-path-format",
	Summary: "no part of the path of an instance profile should be . or .. alone",
	Reading: "The IAM reference takes them, and IAM itself is reported to take only letters, digits and slashes, so " +
		"the rule warns.",
	Source:   validate.Source{Shape: "IamInstanceProfileSpecification", Member: "Arn"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidIamInstanceProfileArn.Malformed",
	Given:    []string{"IamInstanceProfile.Arn"},
	Check: func(p *validate.Pass) {
		_, resource, ok := format.ARN("iam", *p.Input.IamInstanceProfile.Arn)
		if ok && format.StepsUp(resource) && format.IAMName("instance-profile", resource) != "" {
			p.Reportf("IamInstanceProfile.Arn", "should have no part . or .. in the path; name the profile as IAM does")
		}
	},
	Good: []validate.Example{
		{Spec: `{"IamInstanceProfile":{"Arn":"arn:aws:iam::111122223333:instance-profile/a..b/web"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"IamInstanceProfile":{"Arn":"arn:aws:iam::111122223333:instance-profile/../../web"}}`,
			At:   "IamInstanceProfile.Arn",
		},
	},
}

var profileNameLength = &validate.Rule{
	ID:      "profile-name-length",
	Summary: "the Name of an instance profile must not be longer than IAM takes",
	Reading: "The length is stated for the creation of instance profiles, and no other profile can exist. An empty " +
		"name is none: Terraform and Packer send it with every launch that has no profile.",
	Source:  validate.Source{Shape: "IamInstanceProfileSpecification", Member: "Name"},
	Code:    "InvalidParameterValue",
	Members: []string{"IamInstanceProfile.Name"},
	Range:   &validate.Range{Max: profileNameMax},
	Good: []validate.Example{
		{Spec: `{"IamInstanceProfile":{"Name":"` + characters128 + `"}}`},
		{Spec: `{"IamInstanceProfile":{"Name":""}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"IamInstanceProfile":{"Name":"` + characters128 + `u"}}`, At: "IamInstanceProfile.Name"},
	},
}

var profileNameFormat = &validate.Rule{
	ID:      "profile-name-format",
	Summary: "the Name of an instance profile must have only letters, digits and _ + = , . @ -",
	Reading: "The characters are stated for the creation of instance profiles, and no other profile can exist. The " +
		"path of a profile is not part of its name.",
	Source:    validate.Source{Shape: "IamInstanceProfileSpecification", Member: "Name"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"IamInstanceProfile.Name"},
	Check: func(p *validate.Pass) {
		switch name := *p.Input.IamInstanceProfile.Name; {
		case format.MadeOf(name, "_+=,.@-"):
		case strings.HasPrefix(name, "arn:"):
			p.Reportf("IamInstanceProfile.Name", "must not be an ARN; move it to Arn")
		default:
			p.Reportf("IamInstanceProfile.Name",
				"must have only letters, digits and _ + = , . @ -, without the profile's path")
		}
	},
	Good: []validate.Example{
		{Spec: `{"IamInstanceProfile":{"Name":"web-1_a+b=c,d.e@f"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"IamInstanceProfile":{"Name":"arn:aws:iam::111122223333:instance-profile/web"}}`,
			At:   "IamInstanceProfile.Name",
		},
		{Spec: `{"IamInstanceProfile":{"Name":"team/web"}}`, At: "IamInstanceProfile.Name"},
	},
}

// characters128 is a name of the greatest length.
const characters128 = characters64 + characters64

const characters64 = "abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789"

var profileUnknown = &validate.Rule{
	ID:        "profile-unknown",
	Summary:   "the instance profile must exist, with a role",
	Source:    validate.Source{Shape: "IamInstanceProfileSpecification", Member: "Name"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"IamInstanceProfile.Arn", "IamInstanceProfile.Name"},
	Asks:      []validate.Asked{validate.InstanceProfile},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		for _, named := range [...]struct {
			path string
			id   *string
		}{
			{"IamInstanceProfile.Arn", p.Input.IamInstanceProfile.Arn},
			{"IamInstanceProfile.Name", p.Input.IamInstanceProfile.Name},
		} {
			if named.id == nil {
				continue
			}
			found, known := validate.InstanceProfile.Of(p, *named.id)
			switch {
			case known && found == nil:
				p.Reportf(named.path, "must exist: the account has no such instance profile")
			case found != nil && found.Roles == 0:
				p.Reportf(named.path, "must have a role, and has none")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"IamInstanceProfile":{"Name":"web"}}`,
			Account: `{"InstanceProfile":{"web":{"Roles":1}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"IamInstanceProfile":{"Name":"web"}}`,
			Account: `{"InstanceProfile":{"web":null}}`,
			At:      "IamInstanceProfile.Name",
		},
		{
			Spec:    `{"IamInstanceProfile":{"Name":"web"}}`,
			Account: `{"InstanceProfile":{"web":{}}}`,
			At:      "IamInstanceProfile.Name",
		},
		{
			Spec:    `{"IamInstanceProfile":{"Arn":"arn:aws:iam::111122223333:instance-profile/web"}}`,
			Account: `{"InstanceProfile":{"arn:aws:iam::111122223333:instance-profile/web":null}}`,
			At:      "IamInstanceProfile.Arn",
		},
	},
}
