package rules_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/network/rules"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// broken checks a request and returns what it breaks, without the other members.
func broken(t *testing.T, in *ec2.RunInstancesInput) []string {
	t.Helper()
	var got []string
	for _, f := range ruletest.Validator(t, rules.Rules()).Check(in).Violations {
		got = append(got, f.Rule+" "+f.Path)
	}
	return got
}

// TestRepetitionsAmongManyAddresses looks for repetitions where there are too
// many elements to compare all pairs.
func TestRepetitionsAmongManyAddresses(t *testing.T) {
	in := &ec2.RunInstancesInput{NetworkInterfaces: make([]types.InstanceNetworkInterfaceSpecification, 2)}
	for i := range in.NetworkInterfaces {
		nic := &in.NetworkInterfaces[i]
		nic.DeviceIndex = new(int32(i))
		for n := range 500 {
			nic.Ipv6Addresses = append(nic.Ipv6Addresses,
				types.InstanceIpv6Address{Ipv6Address: new(fmt.Sprintf("2001:db8:%x::%x", i, n))})
		}
		for n := range 250 {
			nic.Ipv4Prefixes = append(nic.Ipv4Prefixes,
				types.Ipv4PrefixSpecificationRequest{Ipv4Prefix: new(fmt.Sprintf("10.%d.%d.0/28", i, n))})
		}
	}
	in.NetworkInterfaces[1].Ipv6Addresses[499].Ipv6Address = new("2001:db8:0::7")
	in.NetworkInterfaces[1].Ipv4Prefixes[249].Ipv4Prefix = new("10.1.7.9/28")
	want := []string{
		"prefix-unique NetworkInterfaces[1].Ipv4Prefixes[249].Ipv4Prefix",
		"ipv6-address-unique NetworkInterfaces[1].Ipv6Addresses[499].Ipv6Address",
	}
	if diff := cmp.Diff(want, broken(t, in)); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
}

// TestRepetitionsAmongManyInterfaces finds the same mistakes among many
// interfaces as among few.
func TestRepetitionsAmongManyInterfaces(t *testing.T) {
	const n = 60
	in := &ec2.RunInstancesInput{
		InstanceType: types.InstanceTypeP4d24xlarge, MinCount: new(int32(1)), MaxCount: new(int32(1)),
	}
	for i := range n {
		in.NetworkInterfaces = append(in.NetworkInterfaces, types.InstanceNetworkInterfaceSpecification{
			DeviceIndex:        new(int32(i / 4)),
			NetworkCardIndex:   new(int32(i % 4)),
			NetworkInterfaceId: new(fmt.Sprintf("eni-%08x", i)),
		})
	}
	if got := broken(t, in); got != nil {
		t.Fatal(got)
	}
	last := &in.NetworkInterfaces[n-1]
	last.DeviceIndex, last.NetworkInterfaceId = new(int32(13)), new("eni-00000000")
	want := []string{
		"interface-device-index-unique NetworkInterfaces[59].DeviceIndex",
		"interface-id-unique NetworkInterfaces[59].NetworkInterfaceId",
	}
	if diff := cmp.Diff(want, broken(t, in)); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
}

// TestRepeatedGroupsCountOnce shows that a group listed again and again, which
// EC2 may well accept, is not refused for the number of groups.
func TestRepeatedGroupsCountOnce(t *testing.T) {
	for _, times := range []int{20, 60} {
		in := &ec2.RunInstancesInput{SecurityGroupIds: slices.Repeat([]string{"sg-0123456789abcdef0"}, times)}
		for _, got := range ruletest.Validator(t, rules.Rules()).Check(in).Violations {
			if got.Rule != "security-group-unique" {
				t.Errorf("%d times: %v", times, got)
			}
		}
	}
}

func TestEverySecondaryInterfaceIsChecked(t *testing.T) {
	in := &ec2.RunInstancesInput{
		SecondaryInterfaces: make([]types.InstanceSecondaryInterfaceSpecificationRequest, 2),
	}
	var want []string
	for i := range in.SecondaryInterfaces {
		nic := &in.SecondaryInterfaces[i]
		nic.PrivateIpAddresses = make([]types.InstanceSecondaryInterfacePrivateIpAddressRequest, 1)
		want = append(want, fmt.Sprintf(
			"secondary-interface-ip-required SecondaryInterfaces[%d].PrivateIpAddresses[0].PrivateIpAddress", i))
	}
	if diff := cmp.Diff(want, broken(t, in)); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
}
