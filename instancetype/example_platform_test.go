package instancetype_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// What kind of machine a type is.
func ExampleInfo_Hypervisor() {
	for _, t := range []types.InstanceType{types.InstanceTypeM5Large, types.InstanceTypeM5Metal, types.InstanceTypeM4Large} {
		info, _ := instancetype.Lookup(t)
		fmt.Printf("%s: %q, Nitro: %s, bare metal: %s\n", t, info.Hypervisor(), info.Nitro(), info.BareMetal())
	}
	// Output:
	// m5.large: "nitro", Nitro: yes, bare metal: no
	// m5.metal: "none", Nitro: yes, bare metal: yes
	// m4.large: "xen", Nitro: no, bare metal: no
}

// What an image must be to boot on a type.
func ExampleInfo_BootModes() {
	info, _ := instancetype.Lookup(types.InstanceTypeM5Large)
	fmt.Println(info.BootModes(), info.RootDevices(), info.Virtualizations())
	fmt.Println("UEFI:", info.BootMode(types.BootModeTypeUefi))
	fmt.Println("instance store:", info.RootDevice(types.RootDeviceTypeInstanceStore))
	fmt.Println("paravirtual:", info.Virtualization(types.VirtualizationTypeParavirtual))
	fmt.Println("NitroTPM:", info.NitroTPM())
	// Output:
	// [legacy-bios uefi] [ebs] [hvm]
	// UEFI: yes
	// instance store: no
	// paravirtual: no
	// NitroTPM: yes
}

// How a type can be bought, and where it can be placed.
func ExampleInfo_UsageClasses() {
	info, _ := instancetype.Lookup(types.InstanceTypeM5Large)
	fmt.Println(info.UsageClasses(), info.PlacementStrategies())
	fmt.Println("Spot:", info.UsageClass(types.UsageClassTypeSpot))
	fmt.Println("cluster group:", info.PlacementStrategy(types.PlacementGroupStrategyCluster))
	fmt.Println("Dedicated Hosts:", info.DedicatedHosts())
	// Output:
	// [on-demand spot] [cluster partition spread]
	// Spot: yes
	// cluster group: yes
	// Dedicated Hosts: yes
}

// What a type is for, and what becomes of it when hardware fails.
func ExampleInfo_Burstable() {
	info, _ := instancetype.Lookup(types.InstanceTypeT3Micro)
	fmt.Println("burstable:", info.Burstable(), "free tier:", info.FreeTier(), "current:", info.CurrentGeneration())
	fmt.Println("recovers:", info.AutoRecovery(), "moves at a reboot:", info.RebootMigration(), "PHC:", info.PHC())
	// Output:
	// burstable: yes free tier: yes current: yes
	// recovers: yes moves at a reboot: yes PHC: no
}
