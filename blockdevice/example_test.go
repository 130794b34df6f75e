package blockdevice_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/blockdevice/rules"
	"github.com/ec2launch/ec2launch/validate"
)

func ExampleGP3() {
	data := blockdevice.GP3(blockdevice.GiB(500)).IOPS(3000).Encrypted(true)
	fast := data.Throughput(1000) // data itself stays as it is

	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, volume := range []blockdevice.Mapping{data, fast} {
		in := &ec2.RunInstancesInput{BlockDeviceMappings: []types.BlockDeviceMapping{volume.Map("/dev/sdf")}}
		fmt.Println(v.Check(in).Err())
	}
	// Output:
	// <nil>
	// invalid launch request: BlockDeviceMappings[0].Ebs.Throughput = 1000: must be at most 750 with 3000 IOPS; lower it, or give Iops of at least 4000 [volume-throughput-ratio; Override gp3-throughput-ratio]
}

func ExampleInherit() {
	root := blockdevice.Inherit().GrowTo(30).KMSKey("alias/root").Map("/dev/xvda")
	fmt.Println(*root.DeviceName, *root.Ebs.VolumeSize, *root.Ebs.Encrypted, *root.Ebs.KmsKeyId)
	// Output: /dev/xvda 30 true alias/root
}
