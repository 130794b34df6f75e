package main

import (
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/cpu"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/profile"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/network"
)

// minimal is the smallest request.
func minimal() launch.Spec {
	return must(launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).Build())
}

// rich is a request that sets what launches set in real life.
func rich() launch.Spec { return must(builder().Build()) }

func builder() launch.Builder {
	front := network.NewInterface(0).Subnet("subnet-0123456789abcdef0").
		SecurityGroups("sg-0123456789abcdef0", "sg-0fedcba9876543210").IPv6(network.IPv6Count(1))
	back := network.NewInterface(1).Subnet("subnet-0fedcba9876543210").SecurityGroups("sg-0123456789abcdef0").
		SecondaryIPv4(network.IPv4Count(2)).IPv6Prefixes(network.IPv6PrefixCount(1)).Description("backend")
	return launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).
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

// cliJSON is the rich request as a document, with its user data base64, so that
// package json reads the same values.
func cliJSON() []byte {
	in := rich().Input()
	in.UserData = nil
	return must(must(launch.FromInput(in).Build()).RevealCLI())
}

// A growth is a kind of request with more and more elements of one kind.
type growth struct {
	name    string
	sizes   []int
	request func(n int) *ec2.RunInstancesInput
}

func growths() []growth {
	with := func(edit func(in *ec2.RunInstancesInput, n int)) func(int) *ec2.RunInstancesInput {
		return func(n int) *ec2.RunInstancesInput {
			in := minimal().Input()
			in.InstanceType = types.InstanceTypeP548xlarge
			edit(in, n)
			return in
		}
	}
	address := func(i int) *string { return new(fmt.Sprintf("2001:db8::%x", i)) }
	return []growth{
		{"volumes", []int{10, 100, 1000}, with(func(in *ec2.RunInstancesInput, n int) {
			for i := range n {
				in.BlockDeviceMappings = append(in.BlockDeviceMappings, types.BlockDeviceMapping{
					DeviceName: new(fmt.Sprintf("/dev/xvd%c%c", 'b'+i/26%25, 'a'+i%26)),
					Ebs:        &types.EbsBlockDevice{VolumeSize: new(int32(8))},
				})
			}
		})},
		{"interfaces", []int{10, 100, 1000}, with(func(in *ec2.RunInstancesInput, n int) {
			for i := range n {
				in.NetworkInterfaces = append(in.NetworkInterfaces, types.InstanceNetworkInterfaceSpecification{
					DeviceIndex: new(int32(i)), NetworkCardIndex: new(int32(i % 32)), EnaQueueCount: new(int32(1)),
					InterfaceType: new("efa"),
				})
			}
		})},
		{"IPv6 addresses", []int{10, 100, 1000}, with(func(in *ec2.RunInstancesInput, n int) {
			nic := types.InstanceNetworkInterfaceSpecification{DeviceIndex: new(int32(0))}
			for i := range n {
				nic.Ipv6Addresses = append(nic.Ipv6Addresses, types.InstanceIpv6Address{Ipv6Address: address(i / 2)})
			}
			in.NetworkInterfaces = append(in.NetworkInterfaces, nic)
		})},
		{"tags", []int{10, 100, 1000}, with(func(in *ec2.RunInstancesInput, n int) {
			var list []types.Tag
			for i := range n {
				list = append(list, types.Tag{Key: new(fmt.Sprint("k", i/2)), Value: new("v")})
			}
			in.TagSpecifications = []types.TagSpecification{{ResourceType: types.ResourceTypeInstance, Tags: list}}
		})},
		{"violations", []int{10, 100, 1000}, with(func(in *ec2.RunInstancesInput, n int) {
			for i := range n {
				in.SecurityGroupIds = append(in.SecurityGroupIds, fmt.Sprint("vpc-", i))
			}
		})},
	}
}
