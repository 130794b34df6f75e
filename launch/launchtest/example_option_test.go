package launchtest_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// states launches a worker and prints its state in the answer and at each of
// three looks.
func states(srv *launchtest.Server) {
	ctx, client := context.Background(), srv.Client()
	launched, err := launchWorkers(ctx, client, "blue", 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(launched[0].State.Name)
	for range 3 {
		out, err := client.DescribeInstances(ctx, &ec2.DescribeInstancesInput{InstanceIds: ids(launched)})
		if err != nil {
			fmt.Print(", ", code(err))
			continue
		}
		fmt.Print(", ", out.Reservations[0].Instances[0].State.Name)
	}
	fmt.Println()
}

func ExamplePendingFor() {
	srv := launchtest.New(launchtest.PendingFor(2))
	defer srv.Close()
	states(srv)
	// Output: pending, pending, pending, running
}

func ExampleVisibleAfter() {
	srv := launchtest.New(launchtest.VisibleAfter(2))
	defer srv.Close()
	states(srv)
	// Output: pending, InvalidInstanceID.NotFound, InvalidInstanceID.NotFound, running
}

func ExampleEndingFor() {
	srv := launchtest.New(launchtest.EndingFor(1))
	defer srv.Close()
	ctx, client := context.Background(), srv.Client()
	launched, _ := launchWorkers(ctx, client, "blue", 1)
	ended, _ := client.TerminateInstances(ctx, &ec2.TerminateInstancesInput{InstanceIds: ids(launched)})
	fmt.Println(ended.TerminatingInstances[0].CurrentState.Name)
	for range 2 {
		out, _ := client.DescribeInstances(ctx, &ec2.DescribeInstancesInput{})
		fmt.Println(out.Reservations[0].Instances[0].State.Name)
	}
	// Output:
	// shutting-down
	// shutting-down
	// terminated
}

func ExampleChecksFor() {
	srv := launchtest.New(launchtest.ChecksFor(1))
	defer srv.Close()
	ctx, client := context.Background(), srv.Client()
	launchWorkers(ctx, client, "blue", 1)
	for range 2 {
		out, _ := client.DescribeInstanceStatus(ctx, &ec2.DescribeInstanceStatusInput{})
		fmt.Println(out.InstanceStatuses[0].InstanceStatus.Status)
	}
	// Output:
	// initializing
	// ok
}

func ExampleSpillOver() {
	srv := launchtest.New(launchtest.SpillOver(), launchtest.Capacity("us-east-1a", 1))
	defer srv.Close()
	in := request("token", 3)
	out, err := srv.Client().RunInstances(context.Background(), in)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.Instances[0].Placement.AvailabilityZone)
	// Output: us-east-1b
}

func ExampleRegion() {
	srv := launchtest.New(launchtest.Region("eu-west-1"), launchtest.Zone("eu-west-1-lon-1a", "euw1-lon1-az1"))
	defer srv.Close()
	out, _ := srv.Client().DescribeAvailabilityZones(context.Background(), &ec2.DescribeAvailabilityZonesInput{})
	for _, z := range out.AvailabilityZones {
		fmt.Println(*z.ZoneName, *z.ZoneId)
	}
	// Output:
	// eu-west-1a euw1-az1
	// eu-west-1b euw1-az2
	// eu-west-1c euw1-az3
	// eu-west-1-lon-1a euw1-lon1-az1
}

// A Local Zone is one more zone, with room of its own.
func ExampleZone() {
	srv := launchtest.New(launchtest.Zone("us-east-1-bos-1a", "use1-bos1-az1"), launchtest.Subnet("subnet-0123456789abcdef0", "us-east-1-bos-1a"))
	defer srv.Close()
	launched, _ := launchWorkers(context.Background(), srv.Client(), "blue", 1)
	fmt.Println(*launched[0].Placement.AvailabilityZone)
	// Output: us-east-1-bos-1a
}

func ExampleSubnet() {
	srv := launchtest.New(launchtest.Subnet("subnet-0123456789abcdef0", "us-east-1c"))
	defer srv.Close()
	launched, _ := launchWorkers(context.Background(), srv.Client(), "blue", 1)
	fmt.Println(*launched[0].Placement.AvailabilityZone)
	// Output: us-east-1c
}

func ExampleHas() {
	srv := launchtest.New(launchtest.Has(types.Image{
		ImageId: new("ami-0abcdef1234567890"), Architecture: types.ArchitectureValuesArm64, RootDeviceName: new("/dev/sda1"),
	}))
	defer srv.Close()
	launched, _ := launchWorkers(context.Background(), srv.Client(), "blue", 1)
	fmt.Println(launched[0].Architecture, *launched[0].RootDeviceName)
	// Output: arm64 /dev/sda1
}

func ExampleNoDefaultVPC() {
	srv := launchtest.New(launchtest.NoDefaultVPC())
	defer srv.Close()
	_, err := srv.Client().RunInstances(context.Background(), request("token", 1))
	fmt.Println(code(err))
	// Output: VPCIdNotSpecified
}

func ExamplePageSize() {
	srv := launchtest.New(launchtest.PageSize(2))
	defer srv.Close()
	ctx, client := context.Background(), srv.Client()
	launchWorkers(ctx, client, "blue", 3)
	pages := ec2.NewDescribeInstancesPaginator(client, &ec2.DescribeInstancesInput{})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(len(page.Reservations[0].Instances))
	}
	// Output:
	// 2
	// 1
}

func ExampleClock() {
	srv := launchtest.New(launchtest.Clock(func() time.Time { return time.Date(2026, time.September, 1, 12, 0, 0, 0, time.UTC) }))
	defer srv.Close()
	launched, _ := launchWorkers(context.Background(), srv.Client(), "blue", 1)
	fmt.Println(launched[0].LaunchTime.Format(time.RFC3339))
	// Output: 2026-09-01T12:00:00Z
}

// The clock stands still, so that nothing is refilled: of ten requests, five are
// let through.
func ExampleThrottle() {
	srv := launchtest.New(launchtest.Throttle(), launchtest.Clock(stopped(day)))
	defer srv.Close()
	client := srv.Client(func(o *ec2.Options) { o.RetryMaxAttempts = 1 })
	for n := range 10 {
		launchWorkers(context.Background(), client, fmt.Sprint(n), 1)
	}
	fmt.Println(srv.Alive(), "alive")
	// Output: 5 alive
}

// A server that keeps nothing but the newest request, and the newest of each
// action.
func ExampleRecordUpTo() {
	srv := launchtest.New(launchtest.RecordUpTo(0))
	defer srv.Close()
	states(srv)
	fmt.Println(len(srv.Requests()), "request is kept:", srv.LastRequest("").Action)
	fmt.Println("and of the launch:", *srv.LastRequest("RunInstances").Input().ClientToken)
	// Output:
	// pending, running, running, running
	// 1 request is kept: DescribeInstances
	// and of the launch: workers-blue
}

// A client may know parameters that the SDK of this module does not.
func ExampleAnyParameter() {
	srv := launchtest.New(launchtest.AnyParameter())
	defer srv.Close()
	answer, err := http.Post(srv.URL(), "application/x-www-form-urlencoded", strings.NewReader(
		"Action=RunInstances&Version=2016-11-15&ImageId=ami-0abcdef1234567890&MinCount=1&MaxCount=1&Colour=blue"))
	if err != nil {
		fmt.Println(err)
		return
	}
	answer.Body.Close()
	fmt.Println(answer.StatusCode, srv.LastRequest("").Form().Get("Colour"))
	// Output: 200 blue
}

func ExampleLog() {
	var log bytes.Buffer
	plain := slog.NewTextHandler(&log, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}})
	srv := launchtest.New(launchtest.Log(slog.New(plain)))
	launchWorkers(context.Background(), srv.Client(), "blue", 1)
	srv.Close()
	fmt.Print(log.String())
	// Output: level=INFO msg=request n=1 action=RunInstances token=workers-blue status=200
}
