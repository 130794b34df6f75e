package blockdevice_test

import (
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
)

// A volume with performance of its own, under a key of one's own, that outlives
// its instance.
func ExampleGP3Volume() {
	data := blockdevice.GP3(blockdevice.GiB(500)).
		IOPS(6000).
		Throughput(500).
		KMSKey("alias/data").
		DeleteOnTermination(false)
	text, err := json.MarshalIndent(launch.Builder{}.Device("/dev/sdf", data), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "BlockDeviceMappings": [
	//     {
	//       "DeviceName": "/dev/sdf",
	//       "Ebs": {
	//         "DeleteOnTermination": false,
	//         "Encrypted": true,
	//         "Iops": 6000,
	//         "KmsKeyId": "alias/data",
	//         "Throughput": 500,
	//         "VolumeSize": 500,
	//         "VolumeType": "gp3"
	//       }
	//     }
	//   ]
	// } <nil>
}

// A scratch volume on the second EBS card of an instance that has two.
func ExampleGP3Volume_EBSCardIndex() {
	scratch := blockdevice.GP3(blockdevice.GiB(1000)).EBSCardIndex(1).DeleteOnTermination(true)
	text, err := json.MarshalIndent(launch.Builder{}.Device("/dev/sdg", scratch), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "BlockDeviceMappings": [
	//     {
	//       "DeviceName": "/dev/sdg",
	//       "Ebs": {
	//         "DeleteOnTermination": true,
	//         "EbsCardIndex": 1,
	//         "VolumeSize": 1000,
	//         "VolumeType": "gp3"
	//       }
	//     }
	//   ]
	// } <nil>
}

// A request that is written by hand takes a volume, too. What is said last of
// its encryption holds.
func ExampleGP3Volume_Map() {
	data := blockdevice.GP3(blockdevice.GiB(100)).Encrypted(true)
	in := &ec2.RunInstancesInput{BlockDeviceMappings: []types.BlockDeviceMapping{
		data.Map("/dev/sdf"),
		data.Encrypted(false).Map("/dev/sdg"),
	}}
	for _, m := range in.BlockDeviceMappings {
		fmt.Println(*m.DeviceName, m.Ebs.VolumeType, *m.Ebs.VolumeSize, "GiB, encrypted:", *m.Ebs.Encrypted)
	}
	// Output:
	// /dev/sdf gp3 100 GiB, encrypted: true
	// /dev/sdg gp3 100 GiB, encrypted: false
}

// RunInstances creates a volume in the zone of its instance. A volume that
// names its zone is refused.
func ExampleGP3Volume_AvailabilityZone() {
	data := blockdevice.GP3(blockdevice.GiB(100))
	_, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).
		Device("/dev/sdf", data.AvailabilityZone("us-east-1a")).
		Device("/dev/sdg", data.AvailabilityZoneID("use1-az1")).
		Build()
	fmt.Println(err)
	// Output:
	// invalid launch request: 2 rules broken
	// 	BlockDeviceMappings[0].Ebs.AvailabilityZone = "us-east-1a": must not be given; choose the zone by the subnet or Placement.AvailabilityZone [volume-zone-unsupported]
	// 	BlockDeviceMappings[1].Ebs.AvailabilityZoneId = "use1-az1": must not be given; choose the zone by the subnet or Placement.AvailabilityZoneId [volume-zone-unsupported]
}

// Each type of volume has its constructor, which asks for what EC2 demands.
func ExampleIO2() {
	text, err := json.MarshalIndent(launch.Builder{}.
		Device("/dev/sdf", blockdevice.IO2(blockdevice.GiB(500), 20_000).KMSKey("alias/database").DeleteOnTermination(false)).
		Device("/dev/sdg", blockdevice.IO1(blockdevice.GiB(100), 5000).Encrypted(true)).
		Device("/dev/sdh", blockdevice.GP2(blockdevice.GiB(334)).Encrypted(false)), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "BlockDeviceMappings": [
	//     {
	//       "DeviceName": "/dev/sdf",
	//       "Ebs": {
	//         "DeleteOnTermination": false,
	//         "Encrypted": true,
	//         "Iops": 20000,
	//         "KmsKeyId": "alias/database",
	//         "VolumeSize": 500,
	//         "VolumeType": "io2"
	//       }
	//     },
	//     {
	//       "DeviceName": "/dev/sdg",
	//       "Ebs": {
	//         "Encrypted": true,
	//         "Iops": 5000,
	//         "VolumeSize": 100,
	//         "VolumeType": "io1"
	//       }
	//     },
	//     {
	//       "DeviceName": "/dev/sdh",
	//       "Ebs": {
	//         "Encrypted": false,
	//         "VolumeSize": 334,
	//         "VolumeType": "gp2"
	//       }
	//     }
	//   ]
	// } <nil>
}

// Hard disks cost less, and read large files fast.
func ExampleST1() {
	b := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).
		Device("/dev/sdf", blockdevice.ST1(blockdevice.GiB(2000)).DeleteOnTermination(true)).
		Device("/dev/sdg", blockdevice.SC1(blockdevice.GiB(124))).
		Device("/dev/sdh", blockdevice.Standard(blockdevice.GiB(1024)))
	_, err := b.Build()
	fmt.Println(err)
	// Output:
	// invalid launch request: BlockDeviceMappings[1].Ebs.VolumeSize = 124: sc1 volumes take 125 to 16384 GiB [volume-size-range; Override hdd-size-min]
}

// Map gives one volume to several devices.
func ExampleVolume_Map() {
	log := blockdevice.IO2(blockdevice.GiB(64), 10_000)
	for _, device := range []string{"/dev/sdf", "/dev/sdg"} {
		m := log.Map(device)
		fmt.Println(*m.DeviceName, m.Ebs.VolumeType, *m.Ebs.Iops)
	}
	// Output:
	// /dev/sdf io2 10000
	// /dev/sdg io2 10000
}

// Two volumes, each on an EBS card of its own. A third card there is not.
func ExampleVolume_EBSCardIndex() {
	log := blockdevice.IO2(blockdevice.GiB(500), 200_000)
	spec, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeR8gb48xlarge).
		Device("/dev/sdf", log.EBSCardIndex(0)).
		Device("/dev/sdg", log.EBSCardIndex(1)).
		Device("/dev/sdh", log.EBSCardIndex(2)).
		Build()
	fmt.Println(err)
	for _, w := range spec.Warnings() {
		fmt.Println(w.Rule, "at", w.Path)
	}
	// Output:
	// <nil>
	// volume-card-unsupported at BlockDeviceMappings[2].Ebs.EbsCardIndex
}

// RunInstances creates a volume in the zone of its instance. A volume that
// names its zone is refused.
func ExampleVolume_AvailabilityZone() {
	log := blockdevice.IO2(blockdevice.GiB(64), 10_000)
	_, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).
		Device("/dev/sdf", log.AvailabilityZone("us-east-1a")).
		Device("/dev/sdg", log.AvailabilityZoneID("use1-az1")).
		Build()
	fmt.Println(err)
	// Output:
	// invalid launch request: 2 rules broken
	// 	BlockDeviceMappings[0].Ebs.AvailabilityZone = "us-east-1a": must not be given; choose the zone by the subnet or Placement.AvailabilityZone [volume-zone-unsupported]
	// 	BlockDeviceMappings[1].Ebs.AvailabilityZoneId = "use1-az1": must not be given; choose the zone by the subnet or Placement.AvailabilityZoneId [volume-zone-unsupported]
}

// What is missing is told without a builder, too. An inherited volume has what
// is left out from the AMI.
func ExampleGP3Volume_Err() {
	fmt.Println(blockdevice.GP3(nil).Err())
	fmt.Println(blockdevice.Inherit().Err())
	// Output:
	// a volume of type gp3 must be given its Content: a size in GiB, or FromSnapshot
	// <nil>
}
