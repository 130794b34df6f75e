package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"golang.org/x/text/unicode/norm"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var tagKeyRequired = &validate.Rule{
	ID:        "tag-key-required",
	Summary:   "the Key of a tag must have at least one character",
	Source:    validate.Source{Shape: "Tag", Member: "Key", Guide: "Using_Tags"},
	Code:      "InvalidTagKey.Malformed",
	CodeBasis: validate.Documented,
	Members:   []string{"TagSpecifications[].Tags[].Key"},
	When:      []string{"TagSpecifications[].Tags"},
	Check: func(p *validate.Pass) {
		for at, tag := range allTags(p.Input) {
			if aws.ToString(tag.Key) == "" {
				p.Reportf(at.key(p), "must have at least one character; only the value may be empty")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k","Value":""}]}]}`},
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"","Value":"web"}]}]}`,
			At:   "TagSpecifications[0].Tags[0].Key",
		},
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k"},{"Value":"web"}]}]}`,
			At:   "TagSpecifications[0].Tags[1].Key",
		},
	},
}

var tagKeyLength = &validate.Rule{
	ID:      "tag-key-length",
	Summary: "the Key of a tag must not be longer than EC2 takes, in Unicode characters",
	Reading: "The API reference says one character less in every edition. EC2 takes what the User Guide says.",
	Source:  validate.Source{Guide: "Using_Tags"},
	Code:    "InvalidParameterValue",
	Members: []string{"TagSpecifications[].Tags[].Key"},
	Range:   &validate.Range{Max: tagKeyMax},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"` + characters128 + `"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"` + characters128 + `k"}]}]}`,
			At:   "TagSpecifications[0].Tags[0].Key",
		},
	},
}

// characters128 is a key of the greatest length.
const characters128 = characters64 + characters64

const characters64 = "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"

var tagKeyReserved = &validate.Rule{
	ID:        "tag-key-reserved",
	Summary:   "the Key of a tag must not begin with aws:",
	Source:    validate.Source{Shape: "Tag", Member: "Key"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"TagSpecifications[].Tags[].Key"},
	Check: func(p *validate.Pass) {
		for at, tag := range allTags(p.Input) {
			if strings.HasPrefix(aws.ToString(tag.Key), "aws:") {
				p.Reportf(at.key(p), "must not begin with aws:, which is reserved for AWS; choose another prefix")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"awsteam","Value":"aws:x"}]}]}`},
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"my-aws:team","Value":"x"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"volume","Tags":[{"Key":"aws:team","Value":"x"}]}]}`,
			At:   "TagSpecifications[0].Tags[0].Key",
		},
	},
}

var tagKeyPrefixReserved = &validate.Rule{
	ID:      "tag-key-prefix-reserved",
	Summary: "the Key of a tag should not begin with aws: in another case, such as AWS: or Aws:",
	Reading: "EC2's reference names the prefix in lower case, and no report says that EC2 refuses another. Amazon ECS, " +
		"AWS Batch and others reserve it in any case, and refuse the tag when it is passed on.",
	Source:   validate.Source{Shape: "Tag", Member: "Key"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"TagSpecifications[].Tags[].Key"},
	Check: func(p *validate.Pass) {
		for at, tag := range allTags(p.Input) {
			const reserved = "aws:"
			key := aws.ToString(tag.Key)
			if len(key) < len(reserved) || key[len(reserved)-1] != ':' {
				continue
			}
			if prefix := key[:len(reserved)]; prefix != reserved && format.EqualFold(prefix, reserved) {
				p.Reportf(at.key(p), "should not begin with %s, which other AWS services reserve in any case; "+
					"choose another prefix", prefix)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"AWSteam:x","Value":"AWS:x"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"AWS:team","Value":"x"}]}]}`,
			At:   "TagSpecifications[0].Tags[0].Key",
		},
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"Aws:","Value":"x"}]}]}`,
			At:   "TagSpecifications[0].Tags[0].Key",
		},
	},
}

var tagKeyUnique = &validate.Rule{
	ID:        "tag-key-unique",
	Summary:   "the Key of a tag must not be given twice for the same resource",
	Reading:   "Keys are case-sensitive: keep and Keep are two. The same value twice does not help.",
	Source:    validate.Source{Guide: "Using_Tags"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"TagSpecifications[].Tags[].Key"},
	Check: func(p *validate.Pass) {
		for i := range p.Input.TagSpecifications {
			all := p.Input.TagSpecifications[i].Tags
			repeats.Each(len(all), func(j int) (string, bool) {
				return aws.ToString(all[j].Key), aws.ToString(all[j].Key) != ""
			}, func(first, again int) {
				other := place{i, first}.key(p)
				p.Conflictf(place{i, again}.key(p), []string{other}, "must be given once, and is %s already", other)
			})
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"keep","Value":"1"},{"Key":"Keep","Value":"1"}]},` +
				`{"ResourceType":"volume","Tags":[{"Key":"keep","Value":"1"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"keep","Value":"1"},{"Key":"team","Value":"1"},{"Key":"keep","Value":"1"}]}]}`,
			At: "TagSpecifications[0].Tags[2].Key",
		},
	},
}

var tagKeyNormalUnique = &validate.Rule{
	ID:      "tag-key-normal-unique",
	Summary: "the Key of a tag should not read as another of the same resource, written with other code points",
	Reading: "An é is one code point, or an e and an accent. EC2 compares code points, so the two are keys of their " +
		"own, which nobody can tell apart.",
	Source:   validate.Source{Guide: "Using_Tags"},
	Severity: validate.SeverityWarning,
	Given:    []string{"TagSpecifications[].Tags[].Key"},
	Check: func(p *validate.Pass) {
		for i := range p.Input.TagSpecifications {
			all := p.Input.TagSpecifications[i].Tags
			if !decomposed(all) {
				continue
			}
			repeats.Each(len(all), func(j int) (string, bool) {
				return norm.NFC.String(aws.ToString(all[j].Key)), all[j].Key != nil
			}, func(first, again int) {
				if *all[first].Key != *all[again].Key { // else tag-key-unique says so
					other := place{i, first}.key(p)
					p.Conflictf(place{i, again}.key(p), []string{other},
						"should not read as %s, which has other code points; write both alike, and keep one", other)
				}
			})
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"Cafe\u0301"},{"Key":"cafe\u0301"},{"Key":"Cafe"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"Caf\u00e9"},{"Key":"Cafe\u0301"}]}]}`,
			At: "TagSpecifications[0].Tags[1].Key",
		},
	},
}

// decomposed reports whether one of the keys is not in normal form C. Of two keys
// that only differ in their form, one is not.
func decomposed(tags []types.Tag) bool {
	for i := range tags {
		if key := tags[i].Key; key != nil && !format.ASCII(*key) && !norm.NFC.IsNormalString(*key) {
			return true
		}
	}
	return false
}
