package launcher_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/network"
)

// workers asks for as many workers as said, in one subnet.
func workers(n launch.Count) launch.Spec {
	spec, err := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).
		Network(network.InSubnet(subnetA)).Count(n).Build()
	if err != nil {
		panic(err)
	}
	return spec
}

func Example() {
	srv := launchtest.New()
	defer srv.Close()
	l := launcher.New(srv.Client())

	result, err := l.Launch(context.Background(), workers(launch.Exactly(2)))
	fmt.Println(result.IDs(), err)
	// Output: [i-00000000000000001 i-00000000000000002] <nil>
}

// Five batches of a hundred, a wait until all run, and clean-up if too few do.
func ExampleLauncher_Launch() {
	srv := launchtest.New()
	defer srv.Close()
	l := launcher.New(srv.Client(), launcher.WithClock(new(launchtest.SkippingClock)))

	result, err := l.Launch(context.Background(), workers(launch.Exactly(500)),
		launcher.Split(), launcher.Wait(launcher.Running), launcher.RollBack(), launcher.Concurrency(1),
		launcher.Progress(func(e launcher.Event) { fmt.Printf("%d of %d\n", e.Launched, e.Max) }))
	fmt.Println(len(result.IDs()), "run:", err)
	// Output:
	// 100 of 500
	// 200 of 500
	// 300 of 500
	// 400 of 500
	// 500 of 500
	// 500 run: <nil>
}

func ExampleLauncher_DryRun() {
	srv := launchtest.New()
	defer srv.Close()
	_, err := launcher.New(srv.Client()).DryRun(context.Background(), workers(launch.Exactly(2)))
	fmt.Println(err, srv.Alive())
	// Output: <nil> 0
}

// The outcome of a failed launch says whether instances may run, and EC2's
// answer what to do.
func ExampleError() {
	srv := launchtest.New(launchtest.Capacity("us-east-1a", 1))
	defer srv.Close()

	_, err := launcher.New(srv.Client()).Launch(context.Background(), workers(launch.Exactly(2)))
	failed, _ := errors.AsType[*launcher.Error](err)
	fmt.Println(failed.Outcome, failed.Answer.Class, failed.Answer.Code, failed.Requests)
	// Output: refused capacity InsufficientInstanceCapacity 1
}

// A launch that has too little capacity in one zone goes on in another.
func ExampleAlternatives() {
	srv := launchtest.New(launchtest.Subnet(subnetB, "us-east-1b"), launchtest.Capacity("us-east-1a", 1))
	defer srv.Close()

	result, err := launcher.New(srv.Client()).Launch(context.Background(), workers(launch.Exactly(2)),
		launcher.Alternatives(launcher.Alternative{Subnet: subnetB}, launcher.Alternative{InstanceType: types.InstanceTypeM7aLarge}))
	for _, a := range result.Attempts {
		fmt.Println(a.Alternative, a.Outcome)
	}
	fmt.Println(*result.Instances[0].Placement.AvailabilityZone, err)
	// Output:
	//  refused
	// subnet-0bbbbbbbbbbbbbbbb launched
	// us-east-1b <nil>
}

// A plan is stored before it is run, and run again after a crash.
func ExampleLauncher_Run() {
	srv := launchtest.New()
	defer srv.Close()
	l := launcher.New(srv.Client())
	spec := workers(launch.Exactly(300))

	plan, err := l.Plan(spec, "crawl-2026-11-21", launcher.Split())
	if err != nil {
		fmt.Println(err)
		return
	}
	var disk []byte
	save := func(p launcher.Plan) (err error) {
		disk, err = json.Marshal(p)
		return err
	}
	ctx, crash := context.WithCancel(context.Background())
	_, err = l.Run(ctx, plan, spec, launcher.Save(save), launcher.Concurrency(1),
		launcher.Progress(func(launcher.Event) { crash() }))
	fmt.Println(srv.Alive(), errors.Is(err, context.Canceled))

	var stored launcher.Plan
	if err := json.Unmarshal(disk, &stored); err != nil {
		fmt.Println(err)
		return
	}
	result, err := l.Run(context.Background(), stored, spec, launcher.Save(save))
	fmt.Println(srv.Alive(), len(result.IDs()), err)
	// Output:
	// 100 true
	// 300 300 <nil>
}

func ExampleLauncher_Plan() {
	plan, err := launcher.Launcher{}.Plan(workers(launch.Between(150, 250)), "crawl-2026-11-21")
	for _, b := range plan.Batches() {
		fmt.Println(b.Path, b.Min, b.Max, b.Token)
	}
	fmt.Println(err)
	// Output:
	// 0 1 84 el1-32e5fe8bbbdb775f7e42e0d3ef66b09a8c0a961c
	// 1 1 83 el1-32e5fe8bbbdb775fd0acab59232b58690ab1dd22
	// 2 1 83 el1-32e5fe8bbbdb775f12c059603e84ffd43f331d30
	// <nil>
}

// Every answer is lost, and the launch is settled later under its token.
func ExampleLauncher_Settle() {
	srv := launchtest.New()
	defer srv.Close()
	lost := launchtest.ExecuteThen(launchtest.Disconnect())
	srv.Fail("RunInstances", lost, lost, lost)
	srv.Fail("DescribeInstances", launchtest.Disconnect(), launchtest.Disconnect(), launchtest.Disconnect())
	l, spec := launcher.New(srv.Client()), workers(launch.Exactly(2))

	_, err := l.Launch(context.Background(), spec)
	if failed, ok := errors.AsType[*launcher.Error](err); ok && failed.Outcome == launcher.Unknown {
		result, err := l.Settle(context.Background(), spec, failed)
		fmt.Println(result.IDs(), err)
	}
	// Output: [i-00000000000000001 i-00000000000000002] <nil>
}

// After a crash, the plan alone tells what was launched.
func ExampleLauncher_Reconcile() {
	srv := launchtest.New()
	defer srv.Close()
	l, spec := launcher.New(srv.Client()), workers(launch.Exactly(200))
	plan, err := l.Plan(spec, "crawl-2026-11-21", launcher.Split())
	if err != nil {
		fmt.Println(err)
		return
	}
	if _, err := l.Run(context.Background(), plan, spec); err != nil {
		fmt.Println(err)
	}

	result, err := l.Reconcile(context.Background(), plan.Unsettled())
	fmt.Println(len(result.IDs()), err)
	// Output: 200 <nil>
}

// A workflow engine takes the steps of a run by itself: each can be repeated,
// and what it hands on is data.
func ExampleLauncher_RunBatch() {
	srv := launchtest.New(launchtest.Subnet(subnetB, "us-east-1b"), launchtest.Capacity("us-east-1a", 0))
	defer srv.Close()
	ctx, l, spec := context.Background(), launcher.New(srv.Client()), workers(launch.Exactly(2))
	plan, err := l.Plan(spec, "crawl-2026-11-21", launcher.Alternatives(launcher.Alternative{Subnet: subnetB}))
	if err != nil {
		fmt.Println(err)
		return
	}
	for moved := true; moved; {
		result, _ := l.RunBatch(ctx, plan, spec, "0")
		fmt.Println(result.Attempts[0].Outcome, result.IDs())
		plan, moved = plan.Advance(result.Attempts[0])
	}
	// Output:
	// refused []
	// launched [i-00000000000000001 i-00000000000000002]
}

func ExampleLauncher_Wait() {
	srv := launchtest.New()
	defer srv.Close()
	l := launcher.New(srv.Client(), launcher.WithClock(new(launchtest.SkippingClock)))
	result, err := l.Launch(context.Background(), workers(launch.Exactly(3)))
	if err != nil {
		fmt.Println(err)
		return
	}
	ids := result.IDs()
	if err := srv.SetState(ids[1], types.InstanceStateNameTerminated, "Client.VolumeLimitExceeded", "Volume limit exceeded"); err != nil {
		fmt.Println(err)
		return
	}

	ready, err := l.Wait(context.Background(), ids, launcher.StatusOK)
	fmt.Println(ready)
	fmt.Println(err)
	// Output:
	// [i-00000000000000001 i-00000000000000003]
	// instance "i-00000000000000002" is terminated: Volume limit exceeded
}

func ExampleLauncher_Terminate() {
	srv := launchtest.New()
	defer srv.Close()
	l := launcher.New(srv.Client())
	result, err := l.Launch(context.Background(), workers(launch.Exactly(2)))
	if err != nil {
		fmt.Println(err)
		return
	}
	ended, orphans, err := l.Terminate(context.Background(), result.IDs())
	fmt.Println(ended, orphans, err, srv.Alive())
	// Output: [i-00000000000000001 i-00000000000000002] [] <nil> 0
}
