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

// A house lists its subnets and types, also for what a Spot Fleet launches.
func ExamplePass_Subnets() {
	v, err := validate.NewValidator(nil, validate.Also(&validate.Rule{
		ID:      "house-place-required",
		Summary: "a launch must name a subnet and a type of the house",
		Source:  validate.Source{Page: "https://wiki.example.com/subnets"},
		Code:    "UnauthorizedOperation",
		Members: []string{"SubnetId", "InstanceType"},
		Check: func(p *validate.Pass) {
			for _, id := range p.Subnets() {
				if id != "subnet-0123456789abcdef0" {
					p.Reportf("SubnetId", "must be subnet-0123456789abcdef0")
				}
			}
			if p.Input.InstanceType == "" && !p.TypeChosen() {
				p.Reportf("InstanceType", "must be given")
			}
		},
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	report, _ := v.CheckCall(&ec2.RequestSpotFleetInput{SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{
		LaunchSpecifications: []types.SpotFleetLaunchSpecification{{
			SubnetId: new("subnet-0123456789abcdef0, subnet-0fedcba9876543210"), InstanceRequirements: &types.InstanceRequirements{},
		}},
	}})
	for _, violation := range report.Violations {
		fmt.Println(violation.Path, violation.Message)
	}
	// Output:
	// SpotFleetRequestConfig.LaunchSpecifications[0].SubnetId must be subnet-0123456789abcdef0
}
