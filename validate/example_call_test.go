package validate_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on RunInstances judge the data of a launch template, under its own
// paths.
func ExampleValidator_CheckCall() {
	v, err := validate.NewValidator(launch.Rules())
	if err != nil {
		panic(err)
	}
	report, _ := v.CheckCall(&ec2.CreateLaunchTemplateInput{
		LaunchTemplateName: new("web"),
		LaunchTemplateData: &types.RequestLaunchTemplateData{
			InstanceType:     types.InstanceTypeM7iLarge,
			SecurityGroupIds: []string{"sg-1234"},
		},
	})
	for _, violation := range report.Violations {
		fmt.Println(violation.Path, violation.Rule)
	}
	// Output: LaunchTemplateData.SecurityGroupIds[0] security-group-id-format
}

// A rule of a house on CreateFleet.
func ExampleCallOf() {
	instant := &validate.Rule{
		ID:      "house-fleet-type-values",
		Summary: "Type must be instant",
		Source:  validate.Source{Shape: "CreateFleet", Member: "Type"},
		Code:    "InvalidParameterValue",
		On:      []validate.Subject{validate.CreateFleet},
		Members: []string{"Type"},
		Check: func(p *validate.Pass) {
			in := validate.CallOf[ec2.CreateFleetInput](p)
			if in.Type != types.FleetTypeInstant {
				p.Reportf("Type", "must be instant: no other fleet is cleaned up here")
			}
		},
	}
	v, err := validate.NewValidator(nil, validate.Also(instant))
	if err != nil {
		panic(err)
	}
	report, _ := v.CheckCall(&ec2.CreateFleetInput{Type: types.FleetTypeMaintain})
	fmt.Print(report)
	// Output: Type = "maintain": must be instant: no other fleet is cleaned up here [house-fleet-type-values]
}
