// Package spot shows launches on Spot capacity that fall back to other zones
// and types, in the end to On-Demand capacity, and never launch twice.
package spot_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/network"
)

const (
	subnetA = "subnet-0aaaaaaaaaaaaaaaa"
	subnetB = "subnet-0bbbbbbbbbbbbbbbb"
)

// workers are asked for in subnet A.
var workers = launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeC7iLarge).
	Count(launch.Exactly(4)).
	Network(network.InSubnet(subnetA))

// elsewhere is where else workers may run, the place liked best first.
var elsewhere = launcher.Alternatives(
	launcher.Alternative{Subnet: subnetB},
	launcher.Alternative{Subnet: subnetA, InstanceType: types.InstanceTypeC7aLarge},
	launcher.Alternative{Subnet: subnetB, InstanceType: types.InstanceTypeC7aLarge},
)

// launchWorkers launches on Spot capacity, wherever there is any, and else on
// demand. It pays for that only after a refusal for want of capacity: when the
// outcome is unknown, instances may run already.
func launchWorkers(ctx context.Context, l launcher.Launcher) (*launcher.Result, error) {
	spot, err := workers.Market(market.Spot()).Build()
	if err != nil {
		return nil, err
	}
	result, err := l.Launch(ctx, spot, elsewhere)
	failed, ok := errors.AsType[*launcher.Error](err)
	if !ok || failed.Outcome != launcher.Refused || failed.Answer.Class != answer.Capacity {
		return result, err
	}
	onDemand, err := workers.Build()
	if err != nil {
		return nil, err
	}
	return l.Launch(ctx, onDemand, elsewhere)
}

// show prints where the workers of a result run.
func show(result *launcher.Result, err error) {
	for _, a := range result.Attempts {
		fmt.Println(a.Alternative, a.Outcome)
	}
	for _, i := range result.Instances {
		fmt.Println(*i.InstanceId, i.InstanceType, i.InstanceLifecycle, *i.Placement.AvailabilityZone)
	}
	fmt.Println(err)
}

// Zone a has room for three workers, not for four.
func Example() {
	srv := launchtest.New(launchtest.Subnet(subnetB, "us-east-1b"), launchtest.Capacity("us-east-1a", 3))
	defer srv.Close()
	show(launchWorkers(context.Background(), launcher.New(srv.Client())))
	// Output:
	// refused
	// subnet-0bbbbbbbbbbbbbbbb launched
	// i-00000000000000001 c7i.large spot us-east-1b
	// i-00000000000000002 c7i.large spot us-east-1b
	// i-00000000000000003 c7i.large spot us-east-1b
	// i-00000000000000004 c7i.large spot us-east-1b
	// <nil>
}

// No zone has Spot capacity, for either type.
func Example_onDemand() {
	srv := launchtest.New(launchtest.Subnet(subnetB, "us-east-1b"))
	defer srv.Close()
	full := launchtest.Refuse(500, "InsufficientInstanceCapacity", "There is no Spot capacity available that matches your request.")
	srv.Fail("RunInstances", full, full, full, full)
	show(launchWorkers(context.Background(), launcher.New(srv.Client())))
	// Output:
	// launched
	// i-00000000000000001 c7i.large  us-east-1a
	// i-00000000000000002 c7i.large  us-east-1a
	// i-00000000000000003 c7i.large  us-east-1a
	// i-00000000000000004 c7i.large  us-east-1a
	// <nil>
}

// Each answer is lost, to the SDK's own retries as well, and the caller may not
// look for instances. The launch is not tried elsewhere, since it may have
// succeeded; here it has.
func Example_lostAnswers() {
	srv := launchtest.New()
	defer srv.Close()
	lost := launchtest.ExecuteThen(launchtest.Disconnect())
	srv.Fail("RunInstances", lost, lost, lost)
	srv.Fail("DescribeInstances",
		launchtest.Refuse(403, "UnauthorizedOperation", "You are not authorized to perform this operation."))

	_, err := launchWorkers(context.Background(), launcher.New(srv.Client()))
	failed, _ := errors.AsType[*launcher.Error](err)
	fmt.Println("outcome:", failed.Outcome)
	fmt.Println("alive:", srv.Alive())
	// Output:
	// outcome: unknown
	// alive: 4
}
