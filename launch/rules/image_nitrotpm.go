package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var imageNitroTPMUnsupported = &validate.Rule{
	ID:       "image-nitrotpm-unsupported",
	Summary:  "the instance type should have a NitroTPM where the image asks for one",
	Reading:  "Whether EC2 refuses is not documented.",
	Source:   validate.Source{Shape: "Image", Member: "TpmSupport"},
	Severity: validate.SeverityWarning,
	Code:     "Unsupported",
	Given:    []string{"InstanceType"},
	Reads:    []string{"ImageId"},
	Facts:    []instancetype.Fact{instancetype.FactNitroTPM},
	Asks:     []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found != nil && found.TpmSupport == types.TpmSupportValuesV20 && p.InstanceType().NitroTPM() == instancetype.No {
			p.Conflictf("InstanceType", []string{"ImageId"}, "should be a type with a NitroTPM, which the image asks for")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6i.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"TpmSupport":"v2.0"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m4.large"}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"TpmSupport":"v2.0"}}}`,
			At:      "InstanceType",
		},
	},
}
