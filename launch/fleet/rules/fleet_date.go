package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var fleetDateConflict = &validate.Rule{
	ID:       "fleet-date-conflict",
	Summary:  "ValidUntil should be later than ValidFrom",
	Reading:  "No page says what EC2 does with an end before the start.",
	Source:   validate.Source{Shape: "CreateFleet", Member: "ValidUntil"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidTime",
	On:       on,
	Given:    []string{"ValidUntil"},
	When:     []string{"ValidFrom"},
	Check: func(p *validate.Pass) {
		if in := fleet(p); format.ToCome(*in.ValidUntil) && !in.ValidUntil.After(*in.ValidFrom) {
			p.Conflictf("ValidUntil", []string{"ValidFrom"}, "should be later than ValidFrom")
		}
	},
	Good: []validate.Example{
		{Spec: `{"ValidFrom":"2030-01-01T00:00:00Z","ValidUntil":"2030-01-02T00:00:00Z"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ValidFrom":"2030-01-02T00:00:00Z","ValidUntil":"2030-01-01T00:00:00Z"}`, At: "ValidUntil"},
	},
}

var fleetDateFormat = &validate.Rule{
	ID:      "fleet-date-format",
	Summary: "ValidUntil should be a date with a year from 2023 to 9999",
	Reading: "Spot Fleet refuses an end that has passed; of EC2 Fleet, no report says so. No rule looks at the clock, " +
		"so what passed before the oldest edition is warned of.",
	Source:   validate.Source{Shape: "CreateFleet", Member: "ValidUntil"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidTime",
	On:       on,
	Given:    []string{"ValidUntil"},
	Check: func(p *validate.Pass) {
		if !format.ToCome(*fleet(p).ValidUntil) {
			p.Reportf("ValidUntil",
				"should be a time to come, of a year up to 9999; for a fleet without end, leave it out")
		}
	},
	Good: []validate.Example{
		{Spec: `{"ValidUntil":"9999-12-31T23:59:59Z"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ValidUntil":"0001-01-01T00:00:00Z"}`, At: "ValidUntil"},
		{Spec: `{"ValidUntil":"2001-01-01T00:00:00Z"}`, At: "ValidUntil"},
	},
}

var fleetDateInstantAdvice = &validate.Rule{
	ID:       "fleet-date-instant-advice",
	Summary:  "an instant fleet should have no dates: it makes one attempt at once",
	Source:   validate.Source{Shape: "CreateFleet", Member: "ValidFrom"},
	Severity: validate.SeverityAdvice,
	On:       on,
	Given:    []string{"ValidFrom", "ValidUntil"},
	When:     []string{"Type"},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		if in.Type != types.FleetTypeInstant {
			return
		}
		if in.ValidFrom != nil {
			p.Conflictf("ValidFrom", []string{"Type"},
				"should not be given for an instant fleet, which makes one attempt at once")
		}
		if in.ValidUntil != nil {
			p.Conflictf("ValidUntil", []string{"Type"},
				"should not be given for an instant fleet, which makes one attempt at once")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Type":"request","ValidUntil":"2030-01-02T00:00:00Z"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Type":"instant","ValidUntil":"2030-01-02T00:00:00Z"}`, At: "ValidUntil"},
		{Spec: `{"Type":"instant","ValidFrom":"2030-01-02T00:00:00Z"}`, At: "ValidFrom"},
	},
}

var fleetDateExpirationAdvice = &validate.Rule{
	ID: "fleet-date-expiration-advice",
	Summary: "TerminateInstancesWithExpiration should go with ValidUntil: without it, the fleet does " +
		"not expire",
	Source:   validate.Source{Shape: "CreateFleet", Member: "TerminateInstancesWithExpiration"},
	Severity: validate.SeverityAdvice,
	On:       on,
	Given:    []string{"TerminateInstancesWithExpiration"},
	Reads:    []string{"ValidUntil"},
	Check: func(p *validate.Pass) {
		if in := fleet(p); *in.TerminateInstancesWithExpiration && in.ValidUntil == nil {
			p.Reportf("TerminateInstancesWithExpiration",
				"should go with ValidUntil: without it, the fleet does not expire")
		}
	},
	Good: []validate.Example{
		{Spec: `{"TerminateInstancesWithExpiration":true,"ValidUntil":"2030-01-02T00:00:00Z"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TerminateInstancesWithExpiration":true}`, At: "TerminateInstancesWithExpiration"},
	},
}
