package launchtest_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	ec2launch "github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/policy"
	"github.com/ec2launch/ec2launch/validate"
)

// A server for one test, which closes it.
func ExampleStart() {
	t := new(testing.T) // that of the test
	client := launchtest.Start(t).Client()
	launched, err := launchWorkers(context.Background(), client, "blue", 1)
	fmt.Println(len(launched), err)
	// Output: 1 <nil>
}

func ExampleValid() {
	t := new(testing.T) // that of the test
	web := ec2launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge)
	spec := launchtest.Valid(t, web)
	fmt.Println(spec.Input().InstanceType, t.Failed())
	// Output: m7i.large false
}

func ExampleViolates() {
	t := new(testing.T) // that of the test
	web := ec2launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge)
	slow := web.Device("/dev/sdf", blockdevice.GP3(blockdevice.GiB(8)).IOPS(100))
	launchtest.Violates(t, slow, "volume-iops-range", "BlockDeviceMappings[0].Ebs.Iops")
	fmt.Println(t.Failed())
	// Output: false
}

func ExampleGolden() {
	t := new(testing.T) // that of the test
	web := ec2launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge)
	launchtest.Golden(t, "testdata/web.golden.json", launchtest.Valid(t, web))
	fmt.Println(t.Failed())
	// Output: false
}

func ExampleDiff() {
	want := &ec2.RunInstancesInput{ImageId: new("ami-0abcdef1234567890")}
	got := &ec2.RunInstancesInput{ImageId: new("ami-0abcdef1234567890")}
	fmt.Printf("%q", launchtest.Diff(want, got))
	// Output: ""
}

// The rules of a house are tested beside the library's, by a validator that has
// both.
func ExampleWith() {
	t := new(testing.T) // that of the test
	rules, err := policy.Policy{MaxCount: 5}.Rules()
	if err != nil {
		fmt.Println(err)
		return
	}
	v, err := validate.NewValidator(ec2launch.Rules(), validate.Also(rules...))
	if err != nil {
		fmt.Println(err)
		return
	}
	web := ec2launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge)
	launchtest.Valid(t, launchtest.With(v, web.Count(ec2launch.Exactly(5))))
	launchtest.Violates(t, launchtest.With(v, web.Count(ec2launch.Exactly(6))), "policy-count-limit", "MaxCount")
	fmt.Println(t.Failed())
	// Output: false
}
