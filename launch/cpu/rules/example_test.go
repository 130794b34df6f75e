package rules_test

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/cpu/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on the processor alone.
func ExampleRules() {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Check(&ec2.RunInstancesInput{
		InstanceType: types.InstanceTypeC6i2xlarge,
		CpuOptions:   &types.CpuOptionsRequest{CoreCount: new(int32(4))},
	}))
	// Output:
	// CpuOptions.ThreadsPerCore: must be given with CoreCount; the default of c6i.2xlarge is 2 [cpu-cores-required]
}

// What only the Dedicated Host can tell.
func ExampleAccountRules() {
	for _, r := range rules.AccountRules() {
		if slices.Contains(r.Asks, validate.Asked(validate.Host)) {
			fmt.Println(r.ID)
		}
	}
	// Output:
	// cpu-amd-sev-snp-host-unsupported
}
