package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/validate"
)

var spotTenancyConflict = &validate.Rule{
	ID:      "spot-tenancy-conflict",
	Summary: "Tenancy must not be host for Spot Instances",
	Reading: "The sentence stands at the placement of the older Spot actions.",
	Source:  validate.Source{Shape: "SpotPlacement", Member: "Tenancy", Guide: "how-spot-instances-work"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"Placement.Tenancy"},
	When:    []string{"InstanceMarketOptions.MarketType"},
	Check: func(p *validate.Pass) {
		if p.Input.Placement.Tenancy == types.TenancyHost && requested.Spot(p.Input) {
			p.Conflictf("Placement.Tenancy", []string{"InstanceMarketOptions.MarketType"},
				"must not be host with MarketType spot; choose default or dedicated")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"Placement":{"Tenancy":"default"}}`},
		{
			Spec: `{"InstanceType":"c5.24xlarge","InstanceMarketOptions":{"MarketType":"spot"},` +
				`"Placement":{"Tenancy":"dedicated"}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"Placement":{"Tenancy":"host"}}`,
			At:   "Placement.Tenancy",
		},
	},
}

var spotDedicatedTypeUnsupported = &validate.Rule{
	ID:      "spot-dedicated-type-unsupported",
	Summary: "Tenancy must not be dedicated for Spot Instances of a T type",
	Source:  validate.Source{Guide: "how-spot-instances-work"},
	Code:    "Unsupported",
	Given:   []string{"Placement.Tenancy"},
	When:    []string{"InstanceType", "InstanceMarketOptions.MarketType"},
	Facts:   []instancetype.Fact{instancetype.FactBurstable},
	Check: func(p *validate.Pass) {
		if dedicatedSpot(p.Input) && p.InstanceType().Burstable() == instancetype.Yes {
			p.Conflictf("Placement.Tenancy", []string{"InstanceType", "InstanceMarketOptions.MarketType"},
				"must not be dedicated for a T type with MarketType spot; choose default or another type")
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.large","InstanceMarketOptions":{"MarketType":"spot"},` +
				`"Placement":{"Tenancy":"default"}}`,
		},
		{Spec: `{"InstanceType":"t3.large","Placement":{"Tenancy":"dedicated"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.large","InstanceMarketOptions":{"MarketType":"spot"},` +
				`"Placement":{"Tenancy":"dedicated"}}`,
			At: "Placement.Tenancy",
		},
		{
			Spec: `{"InstanceType":"t2.micro","InstanceMarketOptions":{"MarketType":"spot"},` +
				`"Placement":{"Tenancy":"dedicated"}}`,
			At: "Placement.Tenancy",
		},
	},
}

var spotDedicatedSizeUnknown = &validate.Rule{
	ID:       "spot-dedicated-size-unknown",
	Summary:  "Tenancy should be dedicated for Spot Instances of the largest or a metal size of a family only",
	Reading:  "Which size is the largest is known from the embedded catalogue only, so the rule only warns.",
	Source:   validate.Source{Guide: "how-spot-instances-work"},
	Severity: validate.SeverityWarning,
	Code:     "Unsupported",
	Given:    []string{"Placement.Tenancy"},
	When:     []string{"InstanceType", "InstanceMarketOptions.MarketType"},
	Facts:    []instancetype.Fact{instancetype.FactBurstable, instancetype.FactBareMetal, instancetype.FactVCPUs},
	Check: func(p *validate.Pass) {
		info := p.InstanceType()
		if !dedicatedSpot(p.Input) || info.Burstable() == instancetype.Yes || info.BareMetal() != instancetype.No {
			return
		}
		if larger := largerThan(info); larger != "" {
			p.Conflictf("Placement.Tenancy", []string{"InstanceType", "InstanceMarketOptions.MarketType"},
				"should not be dedicated with MarketType spot below the largest size; choose default or a size "+
					"such as %s", larger)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"c5.24xlarge","InstanceMarketOptions":{"MarketType":"spot"},` +
				`"Placement":{"Tenancy":"dedicated"}}`,
		},
		{
			Spec: `{"InstanceType":"c5.metal","InstanceMarketOptions":{"MarketType":"spot"},` +
				`"Placement":{"Tenancy":"dedicated"}}`,
		},
		{Spec: `{"InstanceType":"c5.large","Placement":{"Tenancy":"dedicated"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"c5.18xlarge","InstanceMarketOptions":{"MarketType":"spot"},` +
				`"Placement":{"Tenancy":"dedicated"}}`,
			At: "Placement.Tenancy",
		},
	},
}

// dedicatedSpot reports whether the request is for Spot Instances on hardware
// of their own.
func dedicatedSpot(in *ec2.RunInstancesInput) bool {
	return in.Placement.Tenancy == types.TenancyDedicated && requested.Spot(in)
}

// largerThan returns the type of the same family with the most vCPUs if these
// are more than a type has itself.
func largerThan(info instancetype.Info) (largest types.InstanceType) {
	most, ok := info.VCPUs()
	if !ok {
		return ""
	}
	name := string(info.Type())
	family := name[:strings.IndexByte(name, '.')+1]
	for other := range instancetype.All() {
		if !strings.HasPrefix(string(other.Type()), family) {
			continue
		}
		if n, ok := other.VCPUs(); ok && n > most {
			largest, most = other.Type(), n
		}
	}
	return largest
}

var spotReservationConflict = &validate.Rule{
	ID: "spot-reservation-conflict",
	Summary: "CapacityReservationSpecification should not insist on a reservation, of On-Demand capacity, for Spot " +
		"Instances",
	Reading: "It follows from what the feature is: a target and capacity-reservations-only ask for On-Demand " +
		"capacity, which no Spot Instance uses. No sentence and no report says that EC2 refuses it, so the rule " +
		"only warns.",
	Source:   validate.Source{Shape: "CapacityReservationSpecification"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given: []string{
		"CapacityReservationSpecification.CapacityReservationTarget",
		"CapacityReservationSpecification.CapacityReservationPreference",
	},
	When: []string{"InstanceMarketOptions.MarketType"},
	Reads: []string{
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn",
	},
	Check: func(p *validate.Pass) {
		if !requested.Spot(p.Input) {
			return
		}
		if targeted(p.Input) {
			p.Conflictf("CapacityReservationSpecification.CapacityReservationTarget",
				[]string{"InstanceMarketOptions.MarketType"},
				"should not be given with MarketType spot; drop one of the two")
		}
		only := types.CapacityReservationPreferenceCapacityReservationsOnly
		if p.Input.CapacityReservationSpecification.CapacityReservationPreference == only {
			p.Conflictf("CapacityReservationSpecification.CapacityReservationPreference",
				[]string{"InstanceMarketOptions.MarketType"},
				"should not be %s with MarketType spot; drop one of the two", only)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},` +
				`"CapacityReservationSpecification":{"CapacityReservationPreference":"none"}}`,
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},` +
				`"CapacityReservationSpecification":{"CapacityReservationPreference":"open"}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"CapacityReservationSpecification":{"CapacityReservationTarget":` +
				`{"CapacityReservationResourceGroupArn":"arn:aws:resource-groups:us-east-1:111122223333:group/reserved"}}}`,
			At: "CapacityReservationSpecification.CapacityReservationTarget",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},` + target + `}`,
			At:   "CapacityReservationSpecification.CapacityReservationTarget",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},` +
				`"CapacityReservationSpecification":{"CapacityReservationPreference":"capacity-reservations-only"}}`,
			At:    "CapacityReservationSpecification.CapacityReservationPreference",
			Since: validate.Autumn2026,
		},
	},
}

var spotTerminationProtectionConflict = &validate.Rule{
	ID:       "spot-termination-protection-conflict",
	Summary:  "DisableApiTermination should not be true for Spot Instances, which have no termination protection",
	Reading:  "Whether a launch is refused or the flag ignored is not documented.",
	Source:   validate.Source{Guide: "Using_ChangingDisableAPITermination"},
	Severity: validate.SeverityWarning,
	Code:     "UnsupportedOperation",
	Given:    []string{"DisableApiTermination"},
	When:     []string{"InstanceMarketOptions.MarketType"},
	Check: func(p *validate.Pass) {
		if *p.Input.DisableApiTermination && requested.Spot(p.Input) {
			p.Conflictf("DisableApiTermination", []string{"InstanceMarketOptions.MarketType"},
				"should not be true with MarketType spot; drop it")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"DisableApiTermination":false}`},
		{Spec: `{"DisableApiTermination":true}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"DisableApiTermination":true}`,
			At:   "DisableApiTermination",
		},
	},
}

var spotStopProtectionConflict = &validate.Rule{
	ID:       "spot-stop-protection-conflict",
	Summary:  "DisableApiStop should not be true for Spot Instances, which have no stop protection",
	Reading:  "Whether a launch is refused or the flag ignored is not documented.",
	Source:   validate.Source{Guide: "ec2-stop-protection"},
	Severity: validate.SeverityWarning,
	Code:     "UnsupportedOperation",
	Given:    []string{"DisableApiStop"},
	When:     []string{"InstanceMarketOptions.MarketType"},
	Check: func(p *validate.Pass) {
		if *p.Input.DisableApiStop && requested.Spot(p.Input) {
			p.Conflictf("DisableApiStop", []string{"InstanceMarketOptions.MarketType"},
				"should not be true with MarketType spot; drop it")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"DisableApiStop":false}`},
		{Spec: `{"DisableApiStop":true}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"DisableApiStop":true}`, At: "DisableApiStop"},
	},
}

var spotCreditsAdvice = &validate.Rule{
	ID:       "spot-credits-advice",
	Summary:  "CpuCredits should be standard for short-lived Spot Instances of a T type, for which that is cheaper",
	Source:   validate.Source{Guide: "burstable-performance-instances-unlimited-mode-concepts"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"CreditSpecification.CpuCredits"},
	When:     []string{"InstanceType", "InstanceMarketOptions.MarketType"},
	Facts:    []instancetype.Fact{instancetype.FactBurstable},
	Check: func(p *validate.Pass) {
		unlimited := format.EqualFold(*p.Input.CreditSpecification.CpuCredits, "unlimited")
		if unlimited && requested.Spot(p.Input) && p.InstanceType().Burstable() == instancetype.Yes {
			p.Reportf("CreditSpecification.CpuCredits",
				"should be standard for a short-lived Spot Instance, which has no time to earn back the credits "+
					"it spends")
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.large","InstanceMarketOptions":{"MarketType":"spot"},` +
				`"CreditSpecification":{"CpuCredits":"standard"}}`,
		},
		{Spec: `{"InstanceType":"t3.large","CreditSpecification":{"CpuCredits":"unlimited"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.large","InstanceMarketOptions":{"MarketType":"spot"},` +
				`"CreditSpecification":{"CpuCredits":"unlimited"}}`,
			At: "CreditSpecification.CpuCredits",
		},
	},
}

var spotOptionsConflict = &validate.Rule{
	ID:       "spot-options-conflict",
	Summary:  "SpotOptions should not be given with a market type other than spot",
	Reading:  "No sentence forbids the pair, and no report shows EC2's answer. Empty options are not sent.",
	Source:   validate.Source{Shape: "InstanceMarketOptionsRequest", Member: "SpotOptions"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"InstanceMarketOptions.SpotOptions"},
	When:     []string{"InstanceMarketOptions.MarketType"},
	Reads: []string{
		"InstanceMarketOptions.SpotOptions.BlockDurationMinutes",
		"InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
		"InstanceMarketOptions.SpotOptions.MaxPrice",
		"InstanceMarketOptions.SpotOptions.SpotInstanceType",
		"InstanceMarketOptions.SpotOptions.ValidUntil",
	},
	Check: func(p *validate.Pass) {
		m := p.Input.InstanceMarketOptions
		if *m.SpotOptions == (types.SpotMarketOptions{}) {
			return
		}
		switch t := m.MarketType; t {
		case types.MarketTypeCapacityBlock, types.MarketTypeInterruptibleCapacityReservation, types.MarketTypeOnDemand:
			p.Conflictf("InstanceMarketOptions.SpotOptions", []string{"InstanceMarketOptions.MarketType"},
				"should not be given with MarketType %s; drop the options or set MarketType to spot", t)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"one-time"}}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"on-demand"}}`},
		{Spec: `{"InstanceMarketOptions":{"MarketType":"on-demand","SpotOptions":{}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"on-demand",` +
				`"SpotOptions":{"SpotInstanceType":"one-time"}}}`,
			At: "InstanceMarketOptions.SpotOptions",
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":` +
				`{"MarketType":"capacity-block","SpotOptions":{"MaxPrice":"1"}},` + target + `}`,
			At: "InstanceMarketOptions.SpotOptions",
		},
	},
}
