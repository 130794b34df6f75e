package network_test

import (
	"encoding/json"
	"fmt"
	"net/netip"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/network"
)

// Addresses of the subnet's choice, or one's own.
func ExampleIPv4() {
	front := network.NewInterface(0)
	for _, choice := range []network.IPv4{
		network.IPv4Count(2),
		network.IPv4Addrs(netip.MustParseAddr("10.0.0.11")),
	} {
		fmt.Println(launch.Builder{}.Network(network.Interfaces(front.SecondaryIPv4(choice))))
	}
	// Output:
	// {"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2}]}
	// {"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"Primary":false,"PrivateIpAddress":"10.0.0.11"}]}]}
}

// A primary address stays with the instance: the first of the subnet's choice,
// or the one that is marked.
func ExampleIPv6() {
	a, b := netip.MustParseAddr("2001:db8::a"), netip.MustParseAddr("2001:db8::b")
	front := network.NewInterface(0)
	for _, f := range []network.Interface{
		front.IPv6(network.IPv6Count(1)).PrimaryIPv6(true),
		front.IPv6(network.IPv6Addrs(a, b)),
		front.IPv6(network.IPv6PrimaryAddrs(a)),
	} {
		fmt.Println(launch.Builder{}.Network(network.Interfaces(f)))
	}
	// Output:
	// {"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":1,"PrimaryIpv6":true}]}
	// {"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::a"},{"Ipv6Address":"2001:db8::b"}]}]}
	// {"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::a","IsPrimaryIpv6":true}]}]}
}

// A host for containers, each of which has an address of a delegated block.
func ExampleIPv4Prefixes() {
	host := network.NewInterface(0)
	for _, blocks := range []network.IPv4Prefixes{
		network.IPv4PrefixCount(4),
		network.IPv4PrefixList(netip.MustParsePrefix("10.0.1.16/28")),
	} {
		fmt.Println(launch.Builder{}.Network(network.Interfaces(host.IPv4Prefixes(blocks))))
	}
	// Output:
	// {"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":4}]}
	// {"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.1.16/28"}]}]}
}

// One block of IPv6 has more addresses than a host has containers.
func ExampleIPv6Prefixes() {
	host := network.NewInterface(0)
	for _, blocks := range []network.IPv6Prefixes{
		network.IPv6PrefixCount(1),
		network.IPv6PrefixList(netip.MustParsePrefix("2001:db8:0:1:a::/80")),
	} {
		fmt.Println(launch.Builder{}.Network(network.Interfaces(host.IPv6Prefixes(blocks))))
	}
	// Output:
	// {"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":1}]}
	// {"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:0:1:a::/80"}]}]}
}

// A request that is written by hand takes one more secondary interface.
func ExampleSecondaryInterface_Apply() {
	in := &ec2.RunInstancesInput{}
	network.NewSecondaryInterface("ss-0123456789abcdef0").Apply(in)
	fmt.Println(launch.FromInput(in))
	// Output:
	// {"SecondaryInterfaces":[{"InterfaceType":"secondary","SecondarySubnetId":"ss-0123456789abcdef0"}]}
}

// A second network, joined on a card that takes it.
func ExampleNewSecondaryInterface() {
	s := network.NewSecondaryInterface("ss-0123456789abcdef0").
		NetworkCardIndex(1).
		DeviceIndex(1).
		IPv4(network.IPv4Count(1)).
		DeleteOnTermination(true)
	text, err := json.MarshalIndent(launch.Builder{}.SecondaryInterface(s), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "SecondaryInterfaces": [
	//     {
	//       "DeleteOnTermination": true,
	//       "DeviceIndex": 1,
	//       "InterfaceType": "secondary",
	//       "NetworkCardIndex": 1,
	//       "PrivateIpAddressCount": 1,
	//       "SecondarySubnetId": "ss-0123456789abcdef0"
	//     }
	//   ]
	// } <nil>
}
