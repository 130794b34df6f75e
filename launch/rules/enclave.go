package rules

import (
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var enclaveTypeUnsupported = &validate.Rule{
	ID:      "enclave-type-unsupported",
	Summary: "EnclaveOptions must be enabled only for types that support Nitro Enclaves",
	Source:  validate.Source{Shape: "InstanceTypeInfo", Member: "NitroEnclavesSupport"},
	Code:    "Unsupported",
	Given:   []string{"EnclaveOptions.Enabled"},
	When:    []string{"InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactEnclaves},
	Check: func(p *validate.Pass) {
		if *p.Input.EnclaveOptions.Enabled && p.InstanceType().Enclaves() == instancetype.No {
			p.Conflictf("EnclaveOptions.Enabled", []string{"InstanceType"},
				"must not be true: %s does not support Nitro Enclaves; choose one that does, such as "+
					"m5.xlarge", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m5.xlarge","EnclaveOptions":{"Enabled":true}}`},
		{Spec: `{"InstanceType":"t3.micro","EnclaveOptions":{"Enabled":false}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro","EnclaveOptions":{"Enabled":true}}`, At: "EnclaveOptions.Enabled"},
		{Spec: `{"InstanceType":"m5.large","EnclaveOptions":{"Enabled":true}}`, At: "EnclaveOptions.Enabled"},
		{Spec: `{"InstanceType":"c5.metal","EnclaveOptions":{"Enabled":true}}`, At: "EnclaveOptions.Enabled"},
	},
}
