package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

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
