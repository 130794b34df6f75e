package launcher_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// A plan says what will be sent, before anything is.
func ExamplePlan() {
	spec := workers(launch.Exactly(250))
	plan, err := launcher.Launcher{}.Plan(spec, "crawl-2026-11-21", launcher.Split(), launcher.RollBack(),
		launcher.Alternatives(launcher.Alternative{Subnet: subnetB}))
	fmt.Println(plan.LaunchID(), plan.Min(), plan.Max(), len(plan.Batches()), err)
	fmt.Println(plan.Alternatives(), plan.RollsBack(), plan.Warnings())
	fmt.Println(plan.Fingerprint() == spec.Fingerprint())
	// Output:
	// crawl-2026-11-21 250 250 3 <nil>
	// [subnet-0bbbbbbbbbbbbbbbb] true []
	// true
}

// An engine that stores the plan itself marks a batch before it is sent, so
// that whoever resumes knows that EC2 may have launched it.
func ExamplePlan_MarkSent() {
	plan, err := launcher.Launcher{}.Plan(workers(launch.Exactly(2)), "crawl-2026-11-21")
	if err != nil {
		fmt.Println(err)
		return
	}
	marked := plan.MarkSent("0")
	fmt.Println(plan.Batches()[0].Sent, marked.Batches()[0].Sent)
	// Output:
	// false true
}

// What of a result is still open, and under which token.
func ExampleResult() {
	srv := launchtest.New()
	defer srv.Close()
	lost := launchtest.ExecuteThen(launchtest.Disconnect())
	srv.Fail("RunInstances", lost, lost, lost)
	srv.Fail("DescribeInstances", launchtest.Disconnect(), launchtest.Disconnect(), launchtest.Disconnect())

	result, err := launcher.New(srv.Client()).Launch(context.Background(), workers(launch.Exactly(2)))
	for _, a := range result.Unknown() {
		fmt.Println(a.Outcome, a.Requests, "requests:", a.Token == result.Token())
	}
	fmt.Println(err != nil)
	// Output:
	// unknown 3 requests: true
	// true
}

// Code that knows no launcher asks any error for EC2's answer.
func ExampleError_EC2Answer() {
	srv := launchtest.New()
	defer srv.Close()
	srv.Fail("RunInstances", launchtest.Refuse(400, "VcpuLimitExceeded", "You have requested more vCPU capacity …"))

	_, err := launcher.New(srv.Client()).Launch(context.Background(), workers(launch.Exactly(2)))
	if failed, ok := errors.AsType[*launcher.Error](err); ok {
		a := failed.EC2Answer()
		fmt.Println(a.Code, a.Class)
	}
	// Output:
	// VcpuLimitExceeded quota
}

// An instance that ended while it was waited for says why.
func ExampleInstanceError() {
	srv := launchtest.New()
	defer srv.Close()
	l := launcher.New(srv.Client(), launcher.WithClock(new(launchtest.SkippingClock)))
	result, err := l.Launch(context.Background(), workers(launch.Exactly(1)))
	if err != nil {
		fmt.Println(err)
		return
	}
	err = srv.SetState(result.IDs()[0], types.InstanceStateNameTerminated,
		"Client.VolumeLimitExceeded", "Volume limit exceeded")
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = l.Wait(context.Background(), result.IDs(), launcher.Running)
	if ended, ok := errors.AsType[*launcher.InstanceError](err); ok {
		fmt.Println(ended.ID, ended.State, ended.Reason.Code, ended.Reason.Class)
	}
	// Output:
	// i-00000000000000001 terminated Client.VolumeLimitExceeded quota
}
