package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var placementPartitionMin = &validate.Limit{
	ID:      "placement-partition-min",
	Summary: "first partition of a partition placement group",
	Source:  validate.Source{Guide: "placement-strategies"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 1}},
}

var placementPartitionMax = &validate.Limit{
	ID:      "placement-partition-max",
	Summary: "partitions of a partition placement group in a zone",
	Source:  validate.Source{Guide: "placement-strategies"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 7}},
}

var placementDedicatedPartitionMax = &validate.Limit{
	ID:      "placement-dedicated-partition-max",
	Summary: "partitions of a partition placement group with dedicated tenancy",
	Source:  validate.Source{Guide: "placement-strategies"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 2}},
}

var affinities = &validate.Values{
	ID:      "placement-affinity",
	Summary: "affinities of an instance to its Dedicated Host",
	Source:  validate.Source{Shape: "ModifyInstancePlacement", Member: "Affinity"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"default", "host"}},
	},
	AnyCase: true,
}

var tenancies = &validate.Values{
	ID:      "placement-tenancy",
	Summary: "tenancies of an instance",
	Source:  validate.Source{Shape: "Placement", Member: "Tenancy"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"default", "dedicated", "host"}},
	},
}

var placementGroupNameMax = &validate.Limit{
	ID:      "placement-group-name-max",
	Summary: "most characters of the name of a placement group",
	Source:  validate.Source{Shape: "CreatePlacementGroup", Member: "GroupName"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 255}},
}

var placementSpreadMax = &validate.Limit{
	ID:      "placement-spread-max",
	Summary: "running instances of a rack spread placement group in a zone",
	Source:  validate.Source{Guide: "placement-strategies"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 7}},
}
