package rules_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/requirements/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on the requirements that choose an instance type alone.
func ExampleRules() {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	report, _ := v.CheckCall(&ec2.CreateFleetInput{
		LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{
			Overrides: []types.FleetLaunchTemplateOverridesRequest{{
				InstanceRequirements: &types.InstanceRequirementsRequest{
					VCpuCount: &types.VCpuCountRangeRequest{Min: new(int32(8)), Max: new(int32(4))},
					MemoryMiB: &types.MemoryMiBRequest{Min: new(int32(1024))},
				},
			}},
		}},
	})
	fmt.Print(report)
	// Output:
	// warning: LaunchTemplateConfigs[0].Overrides[0].InstanceRequirements.VCpuCount.Max = 4: should be at least the Min, 8: no instance type has both [requirements-range]
}
