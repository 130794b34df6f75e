package launchtest_test

import (
	"context"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	ec2launch "github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// A launcher that keeps to EC2's request limits waits for minutes, and its test
// for none.
func ExampleSkippingClock() {
	clock := new(launchtest.SkippingClock)
	srv := launchtest.New(launchtest.Throttle(), launchtest.Clock(clock.Now))
	defer srv.Close()
	spec, err := ec2launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).Count(ec2launch.Exactly(1200)).Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	l := launcher.New(srv.Client(), launcher.WithClock(clock))
	result, err := l.Launch(context.Background(), spec, launcher.Split())
	fmt.Println(len(result.IDs()), "instances:", err)
	// Output: 1200 instances: <nil>
}

// An hour has passed, and nobody has waited.
func ExampleSkippingClock_Sleep() {
	clock := new(launchtest.SkippingClock)
	begun := clock.Now()
	err := clock.Sleep(context.Background(), time.Hour)
	fmt.Println(clock.Now().Sub(begun) >= time.Hour, err)
	// Output: true <nil>
}
