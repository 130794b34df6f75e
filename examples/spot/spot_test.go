// Package spot shows launches on Spot capacity that fall back to other zones,
// and in the end to On-Demand capacity, without ever launching twice.
package spot_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/network"
)

const (
	subnetA = "subnet-0aaaaaaaaaaaaaaaa"
	subnetB = "subnet-0bbbbbbbbbbbbbbbb"
)

// workers are three requests forked from one base, the one liked best first.
func workers() []launch.Builder {
	base := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeC7iLarge).Count(launch.Exactly(4))
	a, b := base.Network(network.InSubnet(subnetA)), base.Network(network.InSubnet(subnetB))
	return []launch.Builder{a.Market(market.Spot()), b.Market(market.Spot()), a}
}

// launchFirst launches the first request that EC2 has capacity for. It goes on
// to the next only after a refusal: when the outcome is unknown, instances may
// run already.
func launchFirst(ctx context.Context, l launcher.Launcher, requests []launch.Builder) (*launcher.Result, error) {
	var refusals []error
	for _, request := range requests {
		spec, err := request.Build()
		if err != nil {
			return nil, err
		}
		result, err := l.Launch(ctx, spec)
		if failed, ok := errors.AsType[*launcher.Error](err); !ok || failed.Outcome != launcher.Refused {
			return result, err
		}
		refusals = append(refusals, err)
	}
	return nil, errors.Join(refusals...)
}

// Zone a has room for three workers, not for four.
func Example() {
	srv := launchtest.New(launchtest.Subnet(subnetB, "us-east-1b"), launchtest.Capacity("us-east-1a", 3))
	defer srv.Close()

	result, err := launchFirst(context.Background(), launcher.New(srv.Client()), workers())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, i := range result.Instances {
		fmt.Println(*i.InstanceId, i.InstanceLifecycle, *i.Placement.AvailabilityZone)
	}
	// Output:
	// i-00000000000000001 spot us-east-1b
	// i-00000000000000002 spot us-east-1b
	// i-00000000000000003 spot us-east-1b
	// i-00000000000000004 spot us-east-1b
}

// Each answer is lost, to the SDK's own retries as well, and the caller may not
// look for instances. The launch is not tried elsewhere, since it may have
// succeeded; here it has.
func Example_lostAnswers() {
	srv := launchtest.New()
	defer srv.Close()
	lost := launchtest.ExecuteThen(launchtest.Disconnect())
	srv.Fail("RunInstances", lost, lost, lost)
	srv.Fail("DescribeInstances", launchtest.Refuse(403, "UnauthorizedOperation", "You are not authorized to perform this operation."))

	_, err := launchFirst(context.Background(), launcher.New(srv.Client()), workers())
	failed, _ := errors.AsType[*launcher.Error](err)
	fmt.Println("outcome:", failed.Outcome)
	fmt.Println("alive:", srv.Alive())
	// Output:
	// outcome: unknown
	// alive: 4
}
