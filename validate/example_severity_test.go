package validate_test

import (
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// Err is what EC2 would refuse, and Warnings what it takes, although few mean
// it.
func ExampleReport_Warnings() {
	in := request()
	in.InstanceType = "m5.lagre"
	report := launch.Check(in)
	for _, v := range report.Warnings() {
		fmt.Println(v.Severity, v.Rule)
	}
	if refusal, ok := errors.AsType[*validate.Error](report.Err()); ok {
		for _, v := range refusal.Violations {
			fmt.Println(v.Severity, v.Rule)
		}
	}
	// Output:
	// warning instance-type-unknown
	// error volume-iops-range
}

// A violation is an error of the SDK's kind, with EC2's own code: code that
// handles EC2's refusals handles it, too.
func ExampleViolation_ErrorFault() {
	for _, v := range launch.Check(request()).Violations {
		fmt.Println(v.ErrorCode(), v.ErrorFault())
		fmt.Println(v.ErrorMessage())
	}
	// Output:
	// InvalidParameterValue client
	// BlockDeviceMappings[0].Ebs.Iops = 1000000: gp3 volumes take 3000 to 80000 IOPS
}

// A code may be documented, observed, or only inferred from others.
func ExampleBasis() {
	for _, v := range launch.Check(request()).Violations {
		fmt.Println(v.Code, "is", v.Basis)
	}
	// Output:
	// InvalidParameterValue is inferred
}

// Advice is reported only when it is asked for.
func ExampleAdvise() {
	v, err := validate.NewValidator(launch.Rules(), validate.Advise())
	if err != nil {
		fmt.Println(err)
		return
	}
	in := request()
	in.BlockDeviceMappings, in.MetadataOptions = nil, nil
	for _, found := range v.Check(in).Violations {
		fmt.Println(found.Severity, found.Rule)
	}
	// Output:
	// advice instance-type-generation-advice
	// advice key-name-advice
	// advice metadata-tokens-advice
	// advice security-group-default-advice
}

// What the library recorded of a type may have changed since, and only warns.
// A strict validator refuses all the same.
func ExampleStrict() {
	in := request()
	in.BlockDeviceMappings = nil
	in.CpuOptions = &types.CpuOptionsRequest{AmdSevSnp: types.AmdSevSnpSpecificationEnabled}
	for _, opts := range [][]validate.Option{nil, {validate.Strict()}} {
		v, err := validate.NewValidator(launch.Rules(), opts...)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, found := range v.Check(in).Violations {
			fmt.Println(found.Severity, found.Rule)
		}
	}
	// Output:
	// warning cpu-amd-sev-snp-unsupported
	// error cpu-amd-sev-snp-unsupported
}
