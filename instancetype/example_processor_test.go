package instancetype_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// The cores and threads that CpuOptions may ask for. What is a number comes
// with whether it is known.
func ExampleInfo_Cores() {
	info, _ := instancetype.Lookup(types.InstanceTypeC54xlarge)
	fmt.Println(info.DefaultCores())
	fmt.Println(info.DefaultThreadsPerCore())
	fmt.Println("cores:", info.Cores(), "threads:", info.Threads())
	fmt.Println("all listed:", info.CPUOptionsListed())
	fmt.Println(info.ValidCores(4), info.ValidCores(5), info.ValidThreadsPerCore(1))
	// Output:
	// 8 true
	// 2 true
	// cores: [2 4 6 8] threads: [1 2]
	// all listed: yes
	// yes no yes
}

// The processor and what it can do for the safety of memory.
func ExampleInfo_Manufacturer() {
	info, _ := instancetype.Lookup(types.InstanceTypeM6aLarge)
	fmt.Println(info.Manufacturer(), info.Architectures())
	fmt.Println(info.ClockGHz())
	fmt.Println("AMD SEV-SNP:", info.AMDSEVSNP(), "nested virtualization:", info.NestedVirtualization())
	// Output:
	// AMD [x86_64]
	// 3.6 true
	// AMD SEV-SNP: yes nested virtualization: no
}

// GPUs and other accelerators, and the memory of all of them.
func ExampleInfo_GPUs() {
	info, _ := instancetype.Lookup(types.InstanceTypeG4dn12xlarge)
	for _, gpu := range info.GPUs() {
		fmt.Println(gpu.Count, gpu.Manufacturer, gpu.Name, gpu.MemoryMiB, "MiB each")
	}
	fmt.Println(info.GPUMemoryMiB())
	// Output:
	// 4 NVIDIA T4 16384 MiB each
	// 65536 true
}

// Types with accelerators for learning, by their number.
func ExampleHasAccelerators() {
	found, err := instancetype.Select(instancetype.Embedded(),
		instancetype.HasAccelerators(instancetype.Neuron, 12),
		instancetype.Named("inf2.*"),
	)
	for _, info := range found {
		fmt.Println(info.Type(), info.Accelerators()[0].Name)
	}
	fmt.Println(err)
	// Output:
	// inf2.48xlarge Inferentia2
	// <nil>
}
