package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// connect returns a launcher for the account of the ambient AWS configuration,
// or for the endpoint of a launchtest server, on which waiting takes no time.
func connect(ctx context.Context, endpoint string) (launcher.Launcher, error) {
	if endpoint != "" {
		client := ec2.NewFromConfig(launchtest.ConfigFor(endpoint), launch.Guard)
		return launcher.New(client, launcher.WithClock(new(launchtest.SkippingClock))), nil
	}
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return launcher.Launcher{}, err
	}
	return launcher.New(ec2.NewFromConfig(cfg, launch.Guard)), nil
}
