package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var kernelIDFormat = &validate.Rule{
	ID:        "kernel-id-format",
	Summary:   "KernelId must be aki- and 8 or 17 lower-case hexadecimal digits",
	Source:    validate.Source{Shape: "RunInstances", Member: "KernelId"},
	Code:      "InvalidKernelId.Malformed",
	CodeBasis: validate.Documented,
	Members:   []string{"KernelId"},
	Tag:       "ec2id=aki",
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m3.large","KernelId":"aki-919dcaf8"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m3.large","KernelId":"vmlinuz"}`, At: "KernelId"},
	},
}

var kernelTypeUnsupported = &validate.Rule{
	ID:       "kernel-type-unsupported",
	Summary:  "KernelId and RamdiskId should be given only for types that run paravirtual AMIs",
	Reading:  "Whether EC2 refuses or ignores them is not documented, so the rule only warns.",
	Source:   validate.Source{Guide: "ec2-instance-launch-parameters"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"KernelId", "RamdiskId"},
	When:     []string{"InstanceType"},
	Facts:    []instancetype.Fact{instancetype.FactVirtualizations},
	Check: func(p *validate.Pass) {
		if p.InstanceType().Virtualization(types.VirtualizationTypeParavirtual) != instancetype.No {
			return
		}
		path := "KernelId"
		if p.Input.KernelId == nil {
			path = "RamdiskId"
		}
		p.Conflictf(path, []string{"InstanceType"},
			"should be dropped: it is for paravirtual AMIs, which %s does not run", p.Input.InstanceType)
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m3.large","KernelId":"aki-919dcaf8","RamdiskId":"ari-1a2b3c4d"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m5.large","KernelId":"aki-919dcaf8","RamdiskId":"ari-1a2b3c4d"}`, At: "KernelId"},
		{Spec: `{"InstanceType":"m5.large","RamdiskId":"ari-1a2b3c4d"}`, At: "RamdiskId"},
	},
}

var kernelAdvice = &validate.Rule{
	ID:       "kernel-advice",
	Summary:  "KernelId and RamdiskId should be left out for an AMI with PV-GRUB",
	Source:   validate.Source{Shape: "RunInstances", Member: "KernelId", Guide: "UserProvidedKernels"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"KernelId", "RamdiskId"},
	Check: func(p *validate.Pass) {
		const message = "should be dropped for an AMI with PV-GRUB"
		if p.Input.KernelId != nil {
			p.Reportf("KernelId", message)
		}
		if p.Input.RamdiskId != nil {
			p.Reportf("RamdiskId", message)
		}
	},
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m3.large","KernelId":"aki-919dcaf8"}`, At: "KernelId"},
		{Spec: `{"InstanceType":"m3.large","RamdiskId":"ari-1a2b3c4d"}`, At: "RamdiskId"},
	},
}

var kernelUnknown = &validate.Rule{
	ID:        "kernel-unknown",
	Summary:   "KernelId must name an image of that kind in the Region",
	Source:    validate.Source{Shape: "RunInstances", Member: "KernelId"},
	Code:      "InvalidAMIID.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"KernelId"},
	Asks:      []validate.Asked{validate.Image},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		found, known := validate.Image.Of(p, *p.Input.KernelId)
		switch {
		case known && found == nil:
			p.Reportf("KernelId", "must exist: the account sees no such image in this Region")
		case found != nil && found.ImageType != "" && found.ImageType != types.ImageTypeValuesKernel:
			p.Reportf("KernelId", "must name an image of a kernel, and names one of a %s", found.ImageType)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m3.large","KernelId":"aki-1a2b3c4d"}`,
			Account: `{"Image":{"aki-1a2b3c4d":{"ImageType":"kernel"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m3.large","KernelId":"aki-1a2b3c4d"}`,
			Account: `{"Image":{"aki-1a2b3c4d":null}}`,
			At:      "KernelId",
		},
		{
			Spec:    `{"InstanceType":"m3.large","KernelId":"aki-1a2b3c4d"}`,
			Account: `{"Image":{"aki-1a2b3c4d":{"ImageType":"machine"}}}`,
			At:      "KernelId",
		},
	},
}
