package rules

import (
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
