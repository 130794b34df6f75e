package launchtest_test

import (
	"net/netip"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// A /26 has the prefixes .0 to .48, of which .0 and .48 hold addresses that EC2
// keeps for itself.
func small() launchtest.Option {
	return launchtest.Has(types.Subnet{SubnetId: new("subnet-0123456789abcdef0"), CidrBlock: new("192.168.0.0/26"), AvailabilityZone: new("us-east-1a")})
}

// delegated returns a request in the small subnet with so many prefixes.
func delegated(token string, count, v4, v6 int32) *ec2.RunInstancesInput {
	in := request(token, count)
	in.NetworkInterfaces = []types.InstanceNetworkInterfaceSpecification{{
		DeviceIndex: new(int32(0)), SubnetId: new("subnet-0123456789abcdef0"), Ipv4PrefixCount: &v4, Ipv6PrefixCount: &v6,
	}}
	return in
}

func TestPrefixesThatARequestCountsAreInTheAnswer(t *testing.T) {
	srv := launchtest.Start(t, small())
	n := launch(t, srv, delegated("token", 1, 2, 3)).Instances[0].NetworkInterfaces[0]
	if len(n.Ipv4Prefixes) != 2 || len(n.Ipv6Prefixes) != 3 {
		t.Fatalf("got %d IPv4 and %d IPv6 prefixes", len(n.Ipv4Prefixes), len(n.Ipv6Prefixes))
	}
	seen := map[netip.Prefix]bool{}
	check := func(text string, block netip.Prefix, bits int) {
		t.Helper()
		p, err := netip.ParsePrefix(text)
		if err != nil || p.Bits() != bits || !block.Contains(p.Addr()) || p != p.Masked() || seen[p] {
			t.Errorf("%s is no new /%d of %s", text, bits, block)
		}
		seen[p] = true
		if a := netip.MustParseAddr(*n.PrivateIpAddress); p.Contains(a) {
			t.Errorf("the interface's own address %s is in its prefix %s", a, p)
		}
	}
	for _, p := range n.Ipv4Prefixes {
		check(*p.Ipv4Prefix, netip.MustParsePrefix("192.168.0.0/26"), 28)
	}
	for _, p := range n.Ipv6Prefixes {
		check(*p.Ipv6Prefix, netip.MustParsePrefix("2001:db8::/32"), 80)
	}
	subnets, err := srv.Client().DescribeSubnets(t.Context(), &ec2.DescribeSubnetsInput{SubnetIds: []string{"subnet-0123456789abcdef0"}})
	if err != nil || *subnets.Subnets[0].AvailableIpAddressCount != 64-5-1-32 {
		t.Errorf("%v, %d addresses are left", err, *subnets.Subnets[0].AvailableIpAddressCount)
	}
}

func TestPrefixesRunOutAndComeBack(t *testing.T) {
	srv := launchtest.Start(t, small())
	client := srv.Client()
	some := delegated("some", 9, 1, 0)
	some.MinCount = new(int32(1))
	first := launch(t, srv, some)
	if len(first.Instances) != 2 {
		t.Errorf("%d instances share two prefixes", len(first.Instances))
	}
	if _, err := client.RunInstances(t.Context(), delegated("more", 1, 1, 0)); code(err) != "InsufficientCidrBlocks" {
		t.Errorf("got %v", err)
	}
	named := request("named", 1)
	named.PrivateIpAddress, named.SubnetId = new("192.168.0.40"), new("subnet-0123456789abcdef0")
	if _, err := client.RunInstances(t.Context(), named); code(err) != "InvalidIPAddress.InUse" {
		t.Errorf("an address in a prefix: %v", err)
	}
	terminate(t, srv, ids(first.Instances)...)
	describe(t, srv, &ec2.DescribeInstancesInput{})
	launch(t, srv, delegated("again", 2, 1, 0))
}

func TestAddressesAreNotThoseOfAPrefixThatARequestNames(t *testing.T) {
	srv := launchtest.Start(t, small())
	in := delegated("token", 1, 0, 0)
	in.NetworkInterfaces[0].Ipv4Prefixes = []types.Ipv4PrefixSpecificationRequest{{Ipv4Prefix: new("192.168.0.16/28")}}
	launch(t, srv, in)
	out := launch(t, srv, delegated("others", 42-1, 0, 0)) // of 64, without 5, 16 and 1
	for _, i := range out.Instances {
		if netip.MustParsePrefix("192.168.0.16/28").Contains(netip.MustParseAddr(*i.PrivateIpAddress)) {
			t.Errorf("%s is in the prefix of another instance", *i.PrivateIpAddress)
		}
	}
	if _, err := srv.Client().RunInstances(t.Context(), delegated("full", 2, 0, 0)); code(err) != "InsufficientFreeAddressesInSubnet" {
		t.Errorf("got %v", err)
	}
}

// Two instances of eight addresses leave only one prefix whole.
func TestAddressesBreakUpPrefixes(t *testing.T) {
	srv := launchtest.Start(t, small())
	in := delegated("two", 2, 1, 0)
	in.NetworkInterfaces[0].SecondaryPrivateIpAddressCount = new(int32(7))
	if _, err := srv.Client().RunInstances(t.Context(), in); code(err) != "InsufficientCidrBlocks" || srv.Alive() != 0 {
		t.Errorf("%v, %d alive", err, srv.Alive())
	}
	in.ClientToken, in.MinCount = new("one"), new(int32(1))
	if out := launch(t, srv, in); len(out.Instances) != 1 || len(out.Instances[0].NetworkInterfaces[0].Ipv4Prefixes) != 1 {
		t.Errorf("got %d instances, the first with %+v", len(out.Instances), out.Instances[0].NetworkInterfaces[0].Ipv4Prefixes)
	}
}
