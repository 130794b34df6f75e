package launcher_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// The defaults of all launches are options of New; a launch changes them for
// itself.
func ExampleNew() {
	srv := launchtest.New()
	defer srv.Close()
	l := launcher.New(srv.Client(),
		launcher.Timeout(30*time.Second),     // for each request
		launcher.Grace(5*time.Second),        // for its answer, once the context is done
		launcher.SettleFor(30*time.Second),   // until what is seen is all there is
		launcher.WaitFor(5*time.Minute),      // until instances run
		launcher.RollBackFor(90*time.Second), // until instances have ended
		launcher.AwaitResources(time.Minute), // until EC2 sees what was just created
		launcher.WithClock(new(launchtest.SkippingClock)),
	)
	result, err := l.Launch(context.Background(), workers(launch.Exactly(2)), launcher.Timeout(time.Minute))
	fmt.Println(len(result.IDs()), err)
	// Output:
	// 2 <nil>
}

// A security group that was created just now, which EC2 does not see at once.
func ExampleAwaitResources() {
	srv := launchtest.New()
	defer srv.Close()
	srv.Fail("RunInstances", launchtest.Refuse(400, "InvalidGroup.NotFound", "The security group does not exist"))
	l := launcher.New(srv.Client(), launcher.WithClock(new(launchtest.SkippingClock)))

	result, err := l.Launch(context.Background(), workers(launch.Exactly(2)), launcher.AwaitResources(2*time.Minute))
	fmt.Println(len(result.IDs()), err)
	// Output:
	// 2 <nil>
}

// The same order launches once, however often it is carried out.
func ExampleLaunchID() {
	srv := launchtest.New()
	defer srv.Close()
	l := launcher.New(srv.Client())
	for range 3 {
		result, err := l.Launch(context.Background(), workers(launch.Exactly(2)), launcher.LaunchID("order-4711"))
		fmt.Println(result.IDs(), err)
	}
	fmt.Println(srv.Alive(), "are alive")
	// Output:
	// [i-00000000000000001 i-00000000000000002] <nil>
	// [i-00000000000000001 i-00000000000000002] <nil>
	// [i-00000000000000001 i-00000000000000002] <nil>
	// 2 are alive
}

// Smaller batches than the hundred that EC2 recommends.
func ExampleBatchSize() {
	plan, err := launcher.Launcher{}.Plan(workers(launch.Exactly(100)), "crawl-2026-11-21",
		launcher.Split(), launcher.BatchSize(40))
	for _, b := range plan.Batches() {
		fmt.Println(b.Path, b.Max)
	}
	fmt.Println(err)
	// Output:
	// 0 34
	// 1 33
	// 2 33
	// <nil>
}

// What was launched is logged, and so is what was not. User data never is.
func ExampleLogger() {
	srv := launchtest.New(launchtest.Capacity("us-east-1a", 1))
	defer srv.Close()
	brief := &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		switch a.Key {
		case slog.LevelKey, slog.MessageKey, "outcome", "code":
			return a
		}
		return slog.Attr{}
	}}
	log := slog.New(slog.NewTextHandler(os.Stdout, brief))
	l := launcher.New(srv.Client(), launcher.Logger(log))
	for _, n := range []int32{1, 2} {
		_, _ = l.Launch(context.Background(), workers(launch.Exactly(n)))
	}
	// Output:
	// level=INFO msg="batch launched" outcome=launched
	// level=WARN msg="batch not launched as asked" outcome=refused failure.outcome=refused failure.code=InsufficientInstanceCapacity
}

// Options of the SDK for the calls of one launch: here more attempts.
func ExampleSDK() {
	srv := launchtest.New()
	defer srv.Close()
	srv.Fail("RunInstances", launchtest.Disconnect(), launchtest.Disconnect(), launchtest.Disconnect())
	patient := func(o *ec2.Options) { o.RetryMaxAttempts = 5 }
	result, err := launcher.New(srv.Client()).Launch(context.Background(), workers(launch.Exactly(1)),
		launcher.SDK(patient))
	fmt.Println(len(result.IDs()), err)
	// Output:
	// 1 <nil>
}

// Against an endpoint of one's own, nothing need keep to EC2's request limits.
func ExampleWithoutLimits() {
	srv := launchtest.New()
	defer srv.Close()
	l := launcher.New(srv.Client(), launcher.WithoutLimits())
	result, err := l.Launch(context.Background(), workers(launch.Exactly(600)), launcher.Split())
	fmt.Println(len(result.IDs()), err)
	// Output:
	// 600 <nil>
}

// A launch that is cut falls short where capacity ends, and what was launched
// is kept.
func ExampleShortfall() {
	srv := launchtest.New(launchtest.Capacity("us-east-1a", 150))
	defer srv.Close()
	_, err := launcher.New(srv.Client()).Launch(context.Background(), workers(launch.Exactly(300)),
		launcher.Split(), launcher.Concurrency(1))
	if short, ok := errors.AsType[*launcher.Shortfall](err); ok {
		fmt.Println(short.Got, "of", short.Min)
	}
	fmt.Println(srv.Alive(), "are alive")
	// Output:
	// 100 of 300
	// 100 are alive
}

// The same launch rolled back: nothing stays.
func ExampleRollBack() {
	srv := launchtest.New(launchtest.Capacity("us-east-1a", 150))
	defer srv.Close()
	l := launcher.New(srv.Client(), launcher.WithClock(new(launchtest.SkippingClock)))
	result, err := l.Launch(context.Background(), workers(launch.Exactly(300)),
		launcher.Split(), launcher.Concurrency(1), launcher.RollBack(), launcher.RollBackFor(time.Minute))
	fmt.Println(len(result.Terminated), "ended,", len(result.Orphans), "may live,", srv.Alive(), "are alive")
	fmt.Println(err != nil)
	// Output:
	// 100 ended, 0 may live, 0 are alive
	// true
}
