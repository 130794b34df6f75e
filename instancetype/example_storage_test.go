package instancetype_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// What an instance can have of its volumes: all the time, and for half an hour
// a day at most.
func ExampleInfo_EBSBaselineIOPS() {
	info, _ := instancetype.Lookup(types.InstanceTypeM5Large)
	fmt.Println(info.EBSBaselineIOPS())
	fmt.Println(info.EBSBaselineMbps())
	fmt.Println(info.EBSBaselineThroughput()) // MB/s
	fmt.Println(info.EBSMaxIOPS())
	fmt.Println(info.EBSMaxMbps())
	fmt.Println(info.EBSMaxThroughput())
	// Output:
	// 3600 true
	// 650 true
	// 81.25 true
	// 18750 true
	// 4750 true
	// 593.75 true
}

// How many volumes an instance takes, and how. Where the limit is shared,
// network interfaces count against it too.
func ExampleInfo_MaxEBSVolumes() {
	info, _ := instancetype.Lookup(types.InstanceTypeM5Large)
	volumes, _ := info.MaxEBSVolumes()
	fmt.Println(volumes, info.AttachmentLimitKind())
	fmt.Println("EBS-optimized:", info.EBSOptimized(), "encrypted:", info.EBSEncryption(), "NVMe:", info.NVMe())

	info, _ = instancetype.Lookup(types.InstanceTypeR8gb48xlarge)
	fmt.Println(info.EBSCards())
	// Output:
	// 27 shared
	// EBS-optimized: default encrypted: yes NVMe: required
	// 2 true
}

// The disks of the host, which are lost when the instance stops.
func ExampleInfo_Disks() {
	info, _ := instancetype.Lookup(types.InstanceTypeM5dXlarge)
	if info.InstanceStore() == instancetype.Yes {
		for _, disk := range info.Disks() {
			fmt.Println(disk.Count, disk.SizeGB, disk.Type)
		}
	}
	fmt.Println(info.InstanceStoreGB())
	fmt.Println("NVMe:", info.InstanceStoreNVMe(), "encrypted:", info.InstanceStoreEncryption())
	// Output:
	// 1 150 ssd
	// 150 true
	// NVMe: required encrypted: required
}
