package validate_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// A rule of a house on what a request and its launch template launch together.
// Package template makes such launches.
func ExampleTemplatedLaunch() {
	v, err := validate.NewValidator(nil, validate.Also(&validate.Rule{
		ID:      "house-template-image-conflict",
		Summary: "a launch must not replace the image of its template",
		Source:  validate.Source{Page: "https://wiki.example.com/templates"},
		Code:    "UnauthorizedOperation",
		On:      []validate.Subject{validate.FromTemplate},
		Members: []string{"Request.ImageId"},
		Reads:   []string{"LaunchTemplateData.ImageId"},
		Check: func(p *validate.Pass) {
			l := validate.CallOf[validate.TemplatedLaunch](p)
			if l.Request.ImageId != nil && l.LaunchTemplateData.ImageId != nil {
				p.Reportf("Request.ImageId", "must be left to the template")
			}
		},
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	report, _ := v.CheckCall(&validate.TemplatedLaunch{
		Request:            &ec2.RunInstancesInput{ImageId: aws.String("ami-0123456789abcdef0")},
		LaunchTemplateData: &types.RequestLaunchTemplateData{ImageId: aws.String("ami-0fedcba9876543210")},
	})
	fmt.Print(report)
	// Output:
	// Request.ImageId = "ami-0123456789abcdef0": must be left to the template [house-template-image-conflict]
}
