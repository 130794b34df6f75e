package rules

import (
	"time"

	"github.com/ec2launch/ec2launch/validate"
)

var imageDeprecatedAdvice = &validate.Rule{
	ID:       "image-deprecated-advice",
	Summary:  "the image should not be deprecated",
	Reading:  "EC2 launches a deprecated image by its ID.",
	Source:   validate.Source{Shape: "Image", Member: "DeprecationTime"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"ImageId"},
	Asks:     []validate.Asked{validate.Image},
	Age:      validate.Moving,
	Check: func(p *validate.Pass) {
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil || found.DeprecationTime == nil {
			return
		}
		at := p.Asked()
		if end, err := time.Parse(time.RFC3339, *found.DeprecationTime); err == nil && end.Before(at) {
			p.Reportf("ImageId", "should be an image that its owner still stands by: this one is deprecated since %s", end.Format(time.DateOnly))
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"DeprecationTime":"2099-01-01T00:00:00.000Z"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"DeprecationTime":"2024-01-01T00:00:00.000Z"}}}`,
			At:      "ImageId",
		},
	},
}
