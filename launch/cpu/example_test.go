package cpu_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/cpu"
)

// Half the cores of an m5.2xlarge, without multithreading.
func ExampleCores() {
	var in ec2.RunInstancesInput
	cpu.Cores(2, 1).Apply(&in)
	fmt.Println(*in.CpuOptions.CoreCount, *in.CpuOptions.ThreadsPerCore)
	// Output: 2 1
}

// Options print as JSON and compare.
func ExampleOptions() {
	options := cpu.Options{}.AMDSEVSNP(true).NestedVirtualization(false)
	fmt.Println(options, options.Equal(cpu.Options{}))
	// Output: {"CpuOptions":{"AmdSevSnp":"enabled","NestedVirtualization":"disabled"}} false
}
