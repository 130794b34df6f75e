package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/validate"
)

var imageKindUnsupported = &validate.Rule{
	ID:      "image-kind-unsupported",
	Summary: "ImageId must name an image of a machine, not of a kernel or a RAM disk",
	Source:  validate.Source{Shape: "Image", Member: "ImageType"},
	Code:    "InvalidAMIID.NotFound",
	Given:   []string{"ImageId"},
	Asks:    []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		if found := validate.Image.Named(p, p.Input.ImageId); found != nil && found.ImageType != "" && found.ImageType != types.ImageTypeValuesMachine {
			p.Reportf("ImageId", "must be the image of a machine, and is one of a %s", found.ImageType)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"ImageType":"machine"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"ImageType":"kernel"}}}`,
			At:      "ImageId",
		},
	},
}
