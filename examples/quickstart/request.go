package main

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/network"
)

// ids are those of the account that a request names.
type ids struct{ image, subnet, group string }

// webServer is a request as it is made in real life: a gp3 root volume and an
// io2 volume for data, two interfaces, IPv6, IMDSv2, tags and user data.
func webServer(where ids) launch.Builder {
	return launch.FromImage(where.image, types.InstanceTypeM7iLarge).
		Count(launch.Exactly(3)).
		Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(100)).IOPS(6000).Throughput(500).Encrypted(true)).
		Device("/dev/sdf", blockdevice.IO2(blockdevice.GiB(100), 5000).Encrypted(true).DeleteOnTermination(true)).
		Network(network.Interfaces(
			network.NewInterface(0).Subnet(where.subnet).SecurityGroups(where.group).IPv6(network.IPv6Count(1)),
			network.NewInterface(1).Subnet(where.subnet).SecurityGroups(where.group).Description("backend"),
		)).
		RequireIMDSv2().
		Tags(tags.Instance(tags.T{"Name": "web", "team": "shop"}), tags.Volume(tags.T{"team": "shop"})).
		UserDataText("#!/bin/sh\nsystemctl enable --now nginx\n")
}

// wrong forks the request into one with several mistakes. Those that types
// exclude, such as IOPS on an st1 volume, would not compile.
func wrong(base launch.Builder) launch.Builder {
	return base.
		Count(launch.Between(3, 2)).
		Device("/dev/sdg", blockdevice.GP3(blockdevice.GiB(20)).IOPS(2000).Throughput(4000)).
		Tags(tags.Instance(tags.T{"aws:owner": "me"})).
		Hibernation(true).
		Enclaves(true)
}
