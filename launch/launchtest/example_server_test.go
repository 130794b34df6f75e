package launchtest_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// Open is for options that may make no sense, such as those of a user.
func ExampleOpen() {
	_, err := launchtest.Open(launchtest.Capacity("us-east-1z", 1))
	fmt.Println(err)
	// Output: launchtest: capacity: no zone of us-east-1 is called "us-east-1z"
}

func ExampleServer_Listen() {
	srv := launchtest.New()
	defer srv.Close()
	if err := srv.Listen("127.0.0.1:0"); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.HasPrefix(srv.URL(), "http://127.0.0.1:"))
	// Output: true
}

// The code under test may make its client itself.
func ExampleServer_Config() {
	srv := launchtest.New()
	defer srv.Close()
	client := ec2.NewFromConfig(srv.Config())
	launchWorkers(context.Background(), client, "blue", 1)
	fmt.Println(srv.Alive(), "alive")
	// Output: 1 alive
}

// ConfigFor needs no more of a server than its URL.
func ExampleConfigFor() {
	srv := launchtest.New()
	defer srv.Close()
	client := ec2.NewFromConfig(launchtest.ConfigFor(srv.URL()))
	launchWorkers(context.Background(), client, "blue", 1)
	fmt.Println(srv.Alive(), "alive")
	// Output: 1 alive
}

// A server can stand behind another one.
func ExampleServer_ServeHTTP() {
	srv := launchtest.New()
	defer srv.Close()
	front := httptest.NewTLSServer(http.HandlerFunc(srv.ServeHTTP))
	defer front.Close()
	client := srv.Client(func(o *ec2.Options) {
		o.BaseEndpoint, o.HTTPClient = &front.URL, front.Client()
	})
	launchWorkers(context.Background(), client, "blue", 1)
	fmt.Println(srv.Alive(), "alive")
	// Output: 1 alive
}

// What happens to an instance without a request is told to the server.
func ExampleServer_SetState() {
	srv := launchtest.New()
	defer srv.Close()
	launched, _ := launchWorkers(context.Background(), srv.Client(), "blue", 2)
	err := srv.SetState(*launched[0].InstanceId, types.InstanceStateNameTerminated,
		"Client.VolumeLimitExceeded", "Client.VolumeLimitExceeded: Volume limit exceeded")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, i := range srv.Instances() {
		fmt.Println(i.ID, i.ClientToken, i.State)
	}
	// Output:
	// i-00000000000000001 workers-blue terminated
	// i-00000000000000002 workers-blue pending
}

func ExampleServer_LastRequest() {
	srv := launchtest.New()
	defer srv.Close()
	launchWorkers(context.Background(), srv.Client(), "blue", 2)
	last := srv.LastRequest("RunInstances")
	fmt.Println(last)
	fmt.Println(last.Input().InstanceType, last.Form().Get("SubnetId"))
	fmt.Println(srv.LastRequest("TerminateInstances").Input())
	// Output:
	// RunInstances (client token "workers-blue")
	// m7i.large subnet-0123456789abcdef0
	// <nil>
}

// A fleet of type instant, for which one zone is too small.
func Example_fleet() {
	srv := launchtest.New(launchtest.Capacity("us-east-1a", 2))
	defer srv.Close()
	ctx, client := context.Background(), srv.Client()
	client.CreateLaunchTemplate(ctx, &ec2.CreateLaunchTemplateInput{
		LaunchTemplateName: new("web"),
		LaunchTemplateData: &types.RequestLaunchTemplateData{ImageId: new("ami-0abcdef1234567890")},
	})
	out, err := client.CreateFleet(ctx, &ec2.CreateFleetInput{
		Type: types.FleetTypeInstant,
		TargetCapacitySpecification: &types.TargetCapacitySpecificationRequest{
			TotalTargetCapacity: new(int32(5)), DefaultTargetCapacityType: types.DefaultTargetCapacityTypeOnDemand,
		},
		LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{
			LaunchTemplateSpecification: &types.FleetLaunchTemplateSpecificationRequest{LaunchTemplateName: new("web"), Version: new("$Latest")},
			Overrides: []types.FleetLaunchTemplateOverridesRequest{
				{InstanceType: types.InstanceTypeM7iLarge, AvailabilityZone: new("us-east-1a")},
				{InstanceType: types.InstanceTypeM6iLarge, AvailabilityZone: new("us-east-1b")},
			},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, i := range out.Instances {
		fmt.Println(len(i.InstanceIds), i.InstanceType, *i.AvailabilityZone)
	}
	for _, e := range out.Errors {
		fmt.Println(*e.ErrorCode, e.LaunchTemplateAndOverrides.Overrides.InstanceType)
	}
	// Output:
	// 2 m7i.large us-east-1a
	// 3 m6i.large us-east-1b
	// InsufficientInstanceCapacity m7i.large
}
