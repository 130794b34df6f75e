package placement

import "github.com/ec2launch/ec2launch/validate"

var placementZoneConflict = &validate.Rule{
	ID:      "placement-zone-conflict",
	Summary: "a zone must be given by name or by ID, not both",
	Reading: "Two spellings of one zone conflict too.",
	Source:  validate.Source{Shape: "Placement", Member: "AvailabilityZoneId"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
	Members: []string{"Placement.AvailabilityZoneId", "Placement.AvailabilityZone"},
	When:    []string{"Placement.AvailabilityZoneId", "Placement.AvailabilityZone"},
	Check: func(p *validate.Pass) {
		p.Conflictf("Placement.AvailabilityZoneId", []string{"Placement.AvailabilityZone"},
			"must not be given with AvailabilityZone; keep one of the two")
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZoneId":"use1-az1"}}`},
		{Spec: `{"Placement":{"AvailabilityZone":"us-east-1a"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZone":"us-east-1a","AvailabilityZoneId":"use1-az1"}}`, At: "Placement.AvailabilityZoneId"},
	},
}

var placementZoneFormat = &validate.Rule{
	ID:       "placement-zone-format",
	Summary:  "AvailabilityZone must be the name of a zone, neither a Region nor the ID of a zone",
	Reading:  "No pattern is documented; what does not begin with a Region and go on from there only warns.",
	Source:   validate.Source{Shape: "Placement", Member: "AvailabilityZone"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Members:  []string{"Placement.AvailabilityZone"},
	When:     []string{"Placement.AvailabilityZone"},
	Check: func(p *validate.Pass) {
		switch zone := *p.Input.Placement.AvailabilityZone; {
		case zoneName(zone):
		case zoneID(zone):
			p.Reportf("Placement.AvailabilityZone", "is the ID of a zone; move it to AvailabilityZoneId")
		default:
			p.Reportf("Placement.AvailabilityZone", "must be the name of a zone, such as us-east-1a")
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
		{Spec: `{"Placement":{"AvailabilityZone":"US-EAST-1A"}}`, At: "Placement.AvailabilityZone"},
	},
}

var placementZoneIDFormat = &validate.Rule{
	ID:       "placement-zone-id-format",
	Summary:  "AvailabilityZoneId must be the ID of a zone, not its name",
	Reading:  "No pattern is documented; what does not begin like use1- only warns.",
	Source:   validate.Source{Shape: "Placement", Member: "AvailabilityZoneId"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Since:    validate.Autumn2026,
	Members:  []string{"Placement.AvailabilityZoneId"},
	When:     []string{"Placement.AvailabilityZoneId"},
	Check: func(p *validate.Pass) {
		switch zone := *p.Input.Placement.AvailabilityZoneId; {
		case zoneID(zone):
		case zoneName(zone):
			p.Reportf("Placement.AvailabilityZoneId", "is the name of a zone; move it to AvailabilityZone")
		default:
			p.Reportf("Placement.AvailabilityZoneId", "must be the ID of a zone, such as use1-az1")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZoneId":"use1-az1"}}`},
		{Spec: `{"Placement":{"AvailabilityZoneId":"usw2-lax1-az1"}}`},
		{Spec: `{"Placement":{"AvailabilityZoneId":"use1-wl1-bos-wlz1"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZoneId":"us-east-1a"}}`, At: "Placement.AvailabilityZoneId"},
		{Spec: `{"Placement":{"AvailabilityZoneId":"az1"}}`, At: "Placement.AvailabilityZoneId"},
	},
}
