package blockdevice_test

import (
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
)

// The root volume of the AMI, larger, faster and encrypted; its snapshot, and
// what else is not said, comes from the AMI.
func ExampleInherited() {
	root := blockdevice.Inherit().
		GrowTo(100).
		VolumeType(types.VolumeTypeGp3).
		IOPS(4000).
		Throughput(250).
		InitializationRate(200).
		Encrypted(true).
		DeleteOnTermination(false)
	text, err := json.MarshalIndent(launch.Builder{}.Device("/dev/xvda", root), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "BlockDeviceMappings": [
	//     {
	//       "DeviceName": "/dev/xvda",
	//       "Ebs": {
	//         "DeleteOnTermination": false,
	//         "Encrypted": true,
	//         "Iops": 4000,
	//         "Throughput": 250,
	//         "VolumeInitializationRate": 200,
	//         "VolumeSize": 100,
	//         "VolumeType": "gp3"
	//       }
	//     }
	//   ]
	// } <nil>
}

// A data volume of the AMI, as it is but for its card and its end.
func ExampleInherited_EBSCardIndex() {
	data := blockdevice.Inherit().EBSCardIndex(1).DeleteOnTermination(true).Encrypted(false)
	text, err := json.MarshalIndent(launch.Builder{}.Device("/dev/sdf", data), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "BlockDeviceMappings": [
	//     {
	//       "DeviceName": "/dev/sdf",
	//       "Ebs": {
	//         "DeleteOnTermination": true,
	//         "EbsCardIndex": 1,
	//         "Encrypted": false
	//       }
	//     }
	//   ]
	// } <nil>
}

// The instance store volume of an m3.large.
func ExampleEphemeral() {
	fmt.Println(launch.Builder{}.Device("/dev/sdb", blockdevice.Ephemeral(0)))
	// Output:
	// {"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"}]}
}

// The AMI maps a second volume, which the launch leaves out.
func ExampleNoDevice() {
	fmt.Println(launch.Builder{}.Device("/dev/sdb", blockdevice.NoDevice()))
	// Output:
	// {"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","NoDevice":""}]}
}
