package launchtest_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// nic returns an interface that names its addresses, or leaves one to EC2.
func nic(index int32, v4, v6 *string, count6 int32) types.InstanceNetworkInterfaceSpecification {
	spec := types.InstanceNetworkInterfaceSpecification{
		DeviceIndex: &index, SubnetId: new("subnet-00000000000000001"), PrivateIpAddress: v4,
	}
	if v6 != nil {
		spec.Ipv6Addresses = []types.InstanceIpv6Address{{Ipv6Address: v6}}
	}
	if count6 > 0 {
		spec.Ipv6AddressCount = &count6
	}
	return spec
}

func TestAddressesOfEC2sChoiceAreNotThoseThatALaterInterfaceNames(t *testing.T) {
	srv := launchtest.Start(t)
	in := request("token", 1)
	in.NetworkInterfaces = []types.InstanceNetworkInterfaceSpecification{
		nic(0, nil, nil, 2), nic(1, new("10.0.0.4"), new("2001:db8::4"), 0),
	}
	in.NetworkInterfaces[0].PrivateIpAddresses = []types.PrivateIpAddressSpecification{{PrivateIpAddress: new("10.0.0.5")}}
	seen := map[string]bool{}
	for _, n := range launch(t, srv, in).Instances[0].NetworkInterfaces {
		for _, a := range n.PrivateIpAddresses {
			if seen[*a.PrivateIpAddress] {
				t.Errorf("%s is handed out twice", *a.PrivateIpAddress)
			}
			seen[*a.PrivateIpAddress] = true
		}
		for _, a := range n.Ipv6Addresses {
			if seen[*a.Ipv6Address] {
				t.Errorf("%s is handed out twice", *a.Ipv6Address)
			}
			seen[*a.Ipv6Address] = true
		}
	}
	if len(seen) != 6 {
		t.Errorf("got %d addresses, want 6", len(seen))
	}
}

func TestAddressesThatARequestNamesAreNotLeftForItsOthers(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Has(types.Subnet{SubnetId: new("subnet-0123456789abcdef0"), CidrBlock: new("192.168.0.0/28")}))
	in := request("token", 1)
	in.NetworkInterfaces = []types.InstanceNetworkInterfaceSpecification{nic(0, new("192.168.0.4"), nil, 0)}
	in.NetworkInterfaces[0].SubnetId = new("subnet-0123456789abcdef0")
	in.NetworkInterfaces[0].SecondaryPrivateIpAddressCount = new(int32(11)) // With the one that it names, 12 of 11.
	_, err := srv.Client().RunInstances(t.Context(), in)
	if code(err) != "InsufficientFreeAddressesInSubnet" {
		t.Errorf("got %v", err)
	}
	in.NetworkInterfaces[0].SecondaryPrivateIpAddressCount = new(int32(10))
	in.ClientToken = new("another")
	launch(t, srv, in)
}

func TestANetworkInterfaceIsAttachedOnce(t *testing.T) {
	eni := func(index int32) types.InstanceNetworkInterfaceSpecification {
		return types.InstanceNetworkInterfaceSpecification{DeviceIndex: &index, NetworkInterfaceId: new("eni-0123456789abcdef0")}
	}
	srv := launchtest.Start(t)
	twice := request("twice", 1)
	twice.NetworkInterfaces = []types.InstanceNetworkInterfaceSpecification{eni(0), eni(1)}
	if _, err := srv.Client().RunInstances(t.Context(), twice); code(err) != "InvalidNetworkInterface.InUse" {
		t.Errorf("of one instance: %v", err)
	}
	two := request("two", 2)
	two.NetworkInterfaces = []types.InstanceNetworkInterfaceSpecification{eni(0)}
	if _, err := srv.Client().RunInstances(t.Context(), two); code(err) != "InvalidParameterCombination" {
		t.Errorf("of two instances: %v", err)
	}
	one := request("one", 1)
	one.NetworkInterfaces = two.NetworkInterfaces
	launch(t, srv, one)
	if _, err := srv.Client().RunInstances(t.Context(), twice); code(err) != "InvalidNetworkInterface.InUse" {
		t.Errorf("of another instance: %v", err)
	}
}

func TestOnlyAnOnlyInterfaceGetsAPublicAddressUnasked(t *testing.T) {
	srv := launchtest.Start(t)
	in := request("token", 1)
	in.NetworkInterfaces = []types.InstanceNetworkInterfaceSpecification{nic(0, nil, nil, 0), nic(1, nil, nil, 0)}
	launch(t, srv, in)
	in = request("another", 1)
	in.NetworkInterfaces = []types.InstanceNetworkInterfaceSpecification{nic(0, nil, nil, 0)}
	launch(t, srv, in)
	instances := described(describe(t, srv, new(ec2.DescribeInstancesInput)))
	if a := instances[0].PublicIpAddress; a != nil {
		t.Errorf("an instance with two interfaces has the public address %s", *a)
	}
	if instances[1].PublicIpAddress == nil {
		t.Error("an instance with one interface has no public address")
	}
}
