package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var resourceTypes = &validate.Values{
	ID:      "tag-resource-type",
	Summary: "types of resource that a launch can tag",
	Source:  validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
	Sets: []validate.ValueSet{
		{
			Since:  validate.Spring2023,
			Values: []string{"instance", "volume", "elastic-gpu", "spot-instances-request", "network-interface"},
		},
		{
			Since: validate.Autumn2026,
			Values: []string{"instance", "volume", "spot-instances-request", "network-interface",
				"secondary-interface"},
		},
	},
}

var tagsPerResourceMax = &validate.Limit{
	ID:      "tags-per-resource-max",
	Summary: "most tags of one resource",
	Source:  validate.Source{Guide: "Using_Tags"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 50}},
}

var tagKeyMax = &validate.Limit{
	ID:      "tag-key-max",
	Summary: "most characters of a tag key",
	Source:  validate.Source{Guide: "Using_Tags"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 128}},
}

var tagValueMax = &validate.Limit{
	ID:      "tag-value-max",
	Summary: "most characters of a tag value",
	Source:  validate.Source{Shape: "Tag", Member: "Value"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 256}},
}
