package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/validate"
)

var placementGroupSpreadLimit = &validate.Rule{
	ID:       "placement-group-spread-limit",
	Summary:  "a rack spread placement group should have a rack in the zone for each instance that must launch",
	Reading:  "Only the instances of the launch count here: what the group holds already is not asked.",
	Source:   validate.Source{Guide: "placement-strategies"},
	Severity: validate.SeverityWarning,
	Code:     "InsufficientInstanceCapacity",
	Given:    []string{"Placement.GroupName", "Placement.GroupId"},
	Reads:    []string{"MinCount"},
	Asks:     []validate.Asked{validate.PlacementGroup},
	Age:      validate.Edited,
	Limits:   []*validate.Limit{placementSpreadMax},
	Check: func(p *validate.Pass) {
		found, _, member := groupOf(p)
		if found == nil || found.Strategy != types.PlacementStrategySpread || found.SpreadLevel == types.SpreadLevelHost || p.Input.MinCount == nil {
			return
		}
		if most, ok := p.Limit(placementSpreadMax); ok && int64(*p.Input.MinCount) > most {
			p.Conflictf(member, []string{"MinCount"}, "should be another group, or MinCount smaller: a rack spread group has at most %d running instances in a zone", most)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"MinCount":7,"MaxCount":9,"Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{"Strategy":"spread"}}}`,
		},
		{
			Spec:    `{"MinCount":8,"MaxCount":9,"Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{"Strategy":"spread","SpreadLevel":"host"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"MinCount":8,"MaxCount":9,"Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{"Strategy":"spread","SpreadLevel":"rack"}}}`,
			At:      "Placement.GroupName",
		},
		{
			Spec:    `{"MinCount":8,"MaxCount":9,"Placement":{"GroupId":"pg-0123456789abcdef0"}}`,
			Account: `{"PlacementGroup":{"pg-0123456789abcdef0":{"Strategy":"spread"}}}`,
			At:      "Placement.GroupId",
		},
	},
}

var placementGroupSpreadDedicatedConflict = &validate.Rule{
	ID:      "placement-group-spread-tenancy-conflict",
	Summary: "a spread placement group must not hold Dedicated Instances",
	Source:  validate.Source{Guide: "placement-strategies"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"Placement.GroupName", "Placement.GroupId"},
	Reads:   []string{"Placement.Tenancy"},
	Asks:    []validate.Asked{validate.PlacementGroup},
	Age:     validate.Edited,
	Check: func(p *validate.Pass) {
		found, _, member := groupOf(p)
		if found != nil && found.Strategy == types.PlacementStrategySpread && p.Input.Placement.Tenancy == types.TenancyDedicated {
			p.Conflictf(member, []string{"Placement.Tenancy"}, "must be a group of another strategy: a spread group takes no Dedicated Instances")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"GroupName":"blue","Tenancy":"dedicated"}}`,
			Account: `{"PlacementGroup":{"blue":{"Strategy":"cluster"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"GroupName":"blue","Tenancy":"dedicated"}}`,
			Account: `{"PlacementGroup":{"blue":{"Strategy":"spread"}}}`,
			At:      "Placement.GroupName",
		},
		{
			Spec:    `{"Placement":{"GroupId":"pg-0123456789abcdef0","Tenancy":"dedicated"}}`,
			Account: `{"PlacementGroup":{"pg-0123456789abcdef0":{"Strategy":"spread"}}}`,
			At:      "Placement.GroupId",
		},
	},
}

var placementGroupSpreadHostUnsupported = &validate.Rule{
	ID:       "placement-group-spread-outpost-required",
	Summary:  "a host spread placement group should be used on an Outpost",
	Source:   validate.Source{Shape: "PlacementGroup", Member: "SpreadLevel"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"Placement.GroupName", "Placement.GroupId"},
	Reads:    []string{"SubnetId"},
	Asks:     []validate.Asked{validate.PlacementGroup, validate.Subnet},
	Age:      validate.Edited,
	Check: func(p *validate.Pass) {
		found, _, member := groupOf(p)
		if found == nil || found.SpreadLevel != types.SpreadLevelHost || p.Input.SubnetId == nil {
			return
		}
		if subnet := validate.Subnet.Named(p, p.Input.SubnetId); subnet != nil && subnet.SubnetId != nil && subnet.OutpostArn == nil {
			p.Conflictf(member, []string{"SubnetId"}, "should go with a subnet of an Outpost: elsewhere instances are spread over racks, not hosts")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{"SpreadLevel":"host"}},"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","OutpostArn":"arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{"SpreadLevel":"host"}},"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
			At:      "Placement.GroupName",
		},
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Placement":{"GroupId":"pg-0123456789abcdef0"}}`,
			Account: `{"PlacementGroup":{"pg-0123456789abcdef0":{"SpreadLevel":"host"}},"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
			At:      "Placement.GroupId",
		},
	},
}
