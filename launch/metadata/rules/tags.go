package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var metadataTagsValues = &validate.Rule{
	ID:      "metadata-tags-values",
	Summary: "InstanceMetadataTags must be enabled or disabled",
	Source:  validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "InstanceMetadataTags"},
	Code:    "InvalidParameterValue",
	Members: []string{"MetadataOptions.InstanceMetadataTags"},
	Values:  tagsStates,
	Good: []validate.Example{
		{Spec: `{"MetadataOptions":{"InstanceMetadataTags":"enabled"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MetadataOptions":{"InstanceMetadataTags":"yes"}}`, At: "MetadataOptions.InstanceMetadataTags"},
	},
}

var metadataTagsFormat = &validate.Rule{
	ID: "metadata-tags-format",
	Summary: "the keys of instance tags must be ones that the instance metadata can show, while " +
		"InstanceMetadataTags is enabled",
	Reading: "The sentence speaks of keys, not of values, and of tags on the instance itself only.",
	Source: validate.Source{
		Shape: "InstanceMetadataOptionsRequest", Member: "InstanceMetadataTags", Guide: "work-with-tags-in-IMDS",
	},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"TagSpecifications[].Tags[].Key"},
	When:      []string{"TagSpecifications[].ResourceType", "MetadataOptions.InstanceMetadataTags"},
	Check: func(p *validate.Pass) {
		if p.Input.MetadataOptions.InstanceMetadataTags != types.InstanceMetadataTagsStateEnabled {
			return
		}
		for i, s := range p.Input.TagSpecifications {
			if s.ResourceType != types.ResourceTypeInstance {
				continue
			}
			for j, tag := range s.Tags {
				if tag.Key == nil || shown(*tag.Key) {
					continue
				}
				p.Conflictf(p.At("TagSpecifications[].Tags[].Key", i, j),
					[]string{"MetadataOptions.InstanceMetadataTags"},
					"must have only letters, digits and + - = . , _ : @, and not be ., .. or _index, "+
						"while InstanceMetadataTags is enabled; rename the key, or disable that")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"MetadataOptions":{"InstanceMetadataTags":"enabled"},` +
				`"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"a+B-3=d.e,f_g:h@i","Value":"a/b c"}]}]}`,
		},
		{
			Spec: `{"MetadataOptions":{"InstanceMetadataTags":"enabled"},` +
				`"TagSpecifications":[{"ResourceType":"volume","Tags":[{"Key":"team/name","Value":"x"}]}]}`,
		},
		{
			Spec: `{"MetadataOptions":{"InstanceMetadataTags":"disabled"},` +
				`"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team/name","Value":"x"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"MetadataOptions":{"InstanceMetadataTags":"enabled"},` +
				`"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team/name","Value":"x"}]}]}`,
			At: "TagSpecifications[0].Tags[0].Key",
		},
		{
			Spec: `{"MetadataOptions":{"InstanceMetadataTags":"enabled"},` +
				`"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"Name","Value":"x"},{"Key":"Cost Center","Value":"x"}]}]}`,
			At: "TagSpecifications[0].Tags[1].Key",
		},
		{
			Spec: `{"MetadataOptions":{"InstanceMetadataTags":"enabled"},` +
				`"TagSpecifications":[{"ResourceType":"volume","Tags":[{"Key":"Cost Center","Value":"x"}]},` +
				`{"ResourceType":"instance","Tags":[{"Key":"größe","Value":"x"}]}]}`,
			At: "TagSpecifications[1].Tags[0].Key",
		},
		{
			Spec: `{"MetadataOptions":{"InstanceMetadataTags":"enabled"},` +
				`"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"_index","Value":"x"}]}]}`,
			At: "TagSpecifications[0].Tags[0].Key",
		},
	},
}

// shown reports whether the metadata service can show a tag by its key. Of an
// empty key, which no tag may have, it says nothing.
func shown(key string) bool {
	switch key {
	case ".", "..", "_index":
		return false
	}
	return format.MadeOf(key, "+-=.,_:@")
}
