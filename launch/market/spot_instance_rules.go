package market

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var spotTenancyConflict = &validate.Rule{
	ID:      "spot-tenancy-conflict",
	Summary: "Spot Instances do not run with tenancy host",
	Reading: "The sentence stands at the placement of the older Spot actions.",
	Source:  validate.Source{Shape: "SpotPlacement", Member: "Tenancy", Guide: "how-spot-instances-work"},
	Code:    "InvalidParameterCombination",
	Members: []string{"Placement.Tenancy", marketTypePath},
	When:    []string{"Placement.Tenancy", marketTypePath},
	Check: func(p *validate.Pass) {
		if p.Input.Placement.Tenancy == types.TenancyHost && spot(p.Input) {
			p.Conflictf("Placement.Tenancy", []string{marketTypePath}, "must not be host with MarketType spot; take default or dedicated")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"Placement":{"Tenancy":"default"}}`},
		{Spec: `{"InstanceType":"c5.24xlarge","InstanceMarketOptions":{"MarketType":"spot"},"Placement":{"Tenancy":"dedicated"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"Placement":{"Tenancy":"host"}}`, At: "Placement.Tenancy"},
	},
}

var spotDedicatedTypeUnsupported = &validate.Rule{
	ID:       "spot-dedicated-type-unsupported",
	Summary:  "Spot Instances with tenancy dedicated exist in the largest or metal sizes of a family, and not for T types",
	Source:   validate.Source{Guide: "how-spot-instances-work"},
	Severity: validate.SeverityWarning,
	Code:     "Unsupported",
	Members:  []string{"Placement.Tenancy", "InstanceType", marketTypePath},
	When:     []string{"Placement.Tenancy", "InstanceType", marketTypePath},
	Facts:    []instancetype.Fact{instancetype.FactBurstable, instancetype.FactBareMetal, instancetype.FactVCPUs},
	Check: func(p *validate.Pass) {
		if p.Input.Placement.Tenancy != types.TenancyDedicated || !spot(p.Input) {
			return
		}
		info := p.InstanceType()
		switch larger := largerThan(info); {
		case info.Burstable() == instancetype.Yes:
			p.Conflictf("Placement.Tenancy", []string{"InstanceType", marketTypePath}, "must not be dedicated for a T type with MarketType spot; take default or another type")
		case larger != "" && info.BareMetal() == instancetype.No:
			p.Conflictf("Placement.Tenancy", []string{"InstanceType", marketTypePath},
				"must not be dedicated with MarketType spot below the largest size; take default or a size such as %s", larger)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"c5.24xlarge","InstanceMarketOptions":{"MarketType":"spot"},"Placement":{"Tenancy":"dedicated"}}`},
		{Spec: `{"InstanceType":"c5.metal","InstanceMarketOptions":{"MarketType":"spot"},"Placement":{"Tenancy":"dedicated"}}`},
		{Spec: `{"InstanceType":"c5.large","Placement":{"Tenancy":"dedicated"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t3.large","InstanceMarketOptions":{"MarketType":"spot"},"Placement":{"Tenancy":"dedicated"}}`, At: "Placement.Tenancy"},
		{Spec: `{"InstanceType":"c5.18xlarge","InstanceMarketOptions":{"MarketType":"spot"},"Placement":{"Tenancy":"dedicated"}}`, At: "Placement.Tenancy"},
	},
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
	ID:       "spot-reservation-conflict",
	Summary:  "a Spot request should not target a Capacity Reservation, which holds On-Demand capacity",
	Reading:  "It follows from what the feature is; no sentence forbids it.",
	Source:   validate.Source{Shape: "CapacityReservationSpecification"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Members:  []string{targetPath, marketTypePath},
	When:     []string{targetPath, marketTypePath},
	Check: func(p *validate.Pass) {
		if spot(p.Input) && targeted(p.Input) {
			p.Conflictf(targetPath, []string{marketTypePath}, "must not be given with MarketType spot; drop one of the two")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"CapacityReservationSpecification":{"CapacityReservationPreference":"none"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`, At: targetPath},
	},
}

var spotTerminationProtectionConflict = &validate.Rule{
	ID:       "spot-termination-protection-conflict",
	Summary:  "termination protection cannot be enabled for Spot Instances",
	Reading:  "Whether a launch is refused or the flag ignored is not documented.",
	Source:   validate.Source{Guide: "Using_ChangingDisableAPITermination"},
	Severity: validate.SeverityWarning,
	Code:     "UnsupportedOperation",
	Members:  []string{"DisableApiTermination", marketTypePath},
	When:     []string{"DisableApiTermination", marketTypePath},
	Check: func(p *validate.Pass) {
		if *p.Input.DisableApiTermination && spot(p.Input) {
			p.Conflictf("DisableApiTermination", []string{marketTypePath}, "must not be true with MarketType spot; drop it")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"DisableApiTermination":false}`},
		{Spec: `{"DisableApiTermination":true}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"DisableApiTermination":true}`, At: "DisableApiTermination"},
	},
}

var spotStopProtectionConflict = &validate.Rule{
	ID:       "spot-stop-protection-conflict",
	Summary:  "stop protection cannot be enabled for Spot Instances",
	Reading:  "Whether a launch is refused or the flag ignored is not documented.",
	Source:   validate.Source{Guide: "ec2-stop-protection"},
	Severity: validate.SeverityWarning,
	Code:     "UnsupportedOperation",
	Members:  []string{"DisableApiStop", marketTypePath},
	When:     []string{"DisableApiStop", marketTypePath},
	Check: func(p *validate.Pass) {
		if *p.Input.DisableApiStop && spot(p.Input) {
			p.Conflictf("DisableApiStop", []string{marketTypePath}, "must not be true with MarketType spot; drop it")
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
	Summary:  "a short-lived burstable Spot Instance is cheaper with standard credits",
	Source:   validate.Source{Guide: "burstable-performance-instances-unlimited-mode-concepts"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"CreditSpecification.CpuCredits", "InstanceType", marketTypePath},
	When:     []string{"CreditSpecification.CpuCredits", "InstanceType", marketTypePath},
	Facts:    []instancetype.Fact{instancetype.FactBurstable},
	Check: func(p *validate.Pass) {
		unlimited := *p.Input.CreditSpecification.CpuCredits == "unlimited"
		if unlimited && spot(p.Input) && p.InstanceType().Burstable() == instancetype.Yes {
			p.Reportf("CreditSpecification.CpuCredits", "take standard for a short-lived Spot Instance, which has no time to earn back the credits it spends")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t3.large","InstanceMarketOptions":{"MarketType":"spot"},"CreditSpecification":{"CpuCredits":"standard"}}`},
		{Spec: `{"InstanceType":"t3.large","CreditSpecification":{"CpuCredits":"unlimited"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t3.large","InstanceMarketOptions":{"MarketType":"spot"},"CreditSpecification":{"CpuCredits":"unlimited"}}`, At: "CreditSpecification.CpuCredits"},
	},
}
