package rules_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/spot/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on Spot requests alone.
func ExampleRules() {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	report, _ := v.CheckCall(&ec2.RequestSpotInstancesInput{
		InstanceCount:       new(int32(0)),
		LaunchSpecification: &types.RequestSpotLaunchSpecification{ImageId: new("ami-0123456789abcdef0")},
	})
	fmt.Print(report)
	// Output:
	// warning: InstanceCount = 0: should be at least 1, which is the default [spot-request-count-range]
	// warning: LaunchSpecification.InstanceType: should be given; the default of RunInstances may not apply [spot-request-instance-type-required]
}
