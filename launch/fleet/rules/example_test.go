package rules_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/fleet/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on fleets alone.
func ExampleRules() {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	report, _ := v.CheckCall(&ec2.CreateFleetInput{
		LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{
			LaunchTemplateSpecification: &types.FleetLaunchTemplateSpecificationRequest{
				LaunchTemplateName: new("web"), Version: new("1"),
			},
		}},
		TargetCapacitySpecification: &types.TargetCapacitySpecificationRequest{
			TotalTargetCapacity:    new(int32(2)),
			SpotTargetCapacity:     new(int32(2)),
			OnDemandTargetCapacity: new(int32(1)),
		},
	})
	fmt.Print(report)
	// Output:
	// warning: TargetCapacitySpecification.SpotTargetCapacity = 2: should be within TotalTargetCapacity, together with what else is asked for [fleet-capacity-conflict]
}
