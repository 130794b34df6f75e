package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// A target is where to launch, through the SDK's client in either case.
type target struct {
	client *ec2.Client
	delay  time.Duration // between two looks at the instances
	close  func()
}

// connect returns the account of the ambient AWS configuration, or an endpoint
// in this process.
func connect(ctx context.Context, live bool) (target, error) {
	if !live {
		server := launchtest.New()
		return target{server.Client(), time.Millisecond, server.Close}, nil
	}
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return target{}, err
	}
	return target{ec2.NewFromConfig(cfg, launch.Guard), 5 * time.Second, func() {}}, nil
}

// report waits until the instances run and prints their addresses.
func (t target) report(ctx context.Context, w io.Writer, ids []string) error {
	const most = 5 * time.Minute
	out, err := ec2.NewInstanceRunningWaiter(t.client, func(o *ec2.InstanceRunningWaiterOptions) {
		o.MinDelay, o.MaxDelay = t.delay, 4*t.delay
	}).WaitForOutput(ctx, &ec2.DescribeInstancesInput{InstanceIds: ids}, most)
	if err != nil {
		return fmt.Errorf("instances %q were launched, but: %w", ids, err)
	}
	for _, r := range out.Reservations {
		for _, i := range r.Instances {
			fmt.Fprintf(w, "%s is %s at %s", aws.ToString(i.InstanceId), i.State.Name, aws.ToString(i.PrivateIpAddress))
			for _, nic := range i.NetworkInterfaces {
				for _, a := range nic.Ipv6Addresses {
					fmt.Fprintf(w, ", %s", aws.ToString(a.Ipv6Address))
				}
			}
			fmt.Fprintln(w)
		}
	}
	return nil
}
