package blockdevice_test

import (
	"encoding/json"
	"fmt"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
)

// A volume that is restored from a snapshot, larger than that, and loaded from
// it at a steady rate rather than block by block as they are read.
func ExampleFromSnapshot() {
	backup := blockdevice.FromSnapshot("snap-0123456789abcdef0").GrowTo(200).InitializationRate(300)
	text, err := json.MarshalIndent(launch.Builder{}.Device("/dev/sdf", blockdevice.GP3(backup)), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "BlockDeviceMappings": [
	//     {
	//       "DeviceName": "/dev/sdf",
	//       "Ebs": {
	//         "SnapshotId": "snap-0123456789abcdef0",
	//         "VolumeInitializationRate": 300,
	//         "VolumeSize": 200,
	//         "VolumeType": "gp3"
	//       }
	//     }
	//   ]
	// } <nil>
}

// A snapshot that an Outpost stores.
func ExampleSnapshot_OutpostARN() {
	local := blockdevice.FromSnapshot("snap-0123456789abcdef0").
		OutpostARN("arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0")
	fmt.Println(*blockdevice.GP2(local).Map("/dev/sdf").Ebs.OutpostArn)
	// Output:
	// arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0
}
