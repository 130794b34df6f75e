package launchtest_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"

	ec2launch "github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

// launchWorkers stands for the code under test: it launches a group of workers.
func launchWorkers(ctx context.Context, client *ec2.Client, group string, n int32) ([]types.Instance, error) {
	out, err := client.RunInstances(ctx, &ec2.RunInstancesInput{
		ImageId:      new("ami-0abcdef1234567890"),
		InstanceType: types.InstanceTypeM7iLarge,
		MinCount:     new(n),
		MaxCount:     new(n),
		SubnetId:     new("subnet-0123456789abcdef0"),
		ClientToken:  new("workers-" + group),
	})
	if err != nil {
		return nil, err
	}
	return out.Instances, nil
}

// A launch whose answer is lost is sent again by the SDK. The client token keeps it from launching twice.
func Example() {
	srv := launchtest.New() // in a test: launchtest.Start(t)
	defer srv.Close()
	srv.Fail("RunInstances", launchtest.ExecuteThen(launchtest.Disconnect()))

	instances, err := launchWorkers(context.Background(), srv.Client(), "blue", 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, i := range instances {
		fmt.Println(*i.InstanceId, *i.PrivateIpAddress, i.State.Name)
	}
	for _, r := range srv.Requests() {
		fmt.Println(r.Action, r.ClientToken)
	}
	fmt.Println("alive:", srv.Alive())
	// Output:
	// i-00000000000000001 10.6.0.4 pending
	// i-00000000000000002 10.6.0.5 pending
	// RunInstances workers-blue
	// RunInstances workers-blue
	// alive: 2
}

// Faults come one for each request, in their order; then the server answers as
// asked again.
func ExampleServer_Fail() {
	srv := launchtest.New()
	defer srv.Close()
	srv.Fail("RunInstances",
		launchtest.Pass(),
		launchtest.Refuse(400, "VcpuLimitExceeded", "You have requested more vCPU capacity than your current limit."))

	for _, group := range []string{"blue", "green", "green"} {
		_, err := launchWorkers(context.Background(), srv.Client(), group, 2)
		api, refused := errors.AsType[smithy.APIError](err)
		if refused {
			fmt.Println(group, api.ErrorCode())
			continue
		}
		fmt.Println(group, srv.Alive(), "alive")
	}
	// Output:
	// blue 2 alive
	// green VcpuLimitExceeded
	// green 4 alive
}

// A zone has room for three instances. EC2 launches what fits between MinCount
// and MaxCount, and refuses what does not.
func ExampleCapacity() {
	srv := launchtest.New(launchtest.Capacity("us-east-1a", 3))
	defer srv.Close()
	for _, counts := range [][2]int32{{1, 2}, {2, 5}, {1, 5}, {1, 1}} {
		out, err := srv.Client().RunInstances(context.Background(), &ec2.RunInstancesInput{
			ImageId:   new("ami-0abcdef1234567890"),
			MinCount:  new(counts[0]),
			MaxCount:  new(counts[1]),
			Placement: &types.Placement{AvailabilityZone: new("us-east-1a")},
		})
		api, refused := errors.AsType[smithy.APIError](err)
		if refused {
			fmt.Println(counts, api.ErrorCode())
			continue
		}
		fmt.Println(counts, len(out.Instances), "launched")
	}
	// Output:
	// [1 2] 2 launched
	// [2 5] InsufficientInstanceCapacity
	// [1 5] 1 launched
	// [1 1] InsufficientInstanceCapacity
}

// The same code in a unit test: Start closes the server when the test ends, and Diff compares what was sent with what
// was meant.
func TestLaunchWorkers(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 3))

	if _, err := launchWorkers(t.Context(), srv.Client(), "blue", 3); err != nil {
		t.Fatal(err)
	}
	want := &ec2.RunInstancesInput{
		ImageId:      new("ami-0abcdef1234567890"),
		InstanceType: types.InstanceTypeM7iLarge,
		MinCount:     new(int32(3)),
		MaxCount:     new(int32(3)),
		SubnetId:     new("subnet-0123456789abcdef0"),
		ClientToken:  new("workers-blue"),
	}
	if diff := launchtest.Diff(want, srv.Requests()[0].Input()); diff != "" {
		t.Errorf("sent (-want +got):\n%s", diff)
	}

	if _, err := launchWorkers(t.Context(), srv.Client(), "green", 1); err == nil {
		t.Error("a fourth worker was launched into a zone for three")
	}
}

// An account with one image and nothing else, in which what does not exist is
// refused with EC2's codes.
func ExampleStrict() {
	srv := launchtest.New(
		launchtest.Strict(),
		launchtest.Has(types.Image{ImageId: new("ami-0abcdef1234567890"), Architecture: types.ArchitectureValuesX8664}),
	)
	defer srv.Close()
	_, err := launchWorkers(context.Background(), srv.Client(), "blue", 1)
	fmt.Println(code(err))
	// Output: InvalidSubnetID.NotFound
}

// Offline answers a client without a port.
func ExampleServer_Offline() {
	srv := launchtest.New(launchtest.Capacity("us-east-1a", 1))
	defer srv.Close()
	client := ec2.New(ec2.Options{}, srv.Offline)
	_, err := launchWorkers(context.Background(), client, "blue", 2)
	fmt.Println(code(err))
	// Output: InsufficientInstanceCapacity
}

// A Fake stands in for code that asks for no more than RunInstances.
func ExampleFake() {
	start := func(api interface {
		RunInstances(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error)
	}) error {
		_, err := api.RunInstances(context.Background(), &ec2.RunInstancesInput{
			ImageId: new("ami-0abcdef1234567890"), MinCount: new(int32(1)), MaxCount: new(int32(1)),
		})
		return err
	}
	fake := launchtest.NewFake()
	fmt.Println(start(fake), fake.Alive(), *fake.LastRequest("RunInstances").Input().ImageId)
	// Output: <nil> 1 ami-0abcdef1234567890
}

// Code that takes a function can be given the method.
func ExampleFake_RunInstances() {
	fake := launchtest.NewFake(launchtest.Capacity("us-east-1a", 0))
	_, err := fake.RunInstances(context.Background(), &ec2.RunInstancesInput{
		ImageId: new("ami-0abcdef1234567890"), MinCount: new(int32(1)), MaxCount: new(int32(1)),
	})
	fmt.Println(code(err))
	// Output: InsufficientInstanceCapacity
}

// Handle answers an action that the server does not serve.
func ExampleServer_Handle() {
	srv := launchtest.New()
	defer srv.Close()
	srv.Handle("DescribeAddresses", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<DescribeAddressesResponse><addressesSet><item><publicIp>198.18.0.1</publicIp></item></addressesSet></DescribeAddressesResponse>`)
	}))
	out, err := srv.Client().DescribeAddresses(context.Background(), &ec2.DescribeAddressesInput{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.Addresses[0].PublicIp)
	// Output: 198.18.0.1
}

// Judge makes the server refuse what the rules refuse, for clients in any
// language.
func ExampleJudge() {
	v, err := validate.NewValidator(ec2launch.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	srv := launchtest.New(launchtest.Judge(v))
	defer srv.Close()
	_, err = srv.Client().RunInstances(context.Background(), &ec2.RunInstancesInput{
		ImageId: new("ami-0abcdef1234567890"), InstanceType: types.InstanceTypeM7iLarge, MinCount: new(int32(1)), MaxCount: new(int32(1)),
		BlockDeviceMappings: []types.BlockDeviceMapping{{DeviceName: new("/dev/sdf"), Ebs: &types.EbsBlockDevice{
			VolumeType: types.VolumeTypeGp3, VolumeSize: new(int32(8)), Iops: new(int32(100)),
		}}},
	})
	fmt.Println(code(err))
	// Output: InvalidParameterValue
}
