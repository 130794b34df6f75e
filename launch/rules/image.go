package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// parameterPrefix begins an ImageId that names a Systems Manager parameter.
const parameterPrefix = "resolve:ssm:"

var imageRequired = &validate.Rule{
	ID:        "image-required",
	Summary:   "ImageId must be given, here or in a launch template",
	Source:    validate.Source{Shape: "RunInstances", Member: "ImageId"},
	Code:      "MissingParameter",
	CodeBasis: validate.Documented,
	Members:   []string{"ImageId"},
	Check: func(p *validate.Pass) {
		if aws.ToString(p.Input.ImageId) == "" && !p.Templated() {
			p.Reportf("ImageId", "must be the ID of an AMI, or come from a LaunchTemplate")
		}
	},
	Good: []validate.Example{
		{Spec: `{"ImageId":"ami-0abcdef1234567890"}`},
		{Spec: `{"ImageId":null,"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ImageId":null}`, At: "ImageId"},
		{Spec: `{"ImageId":""}`, At: "ImageId"},
	},
}

var imageIDFormat = &validate.Rule{
	ID:        "image-id-format",
	Summary:   "ImageId must be ami- and 8 or 17 lower-case hexadecimal digits, or begin with resolve:ssm:",
	Source:    validate.Source{Shape: "RunInstances", Member: "ImageId"},
	Code:      "InvalidAMIID.Malformed",
	CodeBasis: validate.Documented,
	Given:     []string{"ImageId"},
	Check: func(p *validate.Pass) {
		id := *p.Input.ImageId
		if id != "" && !strings.HasPrefix(id, parameterPrefix) && !format.ID("ami", id) {
			p.Reportf("ImageId",
				"must be ami- and 8 or 17 lower-case hexadecimal digits, or %s and the name of a parameter that "+
					"holds such an ID%s", parameterPrefix, format.Elsewhere(id))
		}
	},
	Good: []validate.Example{
		{Spec: `{"ImageId":"ami-0abcdef1234567890"}`},
		{Spec: `{"ImageId":"ami-1a2b3c4d"}`},
		{Spec: `{"ImageId":"resolve:ssm:/golden-ami"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ImageId":"ami-xyz"}`, At: "ImageId"},
		{Spec: `{"ImageId":"ami-0abcdef123456789"}`, At: "ImageId"},
		{Spec: `{"ImageId":"ami-0ABCDEF1234567890"}`, At: "ImageId"},
		{Spec: `{"ImageId":"snap-0123456789abcdef0"}`, At: "ImageId"},
	},
}

var imageParameterFormat = &validate.Rule{
	ID: "image-parameter-format",
	Summary: "ImageId must refer to a Systems Manager parameter as resolve:ssm:NAME, with a version or label " +
		"behind it or none",
	Reading: "The ARN of a shared parameter passes for a name.",
	Source: validate.Source{
		Shape: "RunInstances", Member: "ImageId", Guide: "using-systems-manager-parameter-to-find-AMI",
	},
	Code:  "InvalidAMIID.Malformed",
	Given: []string{"ImageId"},
	Check: func(p *validate.Pass) {
		reference, ok := strings.CutPrefix(*p.Input.ImageId, parameterPrefix)
		if ok && !parameterReference(reference) {
			p.Reportf("ImageId",
				"must be %s and a name of letters, digits and _ . - /, and may end in a colon and a version or "+
					"label", parameterPrefix)
		}
	},
	Good: []validate.Example{
		{Spec: `{"ImageId":"resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"}`},
		{Spec: `{"ImageId":"resolve:ssm:golden-ami:3"}`},
		{Spec: `{"ImageId":"resolve:ssm:golden-ami:prod"}`},
		{Spec: `{"ImageId":"resolve:ssm:arn:aws:ssm:us-east-1:111122223333:parameter/golden-ami"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ImageId":"resolve:ssm:"}`, At: "ImageId"},
		{Spec: `{"ImageId":"resolve:ssm::3"}`, At: "ImageId"},
		{Spec: `{"ImageId":"resolve:ssm:golden-ami:"}`, At: "ImageId"},
		{Spec: `{"ImageId":"resolve:ssm:golden ami"}`, At: "ImageId"},
	},
}

// parameterReference reports whether s refers to a Systems Manager parameter.
// Parts that colons set off are not empty; which there are, differs between
// names and ARNs.
func parameterReference(s string) bool {
	for part := range strings.SplitSeq(s, ":") {
		if part == "" || !format.MadeOf(part, "_.-/") {
			return false
		}
	}
	return true
}

var imageUnknown = &validate.Rule{
	ID:        "image-unknown",
	Summary:   "the image must exist, and be one that the account may use",
	Source:    validate.Source{Shape: "RunInstances", Member: "ImageId"},
	Code:      "InvalidAMIID.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"ImageId"},
	Asks:      []validate.Asked{validate.Image},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		if found, known := validate.Image.Of(p, *p.Input.ImageId); known && found == nil {
			p.Reportf("ImageId", "must exist: the account sees no such image in this Region")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{}}}`,
		},
		{
			Spec:    `{}`,
			Account: `{"Image":{}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":null}}`,
			At:      "ImageId",
		},
	},
}

var imageStateUnsupported = &validate.Rule{
	ID:      "image-state-unsupported",
	Summary: "the image must be available",
	Source:  validate.Source{Shape: "Image", Member: "State"},
	Code:    "InvalidAMIID.Unavailable",
	Given:   []string{"ImageId"},
	Asks:    []validate.Asked{validate.Image},
	Age:     validate.Edited,
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil {
			return
		}
		switch found.State {
		case types.ImageStateDeregistered, types.ImageStateDisabled, types.ImageStateFailed, types.ImageStateInvalid, types.ImageStateError:
			p.Reportf("ImageId", "must be available, and is %s", found.State)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"State":"available"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"State":"disabled"}}}`,
			At:      "ImageId",
		},
	},
}

var imagePendingUnsupported = &validate.Rule{
	ID:       "image-pending-unsupported",
	Summary:  "the image should be available: it is still being made",
	Source:   validate.Source{Shape: "Image", Member: "State"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidAMIID.Unavailable",
	Given:    []string{"ImageId"},
	Asks:     []validate.Asked{validate.Image},
	Age:      validate.Moving,
	Check: func(p *validate.Pass) {
		if found := validate.Image.Named(p, p.Input.ImageId); found != nil && (found.State == types.ImageStatePending || found.State == types.ImageStateTransient) {
			p.Reportf("ImageId", "should be available, and is %s", found.State)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"State":"available"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"State":"pending"}}}`,
			At:      "ImageId",
		},
	},
}

var imageArchitectureUnsupported = &validate.Rule{
	ID:      "image-architecture-unsupported",
	Summary: "the instance type must have the architecture of the image",
	Source:  validate.Source{Shape: "Image", Member: "Architecture"},
	Code:    "InvalidParameterValue",
	Given:   []string{"InstanceType"},
	Reads:   []string{"ImageId"},
	Facts:   []instancetype.Fact{instancetype.FactArchitectures},
	Asks:    []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil || found.Architecture == "" {
			return
		}
		if p.InstanceType().Architecture(types.ArchitectureType(found.Architecture)) == instancetype.No {
			p.Conflictf("InstanceType", []string{"ImageId"},
				"must be a type of the image's architecture, %s", found.Architecture)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6g.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"Architecture":"arm64"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6g.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"Architecture":"x86_64"}}}`,
			At:      "InstanceType",
		},
	},
}

var imageVirtualizationUnsupported = &validate.Rule{
	ID:      "image-virtualization-unsupported",
	Summary: "the instance type must have the virtualization of the image",
	Source:  validate.Source{Shape: "Image", Member: "VirtualizationType"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"InstanceType"},
	Reads:   []string{"ImageId"},
	Facts:   []instancetype.Fact{instancetype.FactVirtualizations},
	Asks:    []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil || found.VirtualizationType == "" {
			return
		}
		if p.InstanceType().Virtualization(found.VirtualizationType) == instancetype.No {
			p.Conflictf("InstanceType", []string{"ImageId"},
				"must be a type with the image's virtualization, %s", found.VirtualizationType)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"VirtualizationType":"hvm"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"VirtualizationType":"paravirtual"}}}`,
			At:      "InstanceType",
		},
	},
}

var imageRootDeviceUnsupported = &validate.Rule{
	ID:      "image-root-device-unsupported",
	Summary: "the instance type must start from the kind of root device that the image has",
	Source:  validate.Source{Shape: "Image", Member: "RootDeviceType"},
	Code:    "UnsupportedOperation",
	Given:   []string{"InstanceType"},
	Reads:   []string{"ImageId"},
	Facts:   []instancetype.Fact{instancetype.FactRootDevices},
	Asks:    []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil || found.RootDeviceType == "" {
			return
		}
		if p.InstanceType().RootDevice(types.RootDeviceType(found.RootDeviceType)) == instancetype.No {
			p.Conflictf("InstanceType", []string{"ImageId"},
				"must be a type that starts from the image's root device, %s", found.RootDeviceType)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceType":"ebs"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceType":"instance-store"}}}`,
			At:      "InstanceType",
		},
	},
}

var imageBootModeUnsupported = &validate.Rule{
	ID:      "image-boot-mode-unsupported",
	Summary: "the instance type must boot as the image does",
	Source:  validate.Source{Shape: "Image", Member: "BootMode"},
	Code:    "InvalidParameterValue",
	Given:   []string{"InstanceType"},
	Reads:   []string{"ImageId"},
	Facts:   []instancetype.Fact{instancetype.FactBootModes},
	Asks:    []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil || found.BootMode != types.BootModeValuesUefi && found.BootMode != types.BootModeValuesLegacyBios {
			return
		}
		if p.InstanceType().BootMode(types.BootModeType(found.BootMode)) == instancetype.No {
			p.Conflictf("InstanceType", []string{"ImageId"},
				"must be a type that boots as the image does, by %s", found.BootMode)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BootMode":"uefi-preferred"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6g.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BootMode":"legacy-bios"}}}`,
			At:      "InstanceType",
		},
	},
}

var imageEnaRequired = &validate.Rule{
	ID:      "image-ena-required",
	Summary: "the image must have enhanced networking for an instance type that requires it",
	Source:  validate.Source{Shape: "Image", Member: "EnaSupport"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"InstanceType"},
	Reads:   []string{"ImageId"},
	Facts:   []instancetype.Fact{instancetype.FactENA},
	Asks:    []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found != nil && found.EnaSupport != nil && !*found.EnaSupport && p.InstanceType().ENA() == types.EnaSupportRequired {
			p.Conflictf("InstanceType", []string{"ImageId"},
				"must be a type that does without ENA, which the image does not support")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"EnaSupport":true}}}`,
		},
		{
			Spec:    `{"InstanceType":"m4.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"EnaSupport":false}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"EnaSupport":false}}}`,
			At:      "InstanceType",
		},
	},
}

var imageInstanceStoreConflict = &validate.Rule{
	ID:      "image-instance-store-conflict",
	Summary: "an instance of an image with an instance store root must neither stop nor hibernate",
	Source:  validate.Source{Shape: "Image", Member: "RootDeviceType"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"InstanceInitiatedShutdownBehavior", "HibernationOptions.Configured"},
	Reads:   []string{"ImageId"},
	Asks:    []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		if found := validate.Image.Named(p, p.Input.ImageId); found == nil || found.RootDeviceType != types.DeviceTypeInstanceStore {
			return
		}
		if p.Input.InstanceInitiatedShutdownBehavior == types.ShutdownBehaviorStop {
			p.Conflictf("InstanceInitiatedShutdownBehavior", []string{"ImageId"},
				"must be terminate: an instance store root cannot stop")
		}
		if h := p.Input.HibernationOptions; h != nil && h.Configured != nil && *h.Configured {
			p.Conflictf("HibernationOptions.Configured", []string{"ImageId"},
				"must not be true: an instance store root cannot hibernate")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceInitiatedShutdownBehavior":"stop"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceType":"ebs"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m3.medium","InstanceInitiatedShutdownBehavior":"stop"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceType":"instance-store"}}}`,
			At:      "InstanceInitiatedShutdownBehavior",
		},
		{
			Spec:    `{"InstanceType":"m3.medium","HibernationOptions":{"Configured":true}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceType":"instance-store"}}}`,
			At:      "HibernationOptions.Configured",
		},
	},
}
