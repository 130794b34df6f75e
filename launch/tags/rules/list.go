package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var tagListRequired = &validate.Rule{
	ID:        "tag-list-required",
	Summary:   "Tags must hold at least one tag",
	Source:    validate.Source{Shape: "TagSpecification", Member: "Tags"},
	Code:      "InvalidTagKey.Malformed",
	CodeBasis: validate.Observed,
	Members:   []string{"TagSpecifications[].Tags"},
	When:      []string{"TagSpecifications"},
	Check: func(p *validate.Pass) {
		for i, s := range p.Input.TagSpecifications {
			if len(s.Tags) == 0 {
				p.Reportf(p.At("TagSpecifications[].Tags", i),
					"must hold at least one tag; to tag nothing, drop the specification")
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
	Summary:   "Tags must not hold more than a resource can have",
	Reading:   "Each resource type is counted by itself, and the aws: tags that EC2 adds do not count.",
	Source:    validate.Source{Guide: "Using_Tags"},
	Code:      "TagLimitExceeded",
	CodeBasis: validate.Documented,
	Given:     []string{"TagSpecifications[].Tags"},
	Limits:    []*validate.Limit{tagsPerResourceMax},
	Check: func(p *validate.Pass) {
		most, ok := p.Limit(tagsPerResourceMax)
		for i, s := range p.Input.TagSpecifications {
			if n := len(s.Tags); ok && int64(n) > most {
				p.Beyond(tagsPerResourceMax).Reportf(p.At("TagSpecifications[].Tags", i),
					"must hold at most %d tags, not %d", most, n)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[` + fiftyTags +
				`]},{"ResourceType":"volume","Tags":[{"Key":"Name","Value":"web"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[` + fiftyTags + `,{"Key":"k50"}]}]}`,
			At:   "TagSpecifications[0].Tags",
		},
	},
}

// fiftyTags are as many tags as a resource can have.
const fiftyTags = `{"Key":"k00"},{"Key":"k01"},{"Key":"k02"},{"Key":"k03"},{"Key":"k04"},{"Key":"k05"},` +
	`{"Key":"k06"},{"Key":"k07"},{"Key":"k08"},{"Key":"k09"},{"Key":"k10"},{"Key":"k11"},` +
	`{"Key":"k12"},{"Key":"k13"},{"Key":"k14"},{"Key":"k15"},{"Key":"k16"},{"Key":"k17"},` +
	`{"Key":"k18"},{"Key":"k19"},{"Key":"k20"},{"Key":"k21"},{"Key":"k22"},{"Key":"k23"},` +
	`{"Key":"k24"},{"Key":"k25"},{"Key":"k26"},{"Key":"k27"},{"Key":"k28"},{"Key":"k29"},` +
	`{"Key":"k30"},{"Key":"k31"},{"Key":"k32"},{"Key":"k33"},{"Key":"k34"},{"Key":"k35"},` +
	`{"Key":"k36"},{"Key":"k37"},{"Key":"k38"},{"Key":"k39"},{"Key":"k40"},{"Key":"k41"},` +
	`{"Key":"k42"},{"Key":"k43"},{"Key":"k44"},{"Key":"k45"},{"Key":"k46"},{"Key":"k47"},` +
	`{"Key":"k48"},{"Key":"k49"}`
