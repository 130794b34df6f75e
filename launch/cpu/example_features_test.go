package cpu_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/cpu"
)

// Memory that is encrypted for the instance alone.
func ExampleOptions_AMDSEVSNP() {
	confidential := cpu.Options{}.AMDSEVSNP(true)
	for _, t := range []types.InstanceType{types.InstanceTypeM6aLarge, types.InstanceTypeM7iLarge} {
		spec, err := launch.FromImage("ami-0123456789abcdef0", t).CPU(confidential).Build()
		fmt.Println(t, err)
		for _, w := range spec.Warnings() {
			fmt.Println(w.Rule, "at", w.Path)
		}
	}
	// Output:
	// m6a.large <nil>
	// m7i.large <nil>
	// cpu-amd-sev-snp-unsupported at CpuOptions.AmdSevSnp
}

// A host for virtual machines of one's own.
func ExampleOptions_NestedVirtualization() {
	fmt.Println(launch.Builder{}.CPU(cpu.Options{}.NestedVirtualization(true)))
	// Output:
	// {"CpuOptions":{"NestedVirtualization":"enabled"}}
}
