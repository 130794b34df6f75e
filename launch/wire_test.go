package launch_test

import (
	"encoding/base64"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/network"
)

// What a builder makes reaches the wire as what the SDK sends for the same
// request written by hand, parameter for parameter.
func TestWireIsThatOfTheSDK(t *testing.T) {
	srv := launchtest.Start(t)
	byHand := &ec2.RunInstancesInput{
		ImageId: new("ami-0abcdef1234567890"), InstanceType: types.InstanceTypeM7iLarge, MinCount: new(int32(2)), MaxCount: new(int32(3)),
		BlockDeviceMappings: []types.BlockDeviceMapping{
			{DeviceName: new("/dev/xvda"), Ebs: &types.EbsBlockDevice{
				VolumeType: types.VolumeTypeGp3, VolumeSize: new(int32(100)), Iops: new(int32(6000)), Throughput: new(int32(500)), Encrypted: new(true),
			}},
			{DeviceName: new("/dev/sdb"), NoDevice: new("")},
		},
		NetworkInterfaces: []types.InstanceNetworkInterfaceSpecification{
			{DeviceIndex: new(int32(0)), SubnetId: new("subnet-0123456789abcdef0"), Groups: []string{"sg-0123456789abcdef0"}, Ipv6AddressCount: new(int32(1))},
			{DeviceIndex: new(int32(1)), SubnetId: new("subnet-0123456789abcdef0"), AssociatePublicIpAddress: new(false)},
		},
		MetadataOptions:   &types.InstanceMetadataOptionsRequest{HttpTokens: types.HttpTokensStateRequired},
		TagSpecifications: []types.TagSpecification{{ResourceType: types.ResourceTypeInstance, Tags: []types.Tag{{Key: new("Name"), Value: new("a b&c=d")}}}},
		UserData:          new(base64.StdEncoding.EncodeToString([]byte("#!/bin/sh\n"))),
		ClientToken:       new("by-hand"),
	}
	if _, err := srv.Client().RunInstances(t.Context(), byHand); err != nil {
		t.Fatal(err)
	}
	spec := build(t, base().Count(launch.Between(2, 3)).
		Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(100)).IOPS(6000).Throughput(500).Encrypted(true)).
		Device("/dev/sdb", blockdevice.NoDevice()).
		Network(network.Interfaces(
			network.NewInterface(0).Subnet("subnet-0123456789abcdef0").SecurityGroups("sg-0123456789abcdef0").IPv6(network.IPv6Count(1)),
			network.NewInterface(1).Subnet("subnet-0123456789abcdef0").PublicIP(false),
		)).
		RequireIMDSv2().Tags(tags.Instance(tags.T{"Name": "a b&c=d"})).UserDataText("#!/bin/sh\n").ClientToken("built"))
	if _, err := srv.Client().RunInstances(t.Context(), spec.Input()); err != nil {
		t.Fatal(err)
	}
	want, got := srv.Requests()[0].Form(), srv.Requests()[1].Form()
	want.Set("ClientToken", "built")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("on the wire (-by hand +built):\n%s", diff)
	}
}
