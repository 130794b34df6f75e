package main

import (
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/cpu"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/profile"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/validate"
)

// mostTags is how many tags a resource has here. EC2 takes fewer, but a request
// that is refused for its length tells nothing of what its length costs.
const mostTags = 1000

// rules are those of the library, for so many tags.
var rules = must(validate.NewValidator(launch.Rules(), validate.Override("tags-per-resource-max", mostTags)))

// A request is one that all that is measured gets.
type request struct {
	name  string
	build func() launch.Builder
}

var requests = []request{
	{"small", small},
	{"medium", medium},
	{"rich", rich},
	{"100 volumes", manyVolumes},
	{"1,000 tags", manyTags},
}

func small() launch.Builder {
	return launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge)
}

// medium is what most launches set.
func medium() launch.Builder {
	return small().
		Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(100)).Encrypted(true)).
		Network(network.InSubnet("subnet-0123456789abcdef0").SecurityGroups("sg-0123456789abcdef0")).
		RequireIMDSv2().
		Profile(profile.Name("web")).
		Tags(tags.Instance(tags.T{"Name": "web", "team": "shop"}))
}

// rich sets what launches set in real life, and all of it.
func rich() launch.Builder {
	front := network.NewInterface(0).Subnet("subnet-0123456789abcdef0").
		SecurityGroups("sg-0123456789abcdef0", "sg-0fedcba9876543210").IPv6(network.IPv6Count(1))
	back := network.NewInterface(1).Subnet("subnet-0fedcba9876543210").SecurityGroups("sg-0123456789abcdef0").
		SecondaryIPv4(network.IPv4Count(2)).IPv6Prefixes(network.IPv6PrefixCount(1)).Description("backend")
	return small().
		Count(launch.Between(2, 6)).
		Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(100)).IOPS(6000).Throughput(500).Encrypted(true)).
		Device("/dev/sdf", blockdevice.IO2(blockdevice.GiB(500), 32_000).KMSKey("alias/data").DeleteOnTermination(false)).
		Device("/dev/sdg", blockdevice.ST1(blockdevice.FromSnapshot("snap-0123456789abcdef0").GrowTo(500))).
		Network(network.Interfaces(front, back)).
		PrivateDNS(network.Hostname("resource-name").EnableResourceNameDNSAAAARecord(true)).
		Placement(placement.Group("blue").Partition(2).Zone("us-east-1a")).
		CPU(cpu.Cores(1, 1)).
		RequireIMDSv2().
		Profile(profile.Name("web")).
		KeyName("ops").
		Monitoring(true).
		Tags(tags.Instance(tags.T{"Name": "web", "team": "shop", "stage": "prod"}),
			tags.Volume(tags.T{"team": "shop"})).
		ClientToken("web-2026-11-21").
		UserDataText("#!/bin/sh\n" + strings.Repeat("echo hello\n", 50))
}

// manyVolumes has 100 volumes, on a type that takes 128.
func manyVolumes() launch.Builder {
	b := small().InstanceType(types.InstanceTypeC7i48xlarge)
	for i := range 100 {
		b = b.Device(deviceName(i), blockdevice.GP3(blockdevice.GiB(8)))
	}
	return b
}

// deviceName is the i-th of 1,300 names, none of which is that of a root device
// or may show up as another.
func deviceName(i int) string {
	disk := [...]string{"xvd", "hd"}[i/650]
	return fmt.Sprintf("/dev/%s%c%c", disk, 'b'+i%650/26, 'a'+i%26)
}

func manyTags() launch.Builder {
	all := tags.T{}
	for i := range mostTags {
		all[fmt.Sprint("key-", i)] = fmt.Sprint("value-", i)
	}
	return small().Tags(tags.Instance(all))
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}
