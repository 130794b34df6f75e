package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/validate"
)

// group returns the member that names the placement group, and "" when none
// does. An empty name is none: EC2 launches with it.
func group(p *types.Placement) (path string) {
	switch {
	case p.GroupName != nil && *p.GroupName != "":
		return "Placement.GroupName"
	case p.GroupId != nil:
		return "Placement.GroupId"
	}
	return ""
}

// given is like [group] for requests that have either member, also an empty
// name.
func given(p *types.Placement) (path string) {
	if path = group(p); path == "" {
		path = "Placement.GroupName"
	}
	return path
}

var placementGroupNameFormat = &validate.Rule{
	ID:      "placement-group-name-format",
	Summary: "GroupName must have ASCII characters only",
	Reading: "The form is stated for the creation of groups, and no other group can exist.",
	Source:  validate.Source{Shape: "CreatePlacementGroup", Member: "GroupName"},
	Code:    "InvalidPlacementGroup.Unknown",
	Members: []string{"Placement.GroupName"},
	Tag:     "ec2asciitext",
	Good: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"my group"}}`},
		{Spec: `{"Placement":{"GroupName":""}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"gruppe-ä"}}`, At: "Placement.GroupName"},
	},
}

var placementGroupNameLength = &validate.Rule{
	ID:      "placement-group-name-length",
	Summary: "GroupName must not be longer than the name of a placement group can be",
	Reading: "The length is stated for the creation of groups, and no other group can exist.",
	Source:  validate.Source{Shape: "CreatePlacementGroup", Member: "GroupName"},
	Code:    "InvalidPlacementGroup.Unknown",
	Members: []string{"Placement.GroupName"},
	Range:   &validate.Range{Max: placementGroupNameMax},
	Good: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"` + characters255 + `"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"` + characters255 + `g"}}`, At: "Placement.GroupName"},
	},
}

// characters255 is a group's name of the greatest length.
const characters255 = characters51 + characters51 + characters51 + characters51 + characters51

const characters51 = "ggggggggggggggggggggggggggggggggggggggggggggggggggg"

var placementGroupIDFormat = &validate.Rule{
	ID:        "placement-group-id-format",
	Summary:   "GroupId must be pg- and 17 lower-case hexadecimal digits; a name belongs in GroupName",
	Reading:   "The short form of 8 digits, which IDs of other resources have, passes too.",
	Source:    validate.Source{Shape: "Placement", Member: "GroupId"},
	Code:      "InvalidPlacementGroupId.Malformed",
	CodeBasis: validate.Documented,
	Members:   []string{"Placement.GroupId"},
	Tag:       "ec2id=pg",
	Good: []validate.Example{
		{Spec: `{"Placement":{"GroupId":"pg-0123456789abcdef0"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"GroupId":"rack-a"}}`, At: "Placement.GroupId"},
		{Spec: `{"Placement":{"GroupId":"pg-0123456789ABCDEF0"}}`, At: "Placement.GroupId"},
	},
}

var placementGroupConflict = &validate.Rule{
	ID:      "placement-group-conflict",
	Summary: "GroupId must not be given with GroupName",
	Source:  validate.Source{Shape: "Placement", Member: "GroupId"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"Placement.GroupId"},
	When:    []string{"Placement.GroupName"},
	Check: func(p *validate.Pass) {
		if *p.Input.Placement.GroupName != "" {
			p.Conflictf("Placement.GroupId", []string{"Placement.GroupName"},
				"must not be given with GroupName; keep one of the two")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"rack-a"}}`},
		{Spec: `{"Placement":{"GroupId":"pg-0123456789abcdef0"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"GroupName":"rack-a","GroupId":"pg-0123456789abcdef0"}}`, At: "Placement.GroupId"},
	},
}

var placementGroupHostConflict = &validate.Rule{
	ID:      "placement-group-host-conflict",
	Summary: "GroupName and GroupId must not be given with tenancy host or with a host resource group",
	Reading: "An empty name is refused here as well, though it names no group.",
	Source:  validate.Source{Guide: "placement-groups"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"Placement.GroupName", "Placement.GroupId"},
	Reads:   []string{"Placement.Tenancy", "Placement.HostResourceGroupArn"},
	Check: func(p *validate.Pass) {
		place := p.Input.Placement
		path := given(place)
		switch {
		case place.Tenancy == types.TenancyHost:
			p.Conflictf(path, []string{"Placement.Tenancy"},
				"must not be given with Tenancy host, not even empty: Dedicated Hosts are in no placement group")
		case place.HostResourceGroupArn != nil:
			p.Conflictf(path, []string{"Placement.HostResourceGroupArn"},
				"must not be given with HostResourceGroupArn, not even empty: Dedicated Hosts are in no placement "+
					"group")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"host"}}`},
		{Spec: `{"Placement":{"Tenancy":"dedicated","GroupName":"rack-a"}}`},
		{Spec: `{"Placement":{"GroupName":""}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"host","GroupName":"rack-a"}}`, At: "Placement.GroupName"},
		{Spec: `{"Placement":{"Tenancy":"host","GroupName":""}}`, At: "Placement.GroupName"},
		{Spec: `{"Placement":{"Tenancy":"host","GroupId":"pg-0123456789abcdef0"}}`, At: "Placement.GroupId"},
		{Spec: `{"Placement":{"GroupName":"rack-a",` + hosts + `}}`, At: "Placement.GroupName"},
		{Spec: `{"Placement":{"GroupName":"",` + hosts + `}}`, At: "Placement.GroupName"},
	},
}

var placementGroupSpotConflict = &validate.Rule{
	ID:      "placement-group-spot-conflict",
	Summary: "GroupName and GroupId must not be given for Spot Instances that stop or hibernate when interrupted",
	Reading: "An empty name is refused here as well, though it names no group.",
	Source:  validate.Source{Guide: "placement-groups"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
	Given:   []string{"Placement.GroupName", "Placement.GroupId"},
	When: []string{
		"InstanceMarketOptions.MarketType",
		"InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
	},
	Check: func(p *validate.Pass) {
		if !requested.Spot(p.Input) {
			return
		}
		switch b := p.Input.InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior; b {
		case types.InstanceInterruptionBehaviorStop, types.InstanceInterruptionBehaviorHibernate:
			p.Conflictf(given(p.Input.Placement),
				[]string{"InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior"},
				"must not be given with InstanceInterruptionBehavior %s, not even empty; "+
					"choose terminate with a one-time request, or no group", b)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"Placement":{"GroupName":"rack-a"},"InstanceMarketOptions":` +
				`{"MarketType":"spot","SpotOptions":{"InstanceInterruptionBehavior":"terminate"}}}`,
		},
		{
			Spec: `{"Placement":{"AvailabilityZone":"us-east-1a"},` +
				`"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Placement":{"GroupName":"rack-a"},"InstanceMarketOptions":` +
				`{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent",` +
				`"InstanceInterruptionBehavior":"stop"}}}`,
			At: "Placement.GroupName",
		},
		{
			Spec: `{"Placement":{"GroupName":""},"InstanceMarketOptions":` +
				`{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent",` +
				`"InstanceInterruptionBehavior":"stop"}}}`,
			At: "Placement.GroupName",
		},
		{
			Spec: `{"Placement":{"GroupId":"pg-0123456789abcdef0"},` +
				`"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"hibernate"}}}`,
			At: "Placement.GroupId",
		},
	},
}

// groupOf is what the account says of the placement group, nil where that is not
// known, and the member that names it.
func groupOf(p *validate.Pass) (found *types.PlacementGroup, known bool, member string) {
	place := p.Input.Placement
	switch {
	case place.GroupId != nil:
		found, known = validate.PlacementGroup.Of(p, *place.GroupId)
		return found, known, "Placement.GroupId"
	case place.GroupName != nil:
		found, known = validate.PlacementGroup.Of(p, *place.GroupName)
		return found, known, "Placement.GroupName"
	}
	return nil, false, ""
}

var placementGroupUnknown = &validate.Rule{
	ID:        "placement-group-unknown",
	Summary:   "the placement group must exist in the Region",
	Source:    validate.Source{Shape: "Placement", Member: "GroupName"},
	Code:      "InvalidPlacementGroup.Unknown",
	CodeBasis: validate.Documented,
	Given:     []string{"Placement.GroupName", "Placement.GroupId"},
	Asks:      []validate.Asked{validate.PlacementGroup},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		if found, known, member := groupOf(p); known && found == nil {
			p.Reportf(member, "must exist: the account has no such placement group in this Region")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":null}}`,
			At:      "Placement.GroupName",
		},
		{
			Spec:    `{"Placement":{"GroupId":"pg-0123456789abcdef0"}}`,
			Account: `{"PlacementGroup":{"pg-0123456789abcdef0":null}}`,
			At:      "Placement.GroupId",
		},
	},
}

var placementGroupStateUnsupported = &validate.Rule{
	ID:       "placement-group-state-unsupported",
	Summary:  "the placement group should be available",
	Source:   validate.Source{Shape: "PlacementGroup", Member: "State"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidPlacementGroup.Unknown",
	Given:    []string{"Placement.GroupName", "Placement.GroupId"},
	Asks:     []validate.Asked{validate.PlacementGroup},
	Age:      validate.Moving,
	Check: func(p *validate.Pass) {
		if found, _, member := groupOf(p); found != nil && found.State != "" && found.State != types.PlacementGroupStateAvailable {
			p.Reportf(member, "should be available, and is %s", found.State)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{"State":"available"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"GroupName":"blue"}}`,
			Account: `{"PlacementGroup":{"blue":{"State":"deleting"}}}`,
			At:      "Placement.GroupName",
		},
		{
			Spec:    `{"Placement":{"GroupId":"pg-0123456789abcdef0"}}`,
			Account: `{"PlacementGroup":{"pg-0123456789abcdef0":{"State":"pending"}}}`,
			At:      "Placement.GroupId",
		},
	},
}
