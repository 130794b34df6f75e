package launch_test

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

// EC2 stores a launch template that no instance can be launched from: better to
// know before.
func ExampleCheckCall() {
	report, _ := launch.CheckCall(&ec2.CreateLaunchTemplateInput{
		LaunchTemplateName: new("web"),
		LaunchTemplateData: &types.RequestLaunchTemplateData{
			InstanceType: types.InstanceTypeM7iLarge,
			BlockDeviceMappings: []types.LaunchTemplateBlockDeviceMappingRequest{{
				DeviceName: new("/dev/sdf"),
				Ebs: &types.LaunchTemplateEbsBlockDeviceRequest{
					VolumeType: types.VolumeTypeGp3, VolumeSize: new(int32(100)), Iops: new(int32(2000)),
				},
			}},
		},
	})
	for _, v := range report.Violations {
		fmt.Println(v.Rule, "at", v.Path)
	}
	// Output: volume-iops-range at LaunchTemplateData.BlockDeviceMappings[0].Ebs.Iops
}

// A service that adopts the guard first only logs what it would refuse.
func ExampleObserve() {
	v, err := validate.NewValidator(launch.Rules())
	if err != nil {
		panic(err)
	}
	srv := launchtest.New()
	defer srv.Close()
	withoutTime := &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}
	log := slog.New(slog.NewTextHandler(os.Stdout, withoutTime))
	client := ec2.NewFromConfig(srv.Config(), launch.GuardWith(v, launch.Observe(), launch.LogReports(log)))

	_, _ = client.RunInstances(context.Background(), &ec2.RunInstancesInput{MinCount: new(int32(1)), MaxCount: new(int32(1))})
	fmt.Println(len(srv.Requests()), "request sent")
	// Output:
	// level=ERROR msg="launch request would be refused" operation=RunInstances errors=1 warnings=0 report.edition=2026 report.0.rule=image-required report.0.severity=error report.0.path=ImageId report.0.message="must be the ID of an AMI, or come from a LaunchTemplate" report.0.code=MissingParameter
	// 1 request sent
}

// The file that "aws ec2 create-fleet --cli-input-json" takes.
func ExampleDecodeCallCLI() {
	var fleet ec2.CreateFleetInput
	err := launch.DecodeCallCLI(strings.NewReader(`{
		"LaunchTemplateConfigs": [{
			"LaunchTemplateSpecification": {"LaunchTemplateName": "web", "Version": "1"},
			"Overrides": [{"SubnetId": "subnet-0a1b2c3d"}, {"SubnetId": "sg-0a1b2c3d"}]
		}],
		"TargetCapacitySpecification": {"TotalTargetCapacity": 2, "DefaultTargetCapacityType": "spot"}
	}`), &fleet)
	if err != nil {
		panic(err)
	}
	report, _ := launch.CheckCall(&fleet)
	for _, v := range report.Violations {
		fmt.Println(v.Rule, "at", v.Path)
	}
	// Output: subnet-id-format at LaunchTemplateConfigs[0].Overrides[1].SubnetId
}

// A launch template that an instance can be launched from.
func ExampleBuilder_TemplateData() {
	data, err := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).RequireIMDSv2().TemplateData()
	fmt.Println(data.InstanceType, data.MetadataOptions.HttpTokens, err)
	// Output: m7i.large required <nil>
}
