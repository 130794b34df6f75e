package rules

import (
	"strings"
	"unicode"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var tagTextFormat = &validate.Rule{
	ID: "tag-text-format",
	Summary: "Key and Value must be UTF-8 without control characters, U+FFFE and U+FFFF, which no XML holds, and " +
		"so no answer of EC2",
	Reading: "Tab and line break may stand in XML. A launch with another such character may succeed, but its " +
		"answer cannot be read, and the instances would be lost sight of, so the rule refuses it.",
	Source:  validate.Source{Shape: "Tag", Guide: "Using_Tags"},
	Code:    "InvalidParameterValue",
	Members: []string{"TagSpecifications[].Tags[].Key", "TagSpecifications[].Tags[].Value"},
	Tag:     "ec2text",
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"größe","Value":"two\nlines"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"a\u0000b"}]}]}`,
			At:   "TagSpecifications[0].Tags[0].Key",
		},
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k","Value":"a\uffffb"}]}]}`,
			At:   "TagSpecifications[0].Tags[0].Value",
		},
	},
}

var tagTextAdvice = &validate.Rule{
	ID:       "tag-text-advice",
	Summary:  "Key and Value should have only characters that work in every AWS service",
	Reading:  "These are letters, digits, spaces and + - = . _ : / @. EC2 itself takes any character.",
	Source:   validate.Source{Guide: "Using_Tags"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"TagSpecifications[].Tags[].Key", "TagSpecifications[].Tags[].Value"},
	Check: func(p *validate.Pass) {
		const portable = "should have only letters, digits, spaces and + - = . _ : / @, which work in every AWS " +
			"service"
		for at, tag := range allTags(p.Input) {
			if strings.ContainsFunc(aws.ToString(tag.Key), unportable) {
				p.Reportf(at.key(p), portable)
			}
			if strings.ContainsFunc(aws.ToString(tag.Value), unportable) {
				p.Reportf(at.value(p), portable)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"Größe 1","Value":"a+b-c=d.e_f:g/h@i"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team#1","Value":"x"}]}]}`,
			At:   "TagSpecifications[0].Tags[0].Key",
		},
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team","Value":"a&b"}]}]}`,
			At:   "TagSpecifications[0].Tags[0].Value",
		},
	},
}

func unportable(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.N, unicode.Z) && !strings.ContainsRune("+-=._:/@", r)
}
