package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var tagKeyRequired = &validate.Rule{
	ID:        "tag-key-required",
	Summary:   "a tag must have a key of at least one character",
	Source:    validate.Source{Shape: "Tag", Member: "Key", Guide: "Using_Tags"},
	Code:      "InvalidTagKey.Malformed",
	CodeBasis: validate.Documented,
	Absent:    []string{"TagSpecifications[].Tags[].Key"},
	When:      []string{"TagSpecifications[].Tags"},
	Check: func(p *validate.Pass) {
		for at, tag := range allTags(p.Input) {
			if aws.ToString(tag.Key) == "" {
				p.Reportf(at.key(), "must have at least one character; only the value may be empty")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k","Value":""}]}]}`},
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"","Value":"web"}]}]}`, At: "TagSpecifications[0].Tags[0].Key"},
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k"},{"Value":"web"}]}]}`, At: "TagSpecifications[0].Tags[1].Key"},
	},
}

var tagKeyLength = &validate.Rule{
	ID:      "tag-key-length",
	Summary: "a tag key must not be longer than EC2 takes, in Unicode characters",
	Source:  validate.Source{Shape: "Tag", Member: "Key", Guide: "Using_Tags"},
	Code:    "InvalidParameterValue",
	Members: []string{"TagSpecifications[].Tags[].Key"},
	Range:   &validate.Range{Max: tagKeyMax},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkab"}]}]}`, At: "TagSpecifications[0].Tags[0].Key"},
	},
}

var tagKeyReferenceLength = &validate.Rule{
	ID:       "tag-key-reference-length",
	Summary:  "a tag key should have at most 127 characters, by the API reference; the User Guide allows 128",
	Reading:  "The two contradict each other: 128 characters warn in the edition that is taken to the letter, and only more are an error.",
	Source:   validate.Source{Shape: "Tag", Member: "Key"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Until:    validate.Spring2023,
	Members:  []string{"TagSpecifications[].Tags[].Key"},
	Check: func(p *validate.Pass) {
		const doubtful = 128
		for at, tag := range allTags(p.Input) {
			if key := aws.ToString(tag.Key); len(key) >= doubtful && utf8.RuneCountInString(key) == doubtful {
				p.Reportf(at.key(), "has 128 characters, which the User Guide allows and the API reference does not; 127 are safe")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkö"}]}]}`, At: "TagSpecifications[0].Tags[0].Key"},
	},
}

var tagKeyReserved = &validate.Rule{
	ID:        "tag-key-reserved",
	Summary:   "a tag key must not begin with aws:",
	Source:    validate.Source{Shape: "Tag", Member: "Key"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"TagSpecifications[].Tags[].Key"},
	Check: func(p *validate.Pass) {
		for at, tag := range allTags(p.Input) {
			if strings.HasPrefix(aws.ToString(tag.Key), "aws:") {
				p.Reportf(at.key(), "must not begin with aws:, which is reserved for AWS; choose another prefix")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"awsteam","Value":"aws:x"}]}]}`},
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"my-aws:team","Value":"x"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"volume","Tags":[{"Key":"aws:team","Value":"x"}]}]}`, At: "TagSpecifications[0].Tags[0].Key"},
	},
}

var tagKeyUnique = &validate.Rule{
	ID:        "tag-key-unique",
	Summary:   "a tag key must not be given twice for the same resource",
	Reading:   "Keys are case-sensitive: keep and Keep are two. The same value twice does not help.",
	Source:    validate.Source{Guide: "Using_Tags"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"TagSpecifications[].Tags[].Key"},
	Check: func(p *validate.Pass) {
		for i := range p.Input.TagSpecifications {
			all := p.Input.TagSpecifications[i].Tags
			repeats.Each(len(all), func(j int) (string, bool) {
				return aws.ToString(all[j].Key), aws.ToString(all[j].Key) != ""
			}, func(first, again int) {
				p.Conflictf(place{i, again}.key(), []string{place{i, first}.key()}, "must be given once; Tags[%d] has this key already", first)
			})
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"keep","Value":"1"},{"Key":"Keep","Value":"1"}]},{"ResourceType":"volume","Tags":[{"Key":"keep","Value":"1"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"keep","Value":"1"},{"Key":"team","Value":"1"},{"Key":"keep","Value":"1"}]}]}`, At: "TagSpecifications[0].Tags[2].Key"},
	},
}
