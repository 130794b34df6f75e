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

// A volume prints as JSON and compares, also within what go-cmp compares.
func ExampleVolume() {
	volume := blockdevice.IO2(blockdevice.FromSnapshot("snap-0123456789abcdef0"), 4000).Encrypted(true).DeleteOnTermination(false)
	fmt.Println(volume)
	fmt.Println(volume.Equal(volume.Encrypted(false)))
	// Output:
	// {"Ebs":{"DeleteOnTermination":false,"Encrypted":true,"Iops":4000,"SnapshotId":"snap-0123456789abcdef0","VolumeType":"io2"}}
	// false
}

// A builder reports what is wrong with an argument, and so can a program that
// has no builder.
func ExampleVolume_Err() {
	fmt.Println(blockdevice.GP2(nil).Err())
	fmt.Println(blockdevice.GP3(nil).IOPS(4000).Err())
	fmt.Println(blockdevice.Inherit().GrowTo(20).Err())
	fmt.Println(blockdevice.Volume{}.Err())
	// Output:
	// a volume of type gp2 must be given its Content: a size in GiB, or FromSnapshot
	// a volume of type gp3 must be given its Content: a size in GiB, or FromSnapshot
	// <nil>
	// the zero Volume must not be given: begin with GP2, IO1, IO2, ST1, SC1 or Standard
}
