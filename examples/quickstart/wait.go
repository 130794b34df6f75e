package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// waits says how to wait for instances to run.
type waits struct{ delay, most time.Duration }

var (
	patiently = waits{delay: 5 * time.Second, most: 5 * time.Minute}
	atOnce    = waits{delay: time.Millisecond, most: time.Minute}
)

// report waits until the instances run and prints their addresses.
func report(ctx context.Context, w io.Writer, client *ec2.Client, ids []string, wait waits) error {
	in := &ec2.DescribeInstancesInput{InstanceIds: ids}
	out, err := ec2.NewInstanceRunningWaiter(client, func(o *ec2.InstanceRunningWaiterOptions) {
		o.MinDelay, o.MaxDelay = wait.delay, 4*wait.delay
	}).WaitForOutput(ctx, in, wait.most)
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
