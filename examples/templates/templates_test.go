// Package templates shows a launch template: made of a builder, checked before
// EC2 stores it, launched from, and asked what a launch would be.
package templates_test

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/template"
)

// web is the base of all web servers, as a builder.
var web = launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).
	RequireIMDSv2().
	Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(50)).Encrypted(true))

// store makes a template of a builder.
func store(ctx context.Context, client *ec2.Client, name string, b launch.Builder) error {
	data, err := b.TemplateData()
	if err != nil {
		return err
	}
	_, err = client.CreateLaunchTemplate(ctx, &ec2.CreateLaunchTemplateInput{
		LaunchTemplateName: &name,
		LaunchTemplateData: data,
	})
	return err
}

// A launch from the template says only what is different.
func Example() {
	srv := launchtest.New()
	defer srv.Close()
	ctx, client := context.Background(), ec2.NewFromConfig(srv.Config(), launch.Guard)
	if err := store(ctx, client, "web", web); err != nil {
		fmt.Println(err)
		return
	}
	spec, err := launch.FromTemplate(template.Name("web").Version("1")).InstanceType(types.InstanceTypeM7iXlarge).Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	result, err := launcher.New(client).Launch(ctx, spec)
	fmt.Println(result.Instances[0].InstanceType, *result.Instances[0].ImageId, err)
	// Output:
	// m7i.xlarge ami-0123456789abcdef0 <nil>
}

// EC2 stores a template that no instance can be launched from. The guard does
// not let it.
func Example_refused() {
	srv := launchtest.New()
	defer srv.Close()
	client := ec2.NewFromConfig(srv.Config(), launch.Guard)
	_, err := client.CreateLaunchTemplate(context.Background(), &ec2.CreateLaunchTemplateInput{
		LaunchTemplateName: new("web"),
		LaunchTemplateData: &types.RequestLaunchTemplateData{
			BlockDeviceMappings: []types.LaunchTemplateBlockDeviceMappingRequest{{
				DeviceName: new("/dev/xvda"),
				Ebs:        &types.LaunchTemplateEbsBlockDeviceRequest{VolumeType: types.VolumeTypeGp3, Iops: new(int32(2000))},
			}},
		},
	})
	fmt.Println(err)
	fmt.Println(len(srv.Requests()), "requests sent")
	// Output:
	// operation error EC2: CreateLaunchTemplate, invalid launch request: LaunchTemplateData.BlockDeviceMappings[0].Ebs.Iops = 2000: gp3 volumes take 3000 to 80000 IOPS (EC2 may store the template all the same, but not launch from it) [volume-iops-range; Override gp3-iops-min]
	// 0 requests sent
}

// What a launch comes to, and where each part of it is from.
func Example_merge() {
	data, err := web.TemplateData()
	if err != nil {
		fmt.Println(err)
		return
	}
	spec, err := launch.FromTemplate(template.Name("web")).InstanceType(types.InstanceTypeM7iXlarge).Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	merged, err := template.Merge(data, spec)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, member := range []string{"ImageId", "InstanceType"} {
		fmt.Println(member, "from the", merged.Origin(member))
	}
	// Output:
	// ImageId from the template
	// InstanceType from the request
}
