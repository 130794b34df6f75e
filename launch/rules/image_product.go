package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/validate"
)

var imageProductAdvice = &validate.Rule{
	ID:       "image-product-advice",
	Summary:  "the account should be subscribed to the product of an image from AWS Marketplace",
	Reading:  "No call of EC2 tells of the subscription, without which the launch fails with OptInRequired.",
	Source:   validate.Source{Shape: "Image", Member: "ProductCodes"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"ImageId"},
	Asks:     []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil {
			return
		}
		for _, code := range found.ProductCodes {
			if code.ProductCodeType == types.ProductCodeValuesMarketplace && code.ProductCodeId != nil {
				p.Reportf("ImageId", "should be subscribed to in AWS Marketplace, as product %.64q", *code.ProductCodeId)
				return
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"ProductCodes":[{"ProductCodeId":"abc","ProductCodeType":"devpay"}]}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"ProductCodes":[{"ProductCodeId":"abc","ProductCodeType":"marketplace"}]}}}`,
			At:      "ImageId",
		},
	},
}
