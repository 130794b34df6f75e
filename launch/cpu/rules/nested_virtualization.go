package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var cpuNestedVirtualizationValues = &validate.Rule{
	ID:      "cpu-nested-virtualization-values",
	Summary: "NestedVirtualization must be enabled or disabled",
	Source:  validate.Source{Shape: "CpuOptionsRequest", Member: "NestedVirtualization"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"CpuOptions.NestedVirtualization"},
	Values:  nestedVirtualizationStates,
	Good: []validate.Example{
		{Spec: `{"CpuOptions":{"NestedVirtualization":"disabled"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"CpuOptions":{"NestedVirtualization":"on"}}`, At: "CpuOptions.NestedVirtualization"},
	},
}

var cpuNestedVirtualizationUnsupported = &validate.Rule{
	ID: "cpu-nested-virtualization-unsupported",
	Summary: "NestedVirtualization must be enabled only for types that list nested-virtualization among their " +
		"processor features",
	Reading: "The reference names eighth-generation Intel types; older ones have come to list the feature too, and " +
		"the type's own list decides.",
	Source: validate.Source{
		Shape: "CpuOptionsRequest", Member: "NestedVirtualization", Guide: "amazon-ec2-nested-virtualization",
	},
	Code:      "UnsupportedOperation",
	CodeBasis: validate.Observed,
	Since:     validate.Autumn2026,
	Given:     []string{"CpuOptions.NestedVirtualization"},
	When:      []string{"InstanceType"},
	Facts:     []instancetype.Fact{instancetype.FactNestedVirtualization},
	Check: func(p *validate.Pass) {
		enabled := p.Input.CpuOptions.NestedVirtualization == types.NestedVirtualizationSpecificationEnabled
		if enabled && p.InstanceType().NestedVirtualization() == instancetype.No {
			p.Conflictf("CpuOptions.NestedVirtualization", []string{"InstanceType"},
				"must not be enabled: %s does not support nested virtualization; choose a type such as "+
					"m8i.large", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m8i-flex.large","CpuOptions":{"NestedVirtualization":"enabled"}}`},
		{Spec: `{"InstanceType":"m7i.large","CpuOptions":{"NestedVirtualization":"enabled"}}`},
		{Spec: `{"InstanceType":"m5.large","CpuOptions":{"NestedVirtualization":"disabled"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.large","CpuOptions":{"NestedVirtualization":"enabled"}}`,
			At:   "CpuOptions.NestedVirtualization",
		},
	},
}
