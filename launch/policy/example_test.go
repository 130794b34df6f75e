package policy_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/policy"
	"github.com/ec2launch/ec2launch/validate"
)

func ExamplePolicy() {
	house := policy.Policy{
		RequireIMDSv2: true,
		InstanceTypes: []string{"m7i.*", "t3.micro"},
		Tags:          []policy.Tag{{Key: "owner", Pattern: `.+@example\.com`}},
		MaxVCPUs:      64,
	}
	rules, err := house.Rules()
	if err != nil {
		fmt.Println(err)
		return
	}
	v, err := validate.NewValidator(launch.Rules(), validate.Also(rules...))
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7i8xlarge).Count(launch.Exactly(3)).BuildWith(v)
	fmt.Println(err)
	// Output:
	// invalid launch request: 3 rules broken
	// 	InstanceType = "m7i.8xlarge": must not come to more than 64 vCPUs, and has 32 for each of 3 instances [policy-vcpu-limit; Facts]
	// 	MetadataOptions.HttpTokens: must require IMDSv2: set HttpTokens to required, or HttpEndpoint to disabled [policy-imdsv2-required]
	// 	TagSpecifications: must tag the instance with "owner" (a value that matches `.+@example\.com`) [policy-tag-required]
}

func ExampleLoad() {
	house, err := policy.Load(strings.NewReader(`{
		"requireIMDSv2": true,
		"encryptVolumes": true,
		"maxVolumeGiB": 500
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	rules, err := house.Rules()
	fmt.Println(len(rules), err)
	// Output: 3 <nil>
}

// The error names all that is wrong in a document, with its places.
func ExampleError() {
	_, err := policy.Load(strings.NewReader(`{
  "requireIMDSV2": true,
  "maxCount": 0
}`))
	fmt.Println(err)
	if wrong, ok := errors.AsType[*policy.Error](err); ok {
		fmt.Println(wrong.Faults[1].Path, "stands in line", wrong.Faults[1].Line)
	}
	// Output:
	// policy: 2 faults
	// 	line 2, column 3: requireIMDSV2: unknown field; did you mean "requireIMDSv2"?
	// 	line 3, column 15: maxCount: must be at least 1; to set no maximum, leave it out
	// maxCount stands in line 3
}

func ExampleFault() {
	_, err := policy.Policy{MaxCount: -1}.Rules()
	if wrong, ok := errors.AsType[*policy.Error](err); ok {
		fmt.Println(wrong.Faults[0])
	}
	// Output: maxCount: must be at least 1; to set no maximum, leave it out
}

func ExampleTag() {
	house := policy.Policy{Tags: []policy.Tag{
		{Key: "owner", Pattern: `.+@example\.com`},
		{Resource: types.ResourceTypeVolume, Key: "cost-centre"},
	}}
	rules, err := house.Rules()
	if err != nil {
		fmt.Println(err)
		return
	}
	v, err := validate.NewValidator(launch.Rules(), validate.Also(rules...))
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).BuildWith(v)
	fmt.Println(err)
	// Output: invalid launch request: TagSpecifications: must tag the instance with "owner" (a value that matches `.+@example\.com`), the volume with "cost-centre" [policy-tag-required]
}
