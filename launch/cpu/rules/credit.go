package rules

import (
	"strings"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/launch/cpu"
	"github.com/ec2launch/ec2launch/validate"
)

var creditRequired = &validate.Rule{
	ID:      "credit-required",
	Summary: "CreditSpecification must state CpuCredits",
	Source:  validate.Source{Shape: "CreditSpecificationRequest", Member: "CpuCredits"},
	Code:    "MissingParameter",
	Members: []string{"CreditSpecification.CpuCredits"},
	When:    []string{"CreditSpecification"},
	Check: func(p *validate.Pass) {
		if p.Input.CreditSpecification.CpuCredits == nil {
			p.Reportf("CreditSpecification.CpuCredits",
				"must be standard or unlimited; for the default, drop CreditSpecification")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro","CreditSpecification":{"CpuCredits":"standard"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro","CreditSpecification":{}}`, At: "CreditSpecification.CpuCredits"},
	},
}

var creditValues = &validate.Rule{
	ID:        "credit-values",
	Summary:   "CpuCredits must be standard or unlimited",
	Reading:   "CloudFormation's example of a launch template says Unlimited, so the case of the value is not judged.",
	Source:    validate.Source{Shape: "CreditSpecificationRequest", Member: "CpuCredits"},
	Code:      "InvalidCpuCredits",
	CodeBasis: validate.Documented,
	Members:   []string{"CreditSpecification.CpuCredits"},
	Values:    creditOptions,
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro","CreditSpecification":{"CpuCredits":"unlimited"}}`},
		{Spec: `{"InstanceType":"t2.micro","CreditSpecification":{"CpuCredits":"Unlimited"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.micro","CreditSpecification":{"CpuCredits":"infinite"}}`,
			At:   "CreditSpecification.CpuCredits",
		},
		{
			Spec: `{"InstanceType":"t3.micro","CreditSpecification":{"CpuCredits":""}}`,
			At:   "CreditSpecification.CpuCredits",
		},
	},
}

var creditTypeUnsupported = &validate.Rule{
	ID:      "credit-type-unsupported",
	Summary: "CreditSpecification must be given for burstable (T) types only, whatever its value",
	Source: validate.Source{
		Shape: "RunInstances", Member: "CreditSpecification", Guide: "burstable-performance-instances",
	},
	Code:      "InstanceCreditSpecification.NotSupported",
	CodeBasis: validate.Observed,
	Given:     []string{"CreditSpecification"},
	When:      []string{"CreditSpecification.CpuCredits", "InstanceType"},
	Facts:     []instancetype.Fact{instancetype.FactBurstable},
	Check: func(p *validate.Pass) {
		if p.InstanceType().Burstable() == instancetype.No {
			p.Conflictf("CreditSpecification", []string{"InstanceType"},
				"must not be given: %s is not burstable and takes no CPU credits; drop "+
					"CreditSpecification", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t2.micro","CreditSpecification":{"CpuCredits":"unlimited"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.large","CreditSpecification":{"CpuCredits":"standard"}}`,
			At:   "CreditSpecification",
		},
		{
			Spec: `{"InstanceType":"trn1.2xlarge","CreditSpecification":{"CpuCredits":"standard"}}`,
			At:   "CreditSpecification",
		},
	},
}

var creditHostConflict = &validate.Rule{
	ID:      "credit-host-conflict",
	Summary: "CpuCredits must be standard for T3 instances on a Dedicated Host",
	Source:  validate.Source{Shape: "RunInstances", Member: "CreditSpecification"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"CreditSpecification.CpuCredits"},
	When:    []string{"InstanceType", "Placement"},
	Reads:   []string{"Placement.Tenancy", "Placement.HostId", "Placement.HostResourceGroupArn"},
	Check: func(p *validate.Pass) {
		unlimited := format.EqualFold(*p.Input.CreditSpecification.CpuCredits, string(cpu.Unlimited))
		t3 := strings.HasPrefix(string(p.Input.InstanceType), "t3.")
		if host := requested.Host(p.Input); host != "" && unlimited && t3 {
			p.Conflictf("CreditSpecification.CpuCredits", []string{host},
				"must be standard for T3 on a Dedicated Host, which %s asks for", host)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.large","CreditSpecification":{"CpuCredits":"standard"},` +
				`"Placement":{"Tenancy":"host"}}`,
		},
		{
			Spec: `{"InstanceType":"t3.large","CreditSpecification":{"CpuCredits":"unlimited"},` +
				`"Placement":{"Tenancy":"dedicated"}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.large","CreditSpecification":{"CpuCredits":"unlimited"},` +
				`"Placement":{"Tenancy":"host"}}`,
			At: "CreditSpecification.CpuCredits",
		},
	},
}

var creditAdvice = &validate.Rule{
	ID:      "credit-advice",
	Summary: "CpuCredits should be stated for T3, T3a and T4g instances: the default, unlimited, can cost extra",
	Source: validate.Source{
		Shape: "RunInstances", Member: "CreditSpecification",
		Guide: "burstable-performance-instances-unlimited-mode-concepts",
	},
	Severity: validate.SeverityAdvice,
	Members:  []string{"CreditSpecification"},
	When:     []string{"InstanceType"},
	Reads:    []string{"Placement.Tenancy", "Placement.HostId", "Placement.HostResourceGroupArn"},
	Check: func(p *validate.Pass) {
		if p.Input.CreditSpecification != nil || p.Templated() || requested.Host(p.Input) != "" {
			return
		}
		switch family, _, _ := strings.Cut(string(p.Input.InstanceType), "."); family {
		case "t3", "t3a", "t4g":
			p.Reportf("CreditSpecification",
				"should say standard or unlimited: by default, %s bursts without limit, which can cost "+
					"extra", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro","CreditSpecification":{"CpuCredits":"unlimited"}}`},
		{Spec: `{"InstanceType":"t3.micro","Placement":{"Tenancy":"host"}}`},
		{Spec: `{"InstanceType":"t3.micro","Placement":{"HostId":"h-0123456789abcdef0"}}`},
		{
			Spec: `{"InstanceType":"t3.micro","Placement":{"HostResourceGroupArn":` +
				`"arn:aws:resource-groups:us-west-2:111122223333:group/hosts"}}`,
		},
		{Spec: `{"InstanceType":"t3.micro","LaunchTemplate":{"LaunchTemplateName":"web"}}`},
		{Spec: `{"InstanceType":"t2.micro"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t4g.micro"}`, At: "CreditSpecification"},
	},
}
