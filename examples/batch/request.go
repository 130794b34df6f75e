package main

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/network"
)

// ids are those of the account that the launch names.
type ids struct{ image, subnet, fallback string }

// workers asks for exactly n workers.
func workers(where ids, n int) (launch.Spec, error) {
	return launch.FromImage(where.image, types.InstanceTypeM7iLarge).
		Count(launch.Exactly(int32(n))).
		Network(network.InSubnet(where.subnet)).
		RequireIMDSv2().
		Tags(tags.Instance(tags.T{"Name": "worker"})).
		UserDataText("#!/bin/sh\nsystemctl enable --now worker\n").
		Build()
}
