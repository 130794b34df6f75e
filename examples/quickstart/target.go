package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// A target is where to launch, through the SDK's client in either case.
type target struct {
	client *ec2.Client
	opts   []launcher.Option
	close  func()
}

// connect returns the account of the ambient AWS configuration, or an endpoint
// in this process, on which waiting takes no time.
func connect(ctx context.Context, live bool) (target, error) {
	if !live {
		server := launchtest.New()
		return target{server.Client(), []launcher.Option{launcher.WithClock(new(launchtest.SkippingClock))}, server.Close}, nil
	}
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return target{}, err
	}
	return target{ec2.NewFromConfig(cfg, launch.Guard), nil, func() {}}, nil
}

// describe names an instance, its state and its addresses.
func describe(i types.Instance) string {
	addresses := []string{aws.ToString(i.PrivateIpAddress)}
	for _, nic := range i.NetworkInterfaces {
		for _, a := range nic.Ipv6Addresses {
			addresses = append(addresses, aws.ToString(a.Ipv6Address))
		}
	}
	return fmt.Sprintf("%s is %s at %s", aws.ToString(i.InstanceId), i.State.Name, strings.Join(addresses, ", "))
}
