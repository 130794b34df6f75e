package rules_test

import (
	"fmt"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/network/rules"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
	"github.com/ec2launch/ec2launch/validate/ruletest/inventory"
)

func TestRules(t *testing.T) {
	ruletest.Run(t, rules.Rules())
	ruletest.Style(t, rules.Rules())
}

func TestInventory(t *testing.T) {
	inventory.Run(t, inventory.Load(t, "testdata/inventory.json"), rules.Rules())
}

// found checks a request without an image or a type and returns what was found,
// as rule and path.
func found(t *testing.T, in *ec2.RunInstancesInput) []string {
	t.Helper()
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range v.Check(in).Violations {
		got = append(got, f.Rule+" at "+f.Path)
	}
	return got
}

// TestManyElements looks for repetitions where there are too many elements to
// compare all pairs.
func TestManyElements(t *testing.T) {
	in := &ec2.RunInstancesInput{NetworkInterfaces: make([]types.InstanceNetworkInterfaceSpecification, 2)}
	for i := range in.NetworkInterfaces {
		nic := &in.NetworkInterfaces[i]
		nic.DeviceIndex = new(int32(i))
		for n := range 500 {
			nic.Ipv6Addresses = append(nic.Ipv6Addresses, types.InstanceIpv6Address{Ipv6Address: new(fmt.Sprintf("2001:db8:%x::%x", i, n))})
			nic.Ipv4Prefixes = append(nic.Ipv4Prefixes, types.Ipv4PrefixSpecificationRequest{Ipv4Prefix: new(fmt.Sprintf("10.%d.%d.0/28", i, n%250))})
		}
		nic.Ipv4Prefixes = nic.Ipv4Prefixes[:250]
	}
	in.NetworkInterfaces[1].Ipv6Addresses[499].Ipv6Address = new("2001:db8:0::7")
	in.NetworkInterfaces[1].Ipv4Prefixes[249].Ipv4Prefix = new("10.1.7.9/28")
	want := []string{
		"prefix-unique at NetworkInterfaces[1].Ipv4Prefixes[249].Ipv4Prefix",
		"ipv6-address-unique at NetworkInterfaces[1].Ipv6Addresses[499].Ipv6Address",
	}
	if diff := cmp.Diff(want, found(t, in)); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
}

// TestRepeatedGroupsCountOnce shows that a group listed again and again, which
// EC2 may well accept, is not refused for the number of groups.
func TestRepeatedGroupsCountOnce(t *testing.T) {
	in := &ec2.RunInstancesInput{}
	var want []string
	for i := range 20 {
		in.SecurityGroupIds = append(in.SecurityGroupIds, "sg-0123456789abcdef0")
		if i > 0 {
			want = append(want, fmt.Sprintf("security-group-unique at SecurityGroupIds[%d]", i))
		}
	}
	if diff := cmp.Diff(want, found(t, in)); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
}

func TestEverySecondaryInterfaceIsChecked(t *testing.T) {
	in := &ec2.RunInstancesInput{SecondaryInterfaces: make([]types.InstanceSecondaryInterfaceSpecificationRequest, 2)}
	var want []string
	for i := range in.SecondaryInterfaces {
		in.SecondaryInterfaces[i].PrivateIpAddresses = make([]types.InstanceSecondaryInterfacePrivateIpAddressRequest, 1)
		want = append(want, fmt.Sprintf("secondary-interface-ip-required at SecondaryInterfaces[%d].PrivateIpAddresses[0].PrivateIpAddress", i))
	}
	if diff := cmp.Diff(want, found(t, in)); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
}
