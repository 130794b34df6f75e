package autoscaling_test

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/autoscaling/types"
	ec2types "github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/examples/autoscaling"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// The CPU options of the template go with its own type and one override, and not
// with another.
func ExampleCheck() {
	rules, err := validate.NewValidator(launch.Rules())
	if err != nil {
		panic(err)
	}
	template := &ec2types.RequestLaunchTemplateData{
		ImageId:      new("ami-0abcdef1234567890"),
		InstanceType: ec2types.InstanceTypeM5Large,
		CpuOptions:   &ec2types.LaunchTemplateCpuOptionsRequest{CoreCount: new(int32(1)), ThreadsPerCore: new(int32(2))},
	}
	found, err := autoscaling.Check(rules, template, &types.MixedInstancesPolicy{LaunchTemplate: &types.LaunchTemplate{
		Overrides: []types.LaunchTemplateOverrides{
			{InstanceType: new("m6i.large")},
			{InstanceType: new("t2.micro")},
			{InstanceRequirements: &types.InstanceRequirements{
				VCpuCount: &types.VCpuCountRequest{Min: new(int32(8)), Max: new(int32(4))}, MemoryMiB: &types.MemoryMiBRequest{Min: new(int32(0))},
			}},
		},
	}})
	if err != nil {
		panic(err)
	}
	for _, f := range found {
		for _, v := range f.Report.Violations {
			fmt.Println("override", f.Override, v.Path, v.Rule)
		}
	}
	// Output:
	// override 1 CpuOptions cpu-cores-unsupported
	// override 2 InstanceRequirements.VCpuCount.Max requirements-range
}

func TestTheTemplateAloneIsJudgedWithoutOverrides(t *testing.T) {
	rules, err := validate.NewValidator(launch.Rules())
	if err != nil {
		t.Fatal(err)
	}
	wrong := &ec2types.RequestLaunchTemplateData{SecurityGroupIds: []string{"sg-1"}}
	for _, policy := range []*types.MixedInstancesPolicy{nil, {}, {LaunchTemplate: &types.LaunchTemplate{}}} {
		found, err := autoscaling.Check(rules, wrong, policy)
		if err != nil || len(found) != 1 || found[0].Override != -1 {
			t.Errorf("got %v, %v", found, err)
		}
	}
}

// The requirements of both services have the same members.
func TestRequirementsAreTheSameInBothServices(t *testing.T) {
	ours, theirs := reflect.TypeFor[types.InstanceRequirements](), reflect.TypeFor[ec2types.InstanceRequirementsRequest]()
	for f := range ours.Fields() {
		if _, same := theirs.FieldByName(f.Name); f.IsExported() && !same {
			t.Errorf("EC2 has no %s", f.Name)
		}
	}
}
