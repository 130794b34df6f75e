package tags

import (
	"strings"
	"unicode"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var tagTextFormat = &validate.Rule{
	ID:      "tag-text-format",
	Summary: "tag keys and values must be UTF-8 without control characters other than tab and line break, and without U+FFFE and U+FFFF: EC2 answers in XML, which cannot hold them",
	Reading: "A launch with such a tag may succeed, but its answer cannot be read, and the instances would be lost sight of, so the rule refuses it.",
	Source:  validate.Source{Shape: "Tag", Guide: "Using_Tags"},
	Code:    "InvalidParameterValue",
	Members: []string{"TagSpecifications[].Tags[].Key", "TagSpecifications[].Tags[].Value"},
	Tag:     "ec2text",
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"größe","Value":"two\nlines"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"a\u0000b"}]}]}`, At: "TagSpecifications[0].Tags[0].Key"},
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k","Value":"a\uffffb"}]}]}`, At: "TagSpecifications[0].Tags[0].Value"},
	},
}

var tagTextAdvice = &validate.Rule{
	ID:       "tag-text-advice",
	Summary:  "tag keys and values should have only letters, digits, spaces and + - = . _ : / @, which work in every AWS service, and keys should begin with aws: in no spelling",
	Reading:  "EC2 itself takes any character, and reserves aws: in lower case only.",
	Source:   validate.Source{Guide: "Using_Tags"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"TagSpecifications[].Tags[].Key", "TagSpecifications[].Tags[].Value"},
	When:     []string{"TagSpecifications[].Tags[].Key"},
	Check: func(p *validate.Pass) {
		const portable = "should have only letters, digits, spaces and + - = . _ : / @, which work in every AWS service"
		for at, tag := range allTags(p.Input) {
			key := aws.ToString(tag.Key)
			if strings.ContainsFunc(key, unportable) {
				p.Reportf(at.key(), portable)
			} else if prefix, _, ok := strings.Cut(key, ":"); ok && prefix != "aws" && strings.EqualFold(prefix, "aws") {
				p.Reportf(at.key(), "should not begin with %s:, which other AWS services reserve in any spelling", prefix)
			}
			if strings.ContainsFunc(aws.ToString(tag.Value), unportable) {
				p.Reportf(at.value(), portable)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"Größe 1","Value":"a+b-c=d.e_f:g/h@i"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team#1","Value":"x"}]}]}`, At: "TagSpecifications[0].Tags[0].Key"},
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"AWS:team","Value":"x"}]}]}`, At: "TagSpecifications[0].Tags[0].Key"},
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team","Value":"a&b"}]}]}`, At: "TagSpecifications[0].Tags[0].Value"},
	},
}

func unportable(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.N, unicode.Z) && !strings.ContainsRune("+-=._:/@", r)
}

var tagValueSecretFormat = &validate.Rule{
	ID:       "tag-value-secret-format",
	Summary:  "a tag value should not have the form of a secret: an AWS access key, a private key, a bearer token",
	Source:   validate.Source{Guide: "Using_Tags"},
	Severity: validate.SeverityWarning,
	Members:  []string{"TagSpecifications[].Tags[].Value"},
	When:     []string{"TagSpecifications[].Tags[].Value"},
	Secret:   true,
	Check: func(p *validate.Pass) {
		for at, tag := range allTags(p.Input) {
			if secret := secretIn(aws.ToString(tag.Value)); secret != "" {
				p.Reportf(at.value(), "should not hold %s, which this looks like: many calls show tags; keep it in Secrets Manager", secret)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"kms","Value":"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"},{"Key":"role","Value":"bearer of bad news"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k","Value":"id=AKIAIOSFODNN7EXAMPLE"}]}]}`, At: "TagSpecifications[0].Tags[0].Value"},
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k","Value":"-----BEGIN EC PRIVATE KEY-----"}]}]}`, At: "TagSpecifications[0].Tags[0].Value"},
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k","Value":"Authorization: Bearer mF_9.B5f-4.1JqM-aaaaa"}]}]}`, At: "TagSpecifications[0].Tags[0].Value"},
	},
}

var tagSecretAdvice = &validate.Rule{
	ID:       "tag-secret-advice",
	Summary:  "tags should hold no secrets: many calls show them",
	Source:   validate.Source{Guide: "Using_Tags"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"TagSpecifications[].Tags[].Value", "TagSpecifications[].Tags[].Key"},
	When:     []string{"TagSpecifications[].Tags[].Key", "TagSpecifications[].Tags[].Value"},
	Secret:   true,
	Check: func(p *validate.Pass) {
		for at, tag := range allTags(p.Input) {
			if value := aws.ToString(tag.Value); value != "" && namesSecret(aws.ToString(tag.Key)) && secretIn(value) == "" {
				p.Reportf(at.value(),
					"should not be the secret that the tag's key announces: many calls show tags; keep it in Secrets Manager and tag its name")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"owner","Value":"team-a"},{"Key":"secretary","Value":"x"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"db-Password","Value":"hunter2"}]}]}`, At: "TagSpecifications[0].Tags[0].Value"},
	},
}
