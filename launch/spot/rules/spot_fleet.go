package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// config is what a Spot Fleet asks for, nothing where it does not say.
func config(p *validate.Pass) *types.SpotFleetRequestConfigData {
	if c := validate.CallOf[ec2.RequestSpotFleetInput](p).SpotFleetRequestConfig; c != nil {
		return c
	}
	return &types.SpotFleetRequestConfigData{}
}

// overrides calls f with each override and its positions.
func overrides(p *validate.Pass, f func(i, j int, o *types.LaunchTemplateOverrides)) {
	configs := config(p).LaunchTemplateConfigs
	for i := range configs {
		for j := range configs[i].Overrides {
			f(i, j, &configs[i].Overrides[j])
		}
	}
}

var spotFleetRoleRequired = &validate.Rule{
	ID:      "spot-fleet-role-required",
	Summary: "IamFleetRole must be given",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "IamFleetRole"},
	Code:    "MissingParameter",
	On:      onFleet,
	Members: []string{"SpotFleetRequestConfig.IamFleetRole"},
	Check: func(p *validate.Pass) {
		if config(p).IamFleetRole == nil {
			p.Reportf("SpotFleetRequestConfig.IamFleetRole",
				"must be the ARN of a role that lets Spot Fleet launch and tag")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SpotFleetRequestConfig":{"TargetCapacity":1,` +
				`"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0","InstanceType":"m5.large"}]}}`,
			At: "SpotFleetRequestConfig.IamFleetRole",
		},
	},
}

var spotFleetRolePathFormat = &validate.Rule{
	ID:      "spot-fleet-role-path-format",
	Summary: "no part of the path of IamFleetRole should be . or .. alone",
	Reading: "The IAM reference takes them, and IAM itself is reported to take only letters, digits and slashes, so " +
		"the rule warns.",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "IamFleetRole"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidSpotFleetRequestConfig",
	On:       onFleet,
	Given:    []string{"SpotFleetRequestConfig.IamFleetRole"},
	Check: func(p *validate.Pass) {
		_, resource, ok := format.ARN("iam", *config(p).IamFleetRole)
		if ok && format.StepsUp(resource) && format.IAMName("role", resource) != "" {
			p.Reportf("SpotFleetRequestConfig.IamFleetRole",
				"should have no part . or .. in the path; name the role as IAM does")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws:iam::123456789012:role/../web",` +
				`"TargetCapacity":1,"LaunchSpecifications":[{` + instance + `}]}}`,
			At: "SpotFleetRequestConfig.IamFleetRole",
		},
	},
}

var spotFleetRoleFormat = &validate.Rule{
	ID:        "spot-fleet-role-format",
	Summary:   "IamFleetRole must be the ARN of a role",
	Source:    validate.Source{Shape: "SpotFleetRequestConfigData", Member: "IamFleetRole"},
	Code:      "InvalidSpotFleetRequestConfig",
	CodeBasis: validate.Observed,
	On:        onFleet,
	Given:     []string{"SpotFleetRequestConfig.IamFleetRole"},
	Check: func(p *validate.Pass) {
		if _, resource, ok := format.ARN("iam", *config(p).IamFleetRole); !ok || format.IAMName("role", resource) == "" {
			p.Reportf("SpotFleetRequestConfig.IamFleetRole",
				"must be like arn:aws:iam::123456789012:role/aws-ec2-spot-fleet-tagging-role")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `}}`},
		{
			Spec: `{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws-cn:iam::123456789012:role/fleets/web",` +
				`"TargetCapacity":1,"LaunchSpecifications":[{` + instance + `}]}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SpotFleetRequestConfig":{"IamFleetRole":"fleet","TargetCapacity":1,"LaunchSpecifications":[{` +
				instance + `}]}}`,
			At: "SpotFleetRequestConfig.IamFleetRole",
		},
		{
			Spec: `{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws:iam::123456789012:instance-profile/web",` +
				`"TargetCapacity":1,"LaunchSpecifications":[{` + instance + `}]}}`,
			At: "SpotFleetRequestConfig.IamFleetRole",
		},
	},
}

var spotFleetContextReserved = &validate.Rule{
	ID:       "spot-fleet-context-reserved",
	Summary:  "Context should not be given: it is reserved",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "Context"},
	Severity: validate.SeverityWarning,
	On:       onFleet,
	Given:    []string{"SpotFleetRequestConfig.Context"},
	Check: func(p *validate.Pass) {
		p.Reportf("SpotFleetRequestConfig.Context", "should not be given: it is reserved")
	},
	Good: []validate.Example{
		{Spec: specified + `}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"Context":"x"}}`,
			At:   "SpotFleetRequestConfig.Context",
		},
	},
}

var spotFleetAnswerIgnored = &validate.Rule{
	ID:       "spot-fleet-answer-ignored",
	Summary:  "FulfilledCapacity and OnDemandFulfilledCapacity should not be given: they are answers",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "FulfilledCapacity"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       onFleet,
	Given: []string{
		"SpotFleetRequestConfig.FulfilledCapacity", "SpotFleetRequestConfig.OnDemandFulfilledCapacity",
	},
	Check: func(p *validate.Pass) {
		c := config(p)
		if c.FulfilledCapacity != nil {
			p.Reportf("SpotFleetRequestConfig.FulfilledCapacity", "should not be given: it is an answer")
		}
		if c.OnDemandFulfilledCapacity != nil {
			p.Reportf("SpotFleetRequestConfig.OnDemandFulfilledCapacity", "should not be given: it is an answer")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"FulfilledCapacity":1}}`,
			At:   "SpotFleetRequestConfig.FulfilledCapacity",
		},
		{
			Spec: specified + `,"OnDemandFulfilledCapacity":1}}`,
			At:   "SpotFleetRequestConfig.OnDemandFulfilledCapacity",
		},
	},
}

var spotFleetDateConflict = &validate.Rule{
	ID:       "spot-fleet-date-conflict",
	Summary:  "ValidUntil should be later than ValidFrom",
	Reading:  "No page says what EC2 does with an end before the start.",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "ValidUntil"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidSpotFleetRequestConfig",
	On:       onFleet,
	Given:    []string{"SpotFleetRequestConfig.ValidUntil"},
	When:     []string{"SpotFleetRequestConfig.ValidFrom"},
	Check: func(p *validate.Pass) {
		if c := config(p); format.ToCome(*c.ValidUntil) && !c.ValidUntil.After(*c.ValidFrom) {
			p.Conflictf("SpotFleetRequestConfig.ValidUntil", []string{"SpotFleetRequestConfig.ValidFrom"},
				"should be later than ValidFrom")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `,"ValidFrom":"2030-01-01T00:00:00Z","ValidUntil":"2030-01-02T00:00:00Z"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"ValidFrom":"2030-01-02T00:00:00Z","ValidUntil":"2030-01-01T00:00:00Z"}}`,
			At:   "SpotFleetRequestConfig.ValidUntil",
		},
	},
}

var spotFleetDateFormat = &validate.Rule{
	ID:      "spot-fleet-date-format",
	Summary: "ValidUntil must be a date with a year from 2023 to 9999",
	Reading: "A date that has passed is refused, and no rule looks at the clock, so what passed before the oldest " +
		"edition is refused here.",
	Source: validate.Source{Shape: "SpotFleetRequestConfigData", Member: "ValidUntil"},
	Code:   "InvalidSpotFleetRequestConfig",
	On:     onFleet,
	Given:  []string{"SpotFleetRequestConfig.ValidUntil"},
	Check: func(p *validate.Pass) {
		if !format.ToCome(*config(p).ValidUntil) {
			p.Reportf("SpotFleetRequestConfig.ValidUntil",
				"must be a time to come, of a year up to 9999; for a fleet without end, leave it out")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `,"ValidUntil":"9999-12-31T23:59:59Z"}}`},
	},
	Bad: []validate.Example{
		{Spec: specified + `,"ValidUntil":"0001-01-01T00:00:00Z"}}`, At: "SpotFleetRequestConfig.ValidUntil"},
		{Spec: specified + `,"ValidUntil":"2001-01-01T00:00:00Z"}}`, At: "SpotFleetRequestConfig.ValidUntil"},
	},
}

var spotFleetExpirationAdvice = &validate.Rule{
	ID: "spot-fleet-expiration-advice",
	Summary: "TerminateInstancesWithExpiration should go with ValidUntil: without it, the fleet does " +
		"not expire",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "TerminateInstancesWithExpiration"},
	Severity: validate.SeverityAdvice,
	On:       onFleet,
	Given:    []string{"SpotFleetRequestConfig.TerminateInstancesWithExpiration"},
	Reads:    []string{"SpotFleetRequestConfig.ValidUntil"},
	Check: func(p *validate.Pass) {
		if c := config(p); *c.TerminateInstancesWithExpiration && c.ValidUntil == nil {
			p.Reportf("SpotFleetRequestConfig.TerminateInstancesWithExpiration",
				"should go with ValidUntil: without it, the fleet does not expire")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `,"TerminateInstancesWithExpiration":true,"ValidUntil":"2030-01-02T00:00:00Z"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"TerminateInstancesWithExpiration":true}}`,
			At:   "SpotFleetRequestConfig.TerminateInstancesWithExpiration",
		},
	},
}
