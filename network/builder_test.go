package network_test

import (
	"net/netip"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/network"
)

type part interface{ Apply(*ec2.RunInstancesInput) }

// applied returns, as JSON, the request that the parts make of an empty one.
func applied(t *testing.T, parts ...part) string {
	t.Helper()
	var in ec2.RunInstancesInput
	for _, p := range parts {
		p.Apply(&in)
	}
	return encode(t, &in)
}

func encode(t *testing.T, in *ec2.RunInstancesInput) string {
	t.Helper()
	text, err := clijson.Encode(in)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

var (
	four = netip.MustParseAddr("10.0.0.12")
	next = netip.MustParseAddr("10.0.0.13")
	six  = netip.MustParseAddr("2001:db8::10")
	six2 = netip.MustParseAddr("2001:db8::11")
)

func TestApply(t *testing.T) {
	for _, tt := range []struct {
		name string
		part part
		want string
	}{
		{
			"subnet",
			network.InSubnet("subnet-1").SecurityGroups("sg-1").SecurityGroups("sg-2", "sg-3").PrivateIP(four),
			`{"PrivateIpAddress":"10.0.0.12","SecurityGroupIds":["sg-1","sg-2","sg-3"],"SubnetId":"subnet-1"}`,
		},
		{
			"subnet, IPv6 count",
			network.InSubnet("subnet-1").IPv6(network.IPv6Count(2)),
			`{"Ipv6AddressCount":2,"SubnetId":"subnet-1"}`,
		},
		{
			"subnet, no IPv6",
			network.InSubnet("subnet-1").IPv6(network.IPv6Count(0)),
			`{"Ipv6AddressCount":0,"SubnetId":"subnet-1"}`,
		},
		{
			"subnet, IPv6 list for count",
			network.InTemplateSubnet().IPv6(network.IPv6Count(2)).IPv6(network.IPv6Addrs(six)).EnablePrimaryIPv6(true),
			`{"EnablePrimaryIpv6":true,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"}]}`,
		},
		{
			"subnet, IPv6 taken back",
			network.InSubnet("subnet-1").IPv6(network.IPv6Addrs(six)).IPv6(nil),
			`{"SubnetId":"subnet-1"}`,
		},
		{
			"default VPC",
			network.InDefaultVPC().SecurityGroupNames("web",
				"db").SecurityGroups("sg-1").PrivateIP(four).EnablePrimaryIPv6(true).
				IPv6(network.IPv6PrimaryAddrs(six, six2)),
			`{"EnablePrimaryIpv6":true,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10","IsPrimaryIpv6":true},` +
				`{"Ipv6Address":"2001:db8::11"}],` +
				`"PrivateIpAddress":"10.0.0.12","SecurityGroupIds":["sg-1"],"SecurityGroups":["web","db"]}`,
		},
		{"nothing said", network.InDefaultVPC(), `{}`},
		{"no interfaces", network.Interfaces(), `{}`},
		{"nil interface", network.Interfaces(nil), `{"NetworkInterfaces":[{}]}`},
		{
			"interface",
			network.Interfaces(network.NewInterface(0).NetworkCardIndex(0).Subnet("subnet-1").SecurityGroups("sg-1").
				Description("front").
				DeleteOnTermination(true).PublicIP(true).CarrierIP(true).EFA().PrimaryIPv6(true)),
			`{"NetworkInterfaces":[{"AssociateCarrierIpAddress":true,"AssociatePublicIpAddress":true,` +
				`"DeleteOnTermination":true,` +
				`"Description":"front","DeviceIndex":0,"Groups":["sg-1"],"InterfaceType":"efa","NetworkCardIndex":0,` +
				`"PrimaryIpv6":true,"SubnetId":"subnet-1"}]}`,
		},
		{
			"interface that stays, without a public address",
			network.Interfaces(network.NewInterface(1).PublicIP(true).PublicIP(false).DeleteOnTermination(true).DeleteOnTermination(false)),
			`{"NetworkInterfaces":[{"AssociatePublicIpAddress":false,"DeleteOnTermination":false,"DeviceIndex":1}]}`,
		},
		{
			"chosen addresses",
			network.Interfaces(network.NewInterface(0).PrivateIP(four).SecondaryIPv4(network.IPv4Addrs(next)).
				IPv6(network.IPv6Addrs(six, six2))),
			`{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"},` +
				`{"Ipv6Address":"2001:db8::11"}],` +
				`"PrivateIpAddress":"10.0.0.12","PrivateIpAddresses":[{"Primary":false,` +
				`"PrivateIpAddress":"10.0.0.13"}]}]}`,
		},
		{
			"counts for lists",
			network.Interfaces(network.NewInterface(0).SecondaryIPv4(network.IPv4Addrs(next)).
				SecondaryIPv4(network.IPv4Count(2)).
				IPv6(network.IPv6Addrs(six)).IPv6(network.IPv6Count(3))),
			`{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":3,"SecondaryPrivateIpAddressCount":2}]}`,
		},
		{
			"prefix counts",
			network.Interfaces(network.NewInterface(0).IPv4Prefixes(network.IPv4PrefixCount(1)).
				IPv6Prefixes(network.IPv6PrefixCount(2))),
			`{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1,"Ipv6PrefixCount":2}]}`,
		},
		{
			"prefixes",
			network.Interfaces(network.NewInterface(0).
				IPv4Prefixes(network.IPv4PrefixCount(1)).IPv4Prefixes(network.IPv4PrefixList(netip.PrefixFrom(four,
				28))).
				IPv6Prefixes(network.IPv6PrefixCount(1)).IPv6Prefixes(network.IPv6PrefixList(netip.PrefixFrom(six,
				80)))),
			`{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.12/28"}],` +
				`"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8::10/80"}]}]}`,
		},
		{
			"choices taken back",
			network.Interfaces(network.NewInterface(0).SecondaryIPv4(network.IPv4Count(1)).SecondaryIPv4(nil).
				IPv6(network.IPv6Count(1)).IPv6(nil).
				IPv4Prefixes(network.IPv4PrefixCount(1)).IPv4Prefixes(nil).IPv6Prefixes(network.IPv6PrefixCount(1)).
				IPv6Prefixes(nil)),
			`{"NetworkInterfaces":[{"DeviceIndex":0}]}`,
		},
		{
			"ENA",
			network.Interfaces(network.NewInterface(0).ENAExpress(true).ENAQueueCount(4),
				network.NewInterface(1).ENAExpressUDP(true).ENAExpress(true),
				network.NewInterface(2).ENAExpressUDP(true).ENAExpress(false),
				network.NewInterface(3).ENAExpressUDP(true).ENAExpressUDP(false)),
			`{"NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":4,"EnaSrdSpecification":{"EnaSrdEnabled":true}},` +
				`{"DeviceIndex":1,"EnaSrdSpecification":{"EnaSrdEnabled":true,` +
				`"EnaSrdUdpSpecification":{"EnaSrdUdpEnabled":true}}},` +
				`{"DeviceIndex":2,"EnaSrdSpecification":{"EnaSrdEnabled":false}},` +
				`{"DeviceIndex":3,"EnaSrdSpecification":{"EnaSrdEnabled":true,` +
				`"EnaSrdUdpSpecification":{"EnaSrdUdpEnabled":false}}}]}`,
		},
		{
			"connection tracking",
			network.Interfaces(network.NewInterface(0).TCPEstablishedTimeout(120).UDPStreamTimeout(90).UDPTimeout(45)),
			`{"NetworkInterfaces":[{"ConnectionTrackingSpecification":{"TcpEstablishedTimeout":120,` +
				`"UdpStreamTimeout":90,` +
				`"UdpTimeout":45},"DeviceIndex":0}]}`,
		},
		{
			"existing interfaces",
			network.Interfaces(network.Existing("eni-1"),
				network.Existing("eni-2").DeviceIndex(1).NetworkCardIndex(2).ENAExpressUDP(true).ENAQueueCount(8),
				network.Existing("eni-3").ENAExpress(true)),
			`{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-1"},` +
				`{"DeviceIndex":1,"EnaQueueCount":8,"EnaSrdSpecification":{"EnaSrdEnabled":true,` +
				`"EnaSrdUdpSpecification":{"EnaSrdUdpEnabled":true}},` +
				`"NetworkCardIndex":2,"NetworkInterfaceId":"eni-2"},` +
				`{"DeviceIndex":0,"EnaSrdSpecification":{"EnaSrdEnabled":true},"NetworkInterfaceId":"eni-3"}]}`,
		},
		{
			"EFA only",
			network.Interfaces(network.EFAOnly(1,
				0).Subnet("subnet-1").SecurityGroups("sg-1").Description("fabric").DeleteOnTermination(false),
				network.EFAOnly(0, 1).DeleteOnTermination(true)),
			`{"NetworkInterfaces":[{"DeleteOnTermination":false,"Description":"fabric","DeviceIndex":1,` +
				`"Groups":["sg-1"],` +
				`"InterfaceType":"efa-only","NetworkCardIndex":0,"SubnetId":"subnet-1"},` +
				`{"DeleteOnTermination":true,"DeviceIndex":0,"InterfaceType":"efa-only","NetworkCardIndex":1}]}`,
		},
		{
			"secondary interface",
			network.NewSecondaryInterface("subnet-1").DeviceIndex(2).NetworkCardIndex(1).DeleteOnTermination(true).
				IPv4(network.IPv4Count(1)),
			`{"SecondaryInterfaces":[{"DeleteOnTermination":true,"DeviceIndex":2,"InterfaceType":"secondary",` +
				`"NetworkCardIndex":1,` +
				`"PrivateIpAddressCount":1,"SecondarySubnetId":"subnet-1"}]}`,
		},
		{
			"secondary interface, chosen addresses",
			network.NewSecondaryInterface("subnet-1").IPv4(network.IPv4Count(1)).IPv4(network.IPv4Addrs(four)),
			`{"SecondaryInterfaces":[{"InterfaceType":"secondary",` +
				`"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"}],` +
				`"SecondarySubnetId":"subnet-1"}]}`,
		},
		{
			"bandwidth",
			network.BandwidthWeighting(types.InstanceBandwidthWeightingVpc1),
			`{"NetworkPerformanceOptions":{"BandwidthWeighting":"vpc-1"}}`,
		},
		{
			"host name",
			network.Hostname(types.HostnameTypeResourceName).EnableResourceNameDNSARecord(true).
				EnableResourceNameDNSAAAARecord(false),
			`{"PrivateDnsNameOptions":{"EnableResourceNameDnsAAAARecord":false,"EnableResourceNameDnsARecord":true,` +
				`"HostnameType":"resource-name"}}`,
		},
		{
			"records alone", network.PrivateDNS{}.EnableResourceNameDNSARecord(false),
			`{"PrivateDnsNameOptions":{"EnableResourceNameDnsARecord":false}}`,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, applied(t, tt.part)); diff != "" {
				t.Errorf("request (-want +got):\n%s", diff)
			}
		})
	}
}

// A Config replaces all that was said about the network, other values replace
// their like, and secondary interfaces add up.
func TestApplyAgain(t *testing.T) {
	direct := network.InDefaultVPC().SecurityGroups("sg-1").SecurityGroupNames("web").PrivateIP(four).
		IPv6(network.IPv6Count(1)).EnablePrimaryIPv6(true)
	listed := network.Interfaces(network.NewInterface(0))
	for _, tt := range []struct {
		name  string
		parts []part
		want  string
	}{
		{
			"interfaces for a subnet",
			[]part{network.InSubnet("subnet-1"), direct, listed},
			`{"NetworkInterfaces":[{"DeviceIndex":0}]}`,
		},
		{"a subnet for interfaces", []part{listed, network.InSubnet("subnet-1")}, `{"SubnetId":"subnet-1"}`},
		{
			"another subnet",
			[]part{direct, network.InSubnet("subnet-1").IPv6(network.IPv6Addrs(six)), network.InSubnet("subnet-2")},
			`{"SubnetId":"subnet-2"}`,
		},
		{
			"secondary interfaces",
			[]part{network.NewSecondaryInterface("subnet-1"), network.NewSecondaryInterface("subnet-2")},
			`{"SecondaryInterfaces":[{"InterfaceType":"secondary","SecondarySubnetId":"subnet-1"},` +
				`{"InterfaceType":"secondary","SecondarySubnetId":"subnet-2"}]}`,
		},
		{
			"nothing left",
			[]part{network.BandwidthWeighting("ebs-1"), network.Hostname("ip-name"), network.BandwidthWeighting(""),
				network.PrivateDNS{}},
			`{}`,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, applied(t, tt.parts...)); diff != "" {
				t.Errorf("request (-want +got):\n%s", diff)
			}
		})
	}
}

// TestEveryMemberCanBeSet compares what the builders write with all members that
// a request has for its network.
func TestEveryMemberCanBeSet(t *testing.T) {
	var set []members.Set
	for _, base := range append(bases(), network.BandwidthWeighting("vpc-1")) {
		var in ec2.RunInstancesInput
		partOf(base).Apply(&in)
		set = append(set, members.Of(&in))
	}
	roots := []string{"EnablePrimaryIpv6", "Ipv6AddressCount", "Ipv6Addresses", "NetworkInterfaces",
		"NetworkPerformanceOptions",
		"PrivateDnsNameOptions", "PrivateIpAddress", "SecondaryInterfaces", "SecurityGroupIds", "SecurityGroups",
		"SubnetId"}
	for _, path := range members.Paths() {
		root, _, _ := strings.Cut(strings.ReplaceAll(path, "[]", ""), ".")
		want := members.SetOf(path)
		if slices.Contains(roots, root) && !slices.ContainsFunc(set, func(s members.Set) bool { return s.Has(&want) }) {
			t.Errorf("no method sets %s", path)
		}
	}
}
