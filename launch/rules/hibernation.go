package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/validate"
)

var hibernationEnclaveConflict = &validate.Rule{
	ID:      "hibernation-enclave-conflict",
	Summary: "HibernationOptions must not be configured for an instance that is enabled for Nitro Enclaves",
	Source:  validate.Source{Shape: "RunInstances", Member: "HibernationOptions"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"HibernationOptions.Configured"},
	When:    []string{"EnclaveOptions.Enabled"},
	Check: func(p *validate.Pass) {
		if *p.Input.HibernationOptions.Configured && *p.Input.EnclaveOptions.Enabled {
			p.Conflictf("HibernationOptions.Configured", []string{"EnclaveOptions.Enabled"},
				"must not be true with EnclaveOptions.Enabled; drop one of the two")
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true},` +
				`"EnclaveOptions":{"Enabled":false}}`,
		},
		{
			Spec: `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":false},` +
				`"EnclaveOptions":{"Enabled":true}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true},` +
				`"EnclaveOptions":{"Enabled":true}}`,
			At: "HibernationOptions.Configured",
		},
	},
}

var hibernationTypeUnsupported = &validate.Rule{
	ID:      "hibernation-type-unsupported",
	Summary: "HibernationOptions must be configured only for types that support hibernation",
	Reading: "The User Guide's limit of 150 GiB of memory is part of what the type states, and does not hold for " +
		"types that state support beyond it.",
	Source: validate.Source{
		Shape: "InstanceTypeInfo", Member: "HibernationSupported", Guide: "hibernating-prerequisites",
	},
	Code:      "UnsupportedHibernationConfiguration",
	CodeBasis: validate.Documented,
	Given:     []string{"HibernationOptions.Configured"},
	When:      []string{"InstanceType"},
	Facts:     []instancetype.Fact{instancetype.FactHibernation, instancetype.FactBareMetal},
	Check: func(p *validate.Pass) {
		info := p.InstanceType()
		unsupported := info.Hibernation() == instancetype.No && info.BareMetal() != instancetype.Yes
		if *p.Input.HibernationOptions.Configured && unsupported {
			p.Conflictf("HibernationOptions.Configured", []string{"InstanceType"},
				"must not be true: %s does not support hibernation; drop it, or choose another "+
					"type", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m5.large","HibernationOptions":{"Configured":true}}`},
		{Spec: `{"InstanceType":"m7i-flex.16xlarge","HibernationOptions":{"Configured":true}}`,
			Since: validate.Autumn2026},
		{Spec: `{"InstanceType":"c5n.large","HibernationOptions":{"Configured":false}}`},
		{Spec: `{"InstanceType":"c5n.metal","HibernationOptions":{"Configured":false}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"c5n.large","HibernationOptions":{"Configured":true}}`,
			At:   "HibernationOptions.Configured",
		},
		{
			Spec: `{"InstanceType":"r5.8xlarge","HibernationOptions":{"Configured":true}}`,
			At:   "HibernationOptions.Configured",
		},
	},
}

var hibernationMetalUnsupported = &validate.Rule{
	ID:        "hibernation-metal-unsupported",
	Summary:   "HibernationOptions must not be configured for bare metal types",
	Source:    validate.Source{Guide: "hibernating-prerequisites"},
	Code:      "UnsupportedHibernationConfiguration",
	CodeBasis: validate.Documented,
	Given:     []string{"HibernationOptions.Configured"},
	When:      []string{"InstanceType"},
	Facts:     []instancetype.Fact{instancetype.FactBareMetal},
	Check: func(p *validate.Pass) {
		if *p.Input.HibernationOptions.Configured && p.InstanceType().BareMetal() == instancetype.Yes {
			p.Conflictf("HibernationOptions.Configured", []string{"InstanceType"},
				"must not be true: %s is bare metal and does not hibernate; drop it, or choose another "+
					"size", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m5.metal","HibernationOptions":{"Configured":false}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.metal","HibernationOptions":{"Configured":true}}`,
			At:   "HibernationOptions.Configured",
		},
	},
}

var hibernationInterruptionConflict = &validate.Rule{
	ID: "hibernation-interruption-conflict",
	Summary: "InstanceInterruptionBehavior must be hibernate or left out for a Spot Instance configured for " +
		"hibernation",
	Source: validate.Source{Shape: "HibernationOptionsRequest", Member: "Configured"},
	Code:   "InvalidParameterCombination",
	Since:  validate.Autumn2026,
	Given:  []string{"InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior"},
	When:   []string{"HibernationOptions.Configured", "InstanceMarketOptions.MarketType"},
	Check: func(p *validate.Pass) {
		if !*p.Input.HibernationOptions.Configured || !requested.Spot(p.Input) {
			return
		}
		switch p.Input.InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior {
		case types.InstanceInterruptionBehaviorStop, types.InstanceInterruptionBehaviorTerminate:
			p.Conflictf("InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
				[]string{"HibernationOptions.Configured"},
				"must be hibernate or left out with HibernationOptions.Configured")
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"hibernate"}},` +
				`"HibernationOptions":{"Configured":true}}`,
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop"}},` +
				`"HibernationOptions":{"Configured":false}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop"}},` +
				`"HibernationOptions":{"Configured":true}}`,
			At: "InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"spot",` +
				`"SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"terminate"}},` +
				`"HibernationOptions":{"Configured":true}}`,
			At: "InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
		},
	},
}
