package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var keyNameRequired = &validate.Rule{
	ID:        "key-name-required",
	Summary:   "KeyName must not be empty",
	Reading:   "EC2 answers that it should not be blank.",
	Source:    validate.Source{Shape: "RunInstances", Member: "KeyName"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"KeyName"},
	Check: func(p *validate.Pass) {
		if *p.Input.KeyName == "" {
			p.Reportf("KeyName", "must be the name of a key pair; for an instance without one, leave it out")
		}
	},
	Good: []validate.Example{
		{Spec: `{"KeyName":"ops"}`},
		{Spec: `{"KeyName":null}`},
	},
	Bad: []validate.Example{
		{Spec: `{"KeyName":""}`, At: "KeyName"},
	},
}

var keyNameFormat = &validate.Rule{
	ID:      "key-name-format",
	Summary: "KeyName must be UTF-8 that XML can hold, in which EC2 answers",
	Reading: "A control character other than tab and line break would make the answer to a launch unreadable.",
	Source:  validate.Source{Shape: "RunInstances", Member: "KeyName"},
	Code:    "InvalidKeyPair.NotFound",
	Members: []string{"KeyName"},
	Tag:     "ec2text",
	Good: []validate.Example{
		{Spec: `{"KeyName":"my key"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"KeyName":"a\u0000b"}`, At: "KeyName"},
	},
}

var keyNameASCIIFormat = &validate.Rule{
	ID:       "key-name-ascii-format",
	Summary:  "KeyName should have ASCII characters only",
	Reading:  importedKeys,
	Source:   validate.Source{Shape: "CreateKeyPair", Member: "KeyName"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidKeyPair.NotFound",
	Given:    []string{"KeyName"},
	Check: func(p *validate.Pass) {
		if name := *p.Input.KeyName; !format.ASCII(name) && format.Text(name) {
			p.Reportf("KeyName", "should have ASCII characters only, as the name of a key pair that EC2 created has")
		}
	},
	Good: []validate.Example{
		{Spec: `{"KeyName":"my key"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"KeyName":"schlüssel"}`, At: "KeyName"},
	},
}

// importedKeys is how the limits on names are read.
const importedKeys = "It is stated for the creation of key pairs, and not for their import, so the rule only warns."

var keyNameLength = &validate.Rule{
	ID:       "key-name-length",
	Summary:  "KeyName should not be longer than the name of a key pair that EC2 creates",
	Reading:  importedKeys,
	Source:   validate.Source{Shape: "CreateKeyPair", Member: "KeyName"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidKeyPair.NotFound",
	Members:  []string{"KeyName"},
	Range:    &validate.Range{Max: keyNameMax},
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

var keyNameFileAdvice = &validate.Rule{
	ID:       "key-name-file-advice",
	Summary:  "KeyName should be the name of the key pair in EC2, not that of a file",
	Reading:  "A key pair may have such a name, so it is no more than advice.",
	Source:   validate.Source{Shape: "RunInstances", Member: "KeyName"},
	Severity: validate.SeverityAdvice,
	Code:     "InvalidKeyPair.NotFound",
	Given:    []string{"KeyName"},
	Check: func(p *validate.Pass) {
		for _, ending := range [...]string{".pem", ".pub", ".ppk"} {
			if name, ok := strings.CutSuffix(*p.Input.KeyName, ending); ok {
				p.Reportf("KeyName",
					"should be the name of the key pair, such as %s; %s is the ending of a file", name, ending)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"KeyName":"ops"}`},
		{Spec: `{"KeyName":"ops.pem.old"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"KeyName":"ops.pem"}`, At: "KeyName"},
		{Spec: `{"KeyName":"id_rsa.pub"}`, At: "KeyName"},
		{Spec: `{"KeyName":"ops.ppk"}`, At: "KeyName"},
	},
}

var keyNameAdvice = &validate.Rule{
	ID:       "key-name-advice",
	Summary:  "KeyName should be given: without a key pair, only the ways to log in that the AMI allows are left",
	Source:   validate.Source{Shape: "RunInstances", Member: "KeyName"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"KeyName"},
	Check: func(p *validate.Pass) {
		if p.Input.KeyName == nil && !p.Templated() {
			p.Reportf("KeyName",
				"should be given: without it, only the AMI's own ways to log in are left, such as Session Manager")
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

var keyNameUnknown = &validate.Rule{
	ID:        "key-name-unknown",
	Summary:   "the key pair must exist in the Region",
	Source:    validate.Source{Shape: "RunInstances", Member: "KeyName"},
	Code:      "InvalidKeyPair.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"KeyName"},
	Asks:      []validate.Asked{validate.KeyPair},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		if found, known := validate.KeyPair.Of(p, *p.Input.KeyName); known && found == nil {
			p.Reportf("KeyName", "must exist: the account has no such key pair in this Region")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"KeyName":"ops"}`,
			Account: `{"KeyPair":{"ops":{}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"KeyName":"ops"}`,
			Account: `{"KeyPair":{"ops":null}}`,
			At:      "KeyName",
		},
	},
}

var keyNameTypeUnsupported = &validate.Rule{
	ID:      "key-name-type-unsupported",
	Summary: "a key pair of type ed25519 must not be for Windows",
	Source:  validate.Source{Shape: "KeyPairInfo", Member: "KeyType"},
	Code:    "Unsupported",
	Given:   []string{"KeyName"},
	Reads:   []string{"ImageId"},
	Asks:    []validate.Asked{validate.KeyPair, validate.Image},
	Age:     validate.Edited,
	Check: func(p *validate.Pass) {
		key := validate.KeyPair.Named(p, p.Input.KeyName)
		if found := validate.Image.Named(p, p.Input.ImageId); key != nil && found != nil && key.KeyType == types.KeyTypeEd25519 && strings.EqualFold(string(found.Platform), "windows") {
			p.Conflictf("KeyName", []string{"ImageId"}, "must be an RSA key pair for Windows")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"KeyName":"ops"}`,
			Account: `{"KeyPair":{"ops":{"KeyType":"ed25519"}},"Image":{"ami-0abcdef1234567890":{}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"KeyName":"ops"}`,
			Account: `{"KeyPair":{"ops":{"KeyType":"ed25519"}},"Image":{"ami-0abcdef1234567890":{"Platform":"Windows"}}}`,
			At:      "KeyName",
		},
	},
}
