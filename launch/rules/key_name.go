package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var keyNameFormat = &validate.Rule{
	ID:      "key-name-format",
	Summary: "KeyName must have ASCII characters only, none of them a control character",
	Reading: "EC2's XML answers cannot hold control characters other than tab and line break.",
	Source:  validate.Source{Shape: "CreateKeyPair", Member: "KeyName"},
	Code:    "InvalidKeyPair.NotFound",
	Members: []string{"KeyName"},
	Tag:     "ec2asciitext",
	Good: []validate.Example{
		{Spec: `{"KeyName":"my key"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"KeyName":"schlüssel"}`, At: "KeyName"},
		{Spec: `{"KeyName":"a\u0000b"}`, At: "KeyName"},
	},
}

var keyNameLength = &validate.Rule{
	ID:      "key-name-length",
	Summary: "KeyName must not be longer than the name of a key pair can be",
	Reading: "The length is stated for the creation of key pairs, and no other key pair can exist.",
	Source:  validate.Source{Shape: "CreateKeyPair", Member: "KeyName"},
	Code:    "InvalidKeyPair.NotFound",
	Members: []string{"KeyName"},
	Range:   &validate.Range{Max: keyNameMax},
	Good: []validate.Example{
		{Spec: `{"KeyName":"` + characters255 + `"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"KeyName":"` + characters255 + `k"}`, At: "KeyName"},
	},
}

// characters255 is a key's name of the greatest length.
const characters255 = characters51 + characters51 + characters51 + characters51 + characters51

const characters51 = "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"

var keyNameAdvice = &validate.Rule{
	ID:       "key-name-advice",
	Summary:  "a key pair should be given: without one, an instance can be reached only where its AMI allows another way to log in",
	Source:   validate.Source{Shape: "RunInstances", Member: "KeyName"},
	Severity: validate.SeverityAdvice,
	Absent:   []string{"KeyName"},
	Check: func(p *validate.Pass) {
		if p.Input.KeyName == nil && !p.Templated() {
			p.Reportf("KeyName", "should be given: without it, only the AMI's own ways to log in are left, such as Session Manager")
		}
	},
	Good: []validate.Example{
		{Spec: `{"KeyName":"ops"}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{}`, At: "KeyName"},
	},
}
