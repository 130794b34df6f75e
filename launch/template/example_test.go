package template_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/validate"
)

// A version by its number, so that the launch can be repeated.
func ExampleName() {
	var in ec2.RunInstancesInput
	template.Name("web").Version("3").Apply(&in)
	fmt.Println(*in.LaunchTemplate.LaunchTemplateName, *in.LaunchTemplate.Version)
	// Output: web 3
}

// The ID replaces the name, and the version with it.
func ExampleID() {
	var in ec2.RunInstancesInput
	template.Name("web").Version("3").Apply(&in)
	template.ID("lt-0123456789abcdef0").Apply(&in)
	fmt.Println(*in.LaunchTemplate.LaunchTemplateId, in.LaunchTemplate.Version == nil)
	// Output: lt-0123456789abcdef0 true
}

// The data of a template that launches what a spec does.
func ExampleFromSpec() {
	spec, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).KeyName("ops").Build()
	if err != nil {
		panic(err)
	}
	data, err := template.FromSpec(spec)
	fmt.Println(*data.ImageId, data.InstanceType, *data.KeyName, err)

	_, err = template.FromSpec(template.Raw(&ec2.RunInstancesInput{SubnetId: new("subnet-0123456789abcdef0")}))
	fmt.Println(err)
	// Output:
	// ami-0123456789abcdef0 m7i.large ops <nil>
	// template: launch template data has no SubnetId (give it in an element of NetworkInterfaces)
}

// What a request launches with its template, where each part comes from, and
// what the two make only together.
func ExampleMerge() {
	data := &types.RequestLaunchTemplateData{
		ImageId:      new("ami-0123456789abcdef0"),
		InstanceType: types.InstanceTypeM7iLarge,
		NetworkInterfaces: []types.LaunchTemplateInstanceNetworkInterfaceSpecificationRequest{{
			DeviceIndex: new(int32(0)), Groups: []string{"sg-0123456789abcdef0"},
		}},
	}
	m, err := template.Merge(data, template.Raw(&ec2.RunInstancesInput{
		MinCount: new(int32(1)), MaxCount: new(int32(1)), InstanceType: types.InstanceTypeM7iXlarge,
		SubnetId: new("subnet-0123456789abcdef0"),
	}))
	if err != nil {
		panic(err)
	}
	fmt.Println(m.Input().InstanceType, "from the", m.Origin("InstanceType"))
	fmt.Println(*m.Input().ImageId, "from the", m.Origin("ImageId"))

	rules, err := validate.NewValidator(launch.Rules())
	if err != nil {
		panic(err)
	}
	for _, v := range m.Check(rules).Violations {
		fmt.Println(v.Path, "and", v.With[0], "break", v.Rule)
	}
	// Output:
	// m7i.xlarge from the request
	// ami-0123456789abcdef0 from the template
	// SubnetId and LaunchTemplateData.NetworkInterfaces break top-level-interface-conflict
}

// A version that EC2 moves: the newest.
func ExampleTemplate_Version() {
	var in ec2.RunInstancesInput
	template.ID("lt-0123456789abcdef0").Version("$Latest").Apply(&in)
	fmt.Println(*in.LaunchTemplate.Version)
	// Output: $Latest
}

// The reference in a request that was made elsewhere.
func ExampleTemplate_Apply() {
	in := ec2.RunInstancesInput{MinCount: new(int32(1)), MaxCount: new(int32(1))}
	template.Name("web").Apply(&in)
	fmt.Println(*in.LaunchTemplate.LaunchTemplateName)
	// Output: web
}

// A request of the SDK, where a launch.Spec could stand.
func ExampleRaw() {
	data, err := template.FromSpec(template.Raw(&ec2.RunInstancesInput{KeyName: new("ops")}))
	fmt.Println(*data.KeyName, err)
	// Output: ops <nil>
}

// What a template cannot hold, and where it belongs instead.
func ExampleLostError() {
	_, err := template.FromSpec(template.Raw(&ec2.RunInstancesInput{
		MinCount: new(int32(3)), MaxCount: new(int32(3)), SubnetId: new("subnet-0123456789abcdef0"),
	}))
	if lost, ok := errors.AsType[*template.LostError](err); ok {
		fmt.Println(lost.Members)
		fmt.Println(lost)
	}
	// Output:
	// [MaxCount MinCount SubnetId]
	// template: launch template data has no MaxCount (give it in the call that launches), MinCount (give it in the call that launches), SubnetId (give it in an element of NetworkInterfaces)
}

// What EC2 answered, to be changed and stored as the next version.
func ExampleFromVersion() {
	data := template.FromVersion(&types.ResponseLaunchTemplateData{ImageId: new("ami-0123456789abcdef0"), KeyName: new("ops")})
	data.KeyName = new("team")
	fmt.Println(*data.ImageId, *data.KeyName)
	// Output: ami-0123456789abcdef0 team
}

// A request from a template, judged whole before it is sent.
func ExampleFetch() {
	check := func(ctx context.Context, client *ec2.Client, spec launch.Spec) error {
		data, err := template.Fetch(ctx, client, spec)
		if err != nil {
			return err
		}
		merged, err := template.Merge(data, spec)
		if err != nil {
			return err
		}
		rules, err := validate.NewValidator(launch.Rules())
		if err != nil {
			return err
		}
		return merged.Check(rules).Err()
	}
	fmt.Println(check(context.Background(), nil, launch.Spec{}))
	// Output: template: there is no client
}

// The sides of a launch, each right by itself.
func together() *template.Merged {
	merged, err := template.Merge(
		&types.RequestLaunchTemplateData{
			ImageId: new("ami-0123456789abcdef0"), InstanceType: types.InstanceTypeM7iLarge, UserData: new("aGk="),
			BlockDeviceMappings: []types.LaunchTemplateBlockDeviceMappingRequest{{
				DeviceName: new("/dev/sdf"),
				Ebs:        &types.LaunchTemplateEbsBlockDeviceRequest{VolumeType: "io2", VolumeSize: new(int32(50)), Iops: new(int32(5000))},
			}},
		},
		template.Raw(&ec2.RunInstancesInput{
			MinCount: new(int32(1)), MaxCount: new(int32(1)),
			LaunchTemplate: &types.LaunchTemplateSpecification{LaunchTemplateName: new("web"), Version: new("latest")},
			BlockDeviceMappings: []types.BlockDeviceMapping{{
				DeviceName: new("/dev/sdf"), Ebs: &types.EbsBlockDevice{VolumeType: "gp2"},
			}},
		}),
	)
	if err != nil {
		panic(err)
	}
	return merged
}

// What is wrong however EC2 combines the two is an error, and what is wrong only
// if the template's Iops survive is a warning.
func ExampleMerged_Check() {
	rules, err := validate.NewValidator(launch.Rules())
	if err != nil {
		panic(err)
	}
	for _, v := range together().Check(rules).Violations {
		fmt.Println(v.Severity, v.Rule)
		fmt.Println(" ", v.Path)
		fmt.Println(" ", v.Message)
	}
	// Output:
	// warning volume-iops-unsupported
	//   LaunchTemplateData.BlockDeviceMappings[0].Ebs.Iops
	//   gp2 volumes take no IOPS; drop it, or make VolumeType gp3, io1 or io2 (the request says BlockDeviceMappings[0].Ebs.VolumeType, the launch template LaunchTemplateData.BlockDeviceMappings[0].Ebs.Iops); EC2 may combine the two otherwise: no page settles it
	// error template-version-values
	//   LaunchTemplate.Version
	//   must be a number from 1 up, $Latest or $Default
}

// What EC2 launches. The user data is there in clear.
func ExampleMerged_Input() {
	in := together().Input()
	fmt.Println(*in.ImageId, *in.UserData, in.LaunchTemplate == nil)
	// Output: ami-0123456789abcdef0 aGk= true
}

// Printed, it is JSON in the AWS CLI's shape without the user data.
func ExampleMerged_String() {
	fmt.Println(together())
	// Output: {"MaxCount":1,"MinCount":1,"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"Iops":5000,"VolumeSize":50,"VolumeType":"gp2"}}],"ImageId":"ami-0123456789abcdef0","InstanceType":"m7i.large","UserData":"[redacted 2 bytes]"}
}

// Where each part comes from, by its path on its side.
func ExampleMerged_Origin() {
	merged := together()
	for _, path := range []string{"BlockDeviceMappings[0].Ebs.VolumeType", "BlockDeviceMappings[0].Ebs.Iops", "BlockDeviceMappings[0]", "KeyName"} {
		fmt.Println(path, "from", merged.Origin(path))
	}
	fmt.Println(merged.Origin("ImageId").Template)
	// Output:
	// BlockDeviceMappings[0].Ebs.VolumeType from request
	// BlockDeviceMappings[0].Ebs.Iops from template
	// BlockDeviceMappings[0] from both
	// KeyName from neither
	// ImageId
}

// Whether size and Iops of the template survive, no page tells.
func ExampleMerged_Unsure() {
	fmt.Println(together().Unsure())
	// Output: [BlockDeviceMappings[0]]
}

// A template for fleets is none for RunInstances.
func ExampleMerged_Lost() {
	merged, err := template.Merge(
		&types.RequestLaunchTemplateData{InstanceRequirements: &types.InstanceRequirementsRequest{}},
		template.Raw(&ec2.RunInstancesInput{}),
	)
	fmt.Println(merged.Lost(), err)
	// Output: [InstanceRequirements] <nil>
}

// A version that begins with another.
func ExampleInherit() {
	version := template.Inherit(
		&types.RequestLaunchTemplateData{ImageId: new("ami-0123456789abcdef0"), InstanceType: types.InstanceTypeM7iLarge},
		&types.RequestLaunchTemplateData{InstanceType: types.InstanceTypeM7iXlarge},
	)
	data := version.Data()
	fmt.Println(*data.ImageId, "from the", version.Origin("ImageId"))
	fmt.Println(data.InstanceType, "from the", version.Origin("InstanceType"))
	// Output:
	// ami-0123456789abcdef0 from the template
	// m7i.xlarge from the request
}

// Whether the new structure takes the place of the old one, no page tells.
func ExampleInherited_Unsure() {
	version := template.Inherit(
		&types.RequestLaunchTemplateData{MetadataOptions: &types.LaunchTemplateInstanceMetadataOptionsRequest{HttpTokens: "required"}},
		&types.RequestLaunchTemplateData{MetadataOptions: &types.LaunchTemplateInstanceMetadataOptionsRequest{HttpPutResponseHopLimit: new(int32(1))}},
	)
	fmt.Println(version.Data().MetadataOptions.HttpTokens, version.Unsure())
	// Output: required [MetadataOptions]
}

func ExampleTemplate() {
	fmt.Println(template.Name("web").Version("3"), template.Name("web").Equal(template.ID("lt-0123456789abcdef0")))
	// Output: {"LaunchTemplate":{"LaunchTemplateName":"web","Version":"3"}} false
}
