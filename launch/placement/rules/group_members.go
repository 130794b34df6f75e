package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/validate"
)

var placementGroupMembersZoneConflict = &validate.Rule{
	ID:        "placement-group-members-zone-conflict",
	Summary:   "a cluster placement group should have its members in the zone of the launch",
	Source:    validate.Source{Guide: "placement-strategies"},
	Severity:  validate.SeverityWarning,
	Code:      "InvalidPlacementGroup.InUse",
	CodeBasis: validate.Observed,
	Given:     []string{"Placement.GroupName", "Placement.GroupId"},
	Reads:     []string{"Placement.AvailabilityZone"},
	Asks:      []validate.Asked{validate.PlacementGroup, validate.PlacementGroupMembers},
	Age:       validate.Moving,
	Check: func(p *validate.Pass) {
		found, members, member := membersOf(p)
		place := p.Input.Placement
		if found == nil || found.Strategy != types.PlacementStrategyCluster || place.AvailabilityZone == nil || *place.AvailabilityZone == "" {
			return
		}
		for _, m := range members {
			if m.Placement != nil && m.Placement.AvailabilityZone != nil && *m.Placement.AvailabilityZone != *place.AvailabilityZone {
				p.Conflictf(member, []string{"Placement.AvailabilityZone"}, "should be a group of the zone: its instances run in %s", *m.Placement.AvailabilityZone)
				return
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"GroupName":"blue","AvailabilityZone":"us-east-1a"}}`,
			Account: `{"PlacementGroup":{"blue":{"GroupName":"blue","Strategy":"cluster"}},"PlacementGroupMembers":{"blue":[{"Placement":{"AvailabilityZone":"us-east-1a"}}]}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"GroupName":"blue","AvailabilityZone":"us-east-1b"}}`,
			Account: `{"PlacementGroup":{"blue":{"GroupName":"blue","Strategy":"cluster"}},"PlacementGroupMembers":{"blue":[{"Placement":{"AvailabilityZone":"us-east-1a"}}]}}`,
			At:      "Placement.GroupName",
		},
		{
			Spec:    `{"Placement":{"GroupId":"pg-0123456789abcdef0","AvailabilityZone":"us-east-1b"}}`,
			Account: `{"PlacementGroup":{"pg-0123456789abcdef0":{"GroupName":"blue","Strategy":"cluster"}},"PlacementGroupMembers":{"blue":[{"Placement":{"AvailabilityZone":"us-east-1a"}}]}}`,
			At:      "Placement.GroupId",
		},
	},
}

var placementGroupMembersAdvice = &validate.Rule{
	ID:       "placement-group-members-advice",
	Summary:  "a cluster placement group should have instances of one type",
	Source:   validate.Source{Guide: "placement-strategies"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"Placement.GroupName", "Placement.GroupId"},
	Reads:    []string{"InstanceType"},
	Asks:     []validate.Asked{validate.PlacementGroup, validate.PlacementGroupMembers},
	Age:      validate.Moving,
	Check: func(p *validate.Pass) {
		found, members, member := membersOf(p)
		if found == nil || found.Strategy != types.PlacementStrategyCluster || p.Input.InstanceType == "" {
			return
		}
		for _, m := range members {
			if m.InstanceType != "" && m.InstanceType != p.Input.InstanceType {
				p.Conflictf(member, []string{"InstanceType"}, "should have instances of one type, and has %s: with several, capacity is harder to find", m.InstanceType)
				return
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large","Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{"GroupName":"blue","Strategy":"cluster"}},"PlacementGroupMembers":{"blue":[{"InstanceType":"m5.large"}]}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large","Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{"GroupName":"blue","Strategy":"cluster"}},"PlacementGroupMembers":{"blue":[{"InstanceType":"c5.large"}]}}`,
			At:      "Placement.GroupName",
		},
		{
			Spec:    `{"InstanceType":"m5.large","Placement":{"GroupId":"pg-0123456789abcdef0"}}`,
			Account: `{"PlacementGroup":{"pg-0123456789abcdef0":{"GroupName":"blue","Strategy":"cluster"}},"PlacementGroupMembers":{"blue":[{"InstanceType":"c5.large"}]}}`,
			At:      "Placement.GroupId",
		},
	},
}

// membersOf is the placement group that the request names, the instances that
// run in it, and the member that names it; nil where either is not known.
func membersOf(p *validate.Pass) (found *types.PlacementGroup, members []types.Instance, member string) {
	found, _, member = groupOf(p)
	if found == nil || found.GroupName == nil {
		return nil, nil, member
	}
	list := validate.PlacementGroupMembers.Named(p, found.GroupName)
	if list == nil {
		return nil, nil, member
	}
	return found, *list, member
}
