package tags

import (
	"strings"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var tagListRequired = &validate.Rule{
	ID:        "tag-list-required",
	Summary:   "a tag specification must have at least one tag",
	Source:    validate.Source{Shape: "TagSpecification", Member: "Tags"},
	Code:      "InvalidTagKey.Malformed",
	CodeBasis: validate.Observed,
	Members:   []string{"TagSpecifications[].Tags"},
	When:      []string{"TagSpecifications"},
	Check: func(p *validate.Pass) {
		for i, s := range p.Input.TagSpecifications {
			if len(s.Tags) == 0 {
				p.Reportf(validate.At("TagSpecifications[].Tags", i), "must hold at least one tag; to tag nothing, drop the specification")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"Name","Value":"web"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[]}]}`, At: "TagSpecifications[0].Tags"},
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance"}]}`, At: "TagSpecifications[0].Tags"},
	},
}

var tagListLimit = &validate.Rule{
	ID:        "tag-list-limit",
	Summary:   "a resource must have at most 50 tags",
	Reading:   "Each resource type is counted by itself, and the aws: tags that EC2 adds do not count.",
	Source:    validate.Source{Guide: "Using_Tags"},
	Code:      "TagLimitExceeded",
	CodeBasis: validate.Documented,
	Members:   []string{"TagSpecifications[].Tags"},
	When:      []string{"TagSpecifications[].Tags"},
	Limits:    []*validate.Limit{tagsPerResourceMax},
	Check: func(p *validate.Pass) {
		most, ok := p.Limit(tagsPerResourceMax)
		for i, s := range p.Input.TagSpecifications {
			if n := len(s.Tags); ok && int64(n) > most {
				p.Reportf(validate.At("TagSpecifications[].Tags", i), "must hold at most %d tags, not %d", most, n)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k00"},{"Key":"k01"},{"Key":"k02"},{"Key":"k03"},{"Key":"k04"},{"Key":"k05"},{"Key":"k06"},{"Key":"k07"},{"Key":"k08"},{"Key":"k09"},{"Key":"k10"},{"Key":"k11"},{"Key":"k12"},{"Key":"k13"},{"Key":"k14"},{"Key":"k15"},{"Key":"k16"},{"Key":"k17"},{"Key":"k18"},{"Key":"k19"},{"Key":"k20"},{"Key":"k21"},{"Key":"k22"},{"Key":"k23"},{"Key":"k24"},{"Key":"k25"},{"Key":"k26"},{"Key":"k27"},{"Key":"k28"},{"Key":"k29"},{"Key":"k30"},{"Key":"k31"},{"Key":"k32"},{"Key":"k33"},{"Key":"k34"},{"Key":"k35"},{"Key":"k36"},{"Key":"k37"},{"Key":"k38"},{"Key":"k39"},{"Key":"k40"},{"Key":"k41"},{"Key":"k42"},{"Key":"k43"},{"Key":"k44"},{"Key":"k45"},{"Key":"k46"},{"Key":"k47"},{"Key":"k48"},{"Key":"k49"}]},{"ResourceType":"volume","Tags":[{"Key":"Name","Value":"web"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k00"},{"Key":"k01"},{"Key":"k02"},{"Key":"k03"},{"Key":"k04"},{"Key":"k05"},{"Key":"k06"},{"Key":"k07"},{"Key":"k08"},{"Key":"k09"},{"Key":"k10"},{"Key":"k11"},{"Key":"k12"},{"Key":"k13"},{"Key":"k14"},{"Key":"k15"},{"Key":"k16"},{"Key":"k17"},{"Key":"k18"},{"Key":"k19"},{"Key":"k20"},{"Key":"k21"},{"Key":"k22"},{"Key":"k23"},{"Key":"k24"},{"Key":"k25"},{"Key":"k26"},{"Key":"k27"},{"Key":"k28"},{"Key":"k29"},{"Key":"k30"},{"Key":"k31"},{"Key":"k32"},{"Key":"k33"},{"Key":"k34"},{"Key":"k35"},{"Key":"k36"},{"Key":"k37"},{"Key":"k38"},{"Key":"k39"},{"Key":"k40"},{"Key":"k41"},{"Key":"k42"},{"Key":"k43"},{"Key":"k44"},{"Key":"k45"},{"Key":"k46"},{"Key":"k47"},{"Key":"k48"},{"Key":"k49"},{"Key":"k50"}]}]}`, At: "TagSpecifications[0].Tags"},
	},
}

var tagKeyRequired = &validate.Rule{
	ID:        "tag-key-required",
	Summary:   "a tag must have a key of at least one character",
	Source:    validate.Source{Shape: "Tag", Member: "Key", Guide: "Using_Tags"},
	Code:      "InvalidTagKey.Malformed",
	CodeBasis: validate.Documented,
	Members:   []string{"TagSpecifications[].Tags[].Key"},
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
	Summary: "a tag key must have at most 128 Unicode characters",
	Source:  validate.Source{Shape: "Tag", Member: "Key", Guide: "Using_Tags"},
	Code:    "InvalidParameterValue",
	Members: []string{"TagSpecifications[].Tags[].Key"},
	Tag:     "ec2chars=0-128",
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
	When:     []string{"TagSpecifications[].Tags[].Key"},
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
	When:      []string{"TagSpecifications[].Tags[].Key"},
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
	When:      []string{"TagSpecifications[].Tags[].Key"},
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

var tagValueLength = &validate.Rule{
	ID:      "tag-value-length",
	Summary: "a tag value must have at most 256 Unicode characters",
	Source:  validate.Source{Shape: "Tag", Member: "Value"},
	Code:    "InvalidParameterValue",
	Members: []string{"TagSpecifications[].Tags[].Value"},
	Tag:     "ec2chars=0-256",
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k","Value":"vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k","Value":"vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv"}]}]}`, At: "TagSpecifications[0].Tags[0].Value"},
	},
}
