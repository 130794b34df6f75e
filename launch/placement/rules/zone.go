package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var placementZoneConflict = &validate.Rule{
	ID:      "placement-zone-conflict",
	Summary: "AvailabilityZoneId must not be given with AvailabilityZone",
	Reading: "Two spellings of one zone conflict too. An empty name is none: EC2 launches with it.",
	Source:  validate.Source{Shape: "Placement", Member: "AvailabilityZoneId"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
	Given:   []string{"Placement.AvailabilityZoneId"},
	When:    []string{"Placement.AvailabilityZone"},
	Check: func(p *validate.Pass) {
		if *p.Input.Placement.AvailabilityZone != "" {
			p.Conflictf("Placement.AvailabilityZoneId", []string{"Placement.AvailabilityZone"},
				"must not be given with AvailabilityZone; keep one of the two")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZoneId":"use1-az1"}}`},
		{Spec: `{"Placement":{"AvailabilityZone":"us-east-1a"}}`},
		{Spec: `{"Placement":{"AvailabilityZone":"","AvailabilityZoneId":"use1-az1"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Placement":{"AvailabilityZone":"us-east-1a","AvailabilityZoneId":"use1-az1"}}`,
			At:   "Placement.AvailabilityZoneId",
		},
	},
}

var placementZoneTextFormat = &validate.Rule{
	ID:      "placement-zone-text-format",
	Summary: "AvailabilityZone and AvailabilityZoneId must be made of printable ASCII characters",
	Reading: "No pattern is documented, but no zone is named otherwise.",
	Source:  validate.Source{Shape: "Placement", Member: "AvailabilityZone"},
	Code:    "InvalidParameterValue",
	Members: []string{"Placement.AvailabilityZone", "Placement.AvailabilityZoneId"},
	Tag:     "ec2ascii",
	Good: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZone":"us-east-1a"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZone":"us-еast-1a"}}`, At: "Placement.AvailabilityZone"},
		{
			Spec:  `{"Placement":{"AvailabilityZoneId":"use1-az1\n"}}`,
			At:    "Placement.AvailabilityZoneId",
			Since: validate.Autumn2026,
		},
	},
}

var placementZoneFormat = &validate.Rule{
	ID:        "placement-zone-format",
	Summary:   "AvailabilityZone must be the name of a zone, neither a Region nor the ID of a zone",
	Source:    validate.Source{Shape: "Placement", Member: "AvailabilityZone"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"Placement.AvailabilityZone"},
	Check: func(p *validate.Pass) {
		switch zone := *p.Input.Placement.AvailabilityZone; kindOf(zone) {
		case aRegion:
			p.Reportf("Placement.AvailabilityZone", "must be the name of a zone, such as %sa, not of a Region", zone)
		case aZoneID:
			p.Reportf("Placement.AvailabilityZone",
				"must be the name of a zone, such as us-east-1a; move an ID to AvailabilityZoneId")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZone":"us-east-1a"}}`},
		{Spec: `{"Placement":{"AvailabilityZone":"us-gov-west-1b"}}`},
		{Spec: `{"Placement":{"AvailabilityZone":"us-west-2-lax-1a"}}`},
		{Spec: `{"Placement":{"AvailabilityZone":"us-east-1-wl1-bos-wlz-1"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZone":"us-east-1"}}`, At: "Placement.AvailabilityZone"},
		{Spec: `{"Placement":{"AvailabilityZone":"use1-az1"}}`, At: "Placement.AvailabilityZone"},
	},
}

var placementZoneIDFormat = &validate.Rule{
	ID:      "placement-zone-id-format",
	Summary: "AvailabilityZoneId must be the ID of a zone, neither its name nor a Region",
	Source:  validate.Source{Shape: "Placement", Member: "AvailabilityZoneId"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Given:   []string{"Placement.AvailabilityZoneId"},
	Check: func(p *validate.Pass) {
		if kind := kindOf(*p.Input.Placement.AvailabilityZoneId); kind == aRegion || kind == aZoneName {
			p.Reportf("Placement.AvailabilityZoneId",
				"must be the ID of a zone, such as use1-az1; move a name to AvailabilityZone")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZoneId":"use1-az1"}}`},
		{Spec: `{"Placement":{"AvailabilityZoneId":"usw2-lax1-az1"}}`},
		{Spec: `{"Placement":{"AvailabilityZoneId":"use1-wl1-bos-wlz1"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZoneId":"us-east-1a"}}`, At: "Placement.AvailabilityZoneId"},
		{Spec: `{"Placement":{"AvailabilityZoneId":"us-east-1"}}`, At: "Placement.AvailabilityZoneId"},
	},
}

var placementZoneUnknown = &validate.Rule{
	ID:       "placement-zone-unknown",
	Summary:  "AvailabilityZone should begin with a Region, and AvailabilityZoneId like use1-",
	Reading:  "No pattern is documented, so the rule only warns. An empty name is none: EC2 launches with it.",
	Source:   validate.Source{Shape: "Placement", Member: "AvailabilityZone"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"Placement.AvailabilityZone", "Placement.AvailabilityZoneId"},
	Check: func(p *validate.Pass) {
		unknown := func(zone *string) bool {
			return zone != nil && kindOf(*zone) == noZone && format.Printable(*zone)
		}
		if zone := p.Input.Placement.AvailabilityZone; unknown(zone) && *zone != "" {
			p.Reportf("Placement.AvailabilityZone", "should be the name of a zone, such as us-east-1a")
		}
		if unknown(p.Input.Placement.AvailabilityZoneId) {
			p.Reportf("Placement.AvailabilityZoneId", "should be the ID of a zone, such as use1-az1")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZone":"us-east-1a"}}`},
		{Spec: `{"Placement":{"AvailabilityZoneId":"use1-az1"}}`, Since: validate.Autumn2026},
		{Spec: `{"Placement":{"AvailabilityZone":""}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZone":"US-EAST-1A"}}`, At: "Placement.AvailabilityZone"},
		{Spec: `{"Placement":{"AvailabilityZoneId":""}}`, At: "Placement.AvailabilityZoneId",
			Since: validate.Autumn2026},
		{Spec: `{"Placement":{"AvailabilityZoneId":"az1"}}`, At: "Placement.AvailabilityZoneId",
			Since: validate.Autumn2026},
	},
}

var placementZoneRegionUnknown = &validate.Rule{
	ID:        "placement-zone-region-unknown",
	Summary:   "the zone must be one of the Region",
	Source:    validate.Source{Shape: "Placement", Member: "AvailabilityZone"},
	Code:      "InvalidZone.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"Placement.AvailabilityZone", "Placement.AvailabilityZoneId"},
	Asks:      []validate.Asked{validate.AvailabilityZone},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		for _, zone := range [...]struct {
			member string
			name   *string
		}{
			{"Placement.AvailabilityZone", p.Input.Placement.AvailabilityZone},
			{"Placement.AvailabilityZoneId", p.Input.Placement.AvailabilityZoneId},
		} {
			if zone.name == nil {
				continue
			}
			if found, known := validate.AvailabilityZone.Of(p, *zone.name); known && found == nil {
				p.Reportf(zone.member, "must be a zone of this Region that the account has")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1a"}}`,
			Account: `{"AvailabilityZone":{"us-east-1a":{}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1z"}}`,
			Account: `{"AvailabilityZone":{"us-east-1z":null}}`,
			At:      "Placement.AvailabilityZone",
		},
		{
			Spec:    `{"Placement":{"AvailabilityZoneId":"use1-az9"}}`,
			Account: `{"AvailabilityZone":{"use1-az9":null}}`,
			Since:   validate.Autumn2026,
			At:      "Placement.AvailabilityZoneId",
		},
	},
}

var placementZoneOptInUnsupported = &validate.Rule{
	ID:        "placement-zone-opt-in-unsupported",
	Summary:   "the account must have opted in to the zone",
	Reading:   "Where a subnet is chosen, it may be one that another account shares.",
	Source:    validate.Source{Shape: "AvailabilityZone", Member: "OptInStatus"},
	Code:      "InvalidZone.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"Placement.AvailabilityZone", "Placement.AvailabilityZoneId"},
	Reads:     []string{"SubnetId", "NetworkInterfaces"},
	Asks:      []validate.Asked{validate.AvailabilityZone},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		if p.Input.SubnetId != nil || len(p.Input.NetworkInterfaces) > 0 {
			return
		}
		zones(p, func(path string, zone *types.AvailabilityZone) {
			if zone.OptInStatus == types.AvailabilityZoneOptInStatusNotOptedIn {
				p.Reportf(path, "must be a zone that the account has opted in to")
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1a"}}`,
			Account: `{"AvailabilityZone":{"us-east-1a":{"OptInStatus":"opt-in-not-required"}}}`,
		},
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","Placement":{"AvailabilityZone":"us-west-2-lax-1a"}}`,
			Account: `{"AvailabilityZone":{"us-west-2-lax-1a":{"OptInStatus":"not-opted-in"}}}`,
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}],` +
				`"Placement":{"AvailabilityZone":"us-west-2-lax-1a"}}`,
			Account: `{"AvailabilityZone":{"us-west-2-lax-1a":{"OptInStatus":"not-opted-in"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-west-2-lax-1a"}}`,
			Account: `{"AvailabilityZone":{"us-west-2-lax-1a":{"OptInStatus":"not-opted-in"}}}`,
			At:      "Placement.AvailabilityZone",
		},
		{
			Spec:    `{"Placement":{"AvailabilityZoneId":"usw2-lax1-az1"}}`,
			Account: `{"AvailabilityZone":{"usw2-lax1-az1":{"OptInStatus":"not-opted-in"}}}`,
			At:      "Placement.AvailabilityZoneId",
			Since:   validate.Autumn2026,
		},
	},
}

var placementZoneStateUnsupported = &validate.Rule{
	ID:       "placement-zone-state-unsupported",
	Summary:  "the zone should be available",
	Source:   validate.Source{Shape: "AvailabilityZone", Member: "State"},
	Severity: validate.SeverityWarning,
	Code:     "InsufficientInstanceCapacity",
	Given:    []string{"Placement.AvailabilityZone", "Placement.AvailabilityZoneId"},
	Asks:     []validate.Asked{validate.AvailabilityZone},
	Age:      validate.Moving,
	Check: func(p *validate.Pass) {
		zones(p, func(path string, zone *types.AvailabilityZone) {
			if zone.State != "" && zone.State != types.AvailabilityZoneStateAvailable {
				p.Reportf(path, "should be available, and is %s", zone.State)
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1a"}}`,
			Account: `{"AvailabilityZone":{"us-east-1a":{"State":"available"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1a"}}`,
			Account: `{"AvailabilityZone":{"us-east-1a":{"State":"constrained"}}}`,
			At:      "Placement.AvailabilityZone",
		},
		{
			Spec:    `{"Placement":{"AvailabilityZoneId":"use1-az1"}}`,
			Account: `{"AvailabilityZone":{"use1-az1":{"State":"impaired"}}}`,
			At:      "Placement.AvailabilityZoneId",
			Since:   validate.Autumn2026,
		},
	},
}

// zones calls f with what the account has of the zones that the request names.
func zones(p *validate.Pass, f func(path string, zone *types.AvailabilityZone)) {
	for _, named := range [...]struct {
		path string
		zone *string
	}{
		{"Placement.AvailabilityZone", p.Input.Placement.AvailabilityZone},
		{"Placement.AvailabilityZoneId", p.Input.Placement.AvailabilityZoneId},
	} {
		if named.zone == nil {
			continue
		}
		if found := validate.AvailabilityZone.Named(p, named.zone); found != nil {
			f(named.path, found)
		}
	}
}
