package rules

import "github.com/ec2launch/ec2launch/validate"

var imageAllowedAdvice = &validate.Rule{
	ID:       "image-allowed-advice",
	Summary:  "the image should meet the criteria of Allowed AMIs",
	Reading:  "An image that is seen at all is launched: once the criteria are enforced, it is not found.",
	Source:   validate.Source{Shape: "Image", Member: "ImageAllowed"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"ImageId"},
	Asks:     []validate.Asked{validate.Image},
	Age:      validate.Edited,
	Check: func(p *validate.Pass) {
		if found := validate.Image.Named(p, p.Input.ImageId); found != nil && found.ImageAllowed != nil && !*found.ImageAllowed {
			p.Reportf("ImageId", "should meet the account's criteria for Allowed AMIs, which would refuse it if they were enforced")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"ImageAllowed":true}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"ImageAllowed":false}}}`,
			At:      "ImageId",
		},
	},
}

var imageAllowedUnsupported = &validate.Rule{
	ID:        "image-allowed-unsupported",
	Summary:   "the image must meet the criteria of Allowed AMIs where they are enforced",
	Source:    validate.Source{Shape: "GetAllowedImagesSettings"},
	Code:      "InvalidAMIID.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"ImageId"},
	Asks:      []validate.Asked{validate.Image, validate.AllowedImages},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		_, seen := validate.Image.Of(p, *p.Input.ImageId)
		if state, _ := validate.AllowedImages.Of(p, ""); !seen && state != nil && *state == "enabled" {
			p.Reportf("ImageId", "must exist, and meet the account's criteria for Allowed AMIs: the account does not see it")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"AllowedImages":{"":"audit-mode"}}`,
		},
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{}},"AllowedImages":{"":"enabled"}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"AllowedImages":{"":"enabled"}}`,
			At:      "ImageId",
		},
	},
}
