package rules_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/template/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on the reference to a launch template alone.
func ExampleRules() {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Check(&ec2.RunInstancesInput{
		LaunchTemplate: &types.LaunchTemplateSpecification{LaunchTemplateName: new("web"), Version: new("latest")},
	}))
	// Output:
	// LaunchTemplate.Version = "latest": must be a number from 1 up, $Latest or $Default [template-version-values]
}

// The rules on the calls that make launch templates.
func ExampleCallRules() {
	v, err := validate.NewValidator(rules.CallRules())
	if err != nil {
		fmt.Println(err)
		return
	}
	report, _ := v.CheckCall(&ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("a b")})
	fmt.Println(len(report.Violations) > 0)
	// Output: true
}

// What only the account can tell.
func ExampleAccountRules() {
	for _, r := range rules.AccountRules() {
		fmt.Println(r.ID)
	}
	// Output:
	// template-unknown
	// template-name-unknown
	// template-version-unknown
}

// The rules on a request and its launch template together.
func ExampleMergeRules() {
	v, err := validate.NewValidator(rules.MergeRules())
	if err != nil {
		fmt.Println(err)
		return
	}
	report, _ := v.CheckCall(&validate.TemplatedLaunch{
		Request:            &ec2.RunInstancesInput{},
		LaunchTemplateData: &types.RequestLaunchTemplateData{InstanceRequirements: &types.InstanceRequirementsRequest{}},
	})
	for _, v := range report.Violations {
		fmt.Println(v.Rule, v.Path)
	}
	// Output: template-requirements-unsupported LaunchTemplateData.InstanceRequirements
}
