package network_test

import (
	"fmt"
	"net/netip"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/network/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// A Config serves a request that is written by hand, too, and so do the rules.
func Example() {
	in := &ec2.RunInstancesInput{
		ImageId:      new("ami-0abcdef1234567890"),
		InstanceType: types.InstanceTypeT3Micro,
		MinCount:     new(int32(1)),
		MaxCount:     new(int32(1)),
	}
	front := network.NewInterface(0).Subnet("subnet-0123456789abcdef0").SecurityGroups("sg-0123456789abcdef0")
	network.Interfaces(front.IPv6(network.IPv6Count(3))).Apply(in)
	in.SubnetId = new("subnet-0123456789abcdef0")

	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		panic(err)
	}
	for _, f := range v.Check(in).Violations {
		fmt.Printf("%s\n\t%s\n", f.Path, f.Message)
	}
	// Output:
	// NetworkInterfaces[0].Ipv6AddressCount
	// 	an interface of t3.micro takes at most 2 IPv6 addresses; ask for fewer, or choose a larger type
	// SubnetId
	// 	must not be given with NetworkInterfaces; set SubnetId there
}

// A switch that is not called is left to EC2; false declines it. An interface
// prints as JSON.
func ExampleInterface() {
	front := network.NewInterface(0).Subnet("subnet-0123456789abcdef0").PublicIP(false).ENAExpress(true).ENAExpressUDP(true)
	fmt.Println(front)
	fmt.Println(front.PublicIP(true).CarrierIP(false).PrimaryIPv6(true).DeleteOnTermination(false).Equal(front))
	// Output:
	// {"AssociatePublicIpAddress":false,"DeviceIndex":0,"EnaSrdSpecification":{"EnaSrdEnabled":true,"EnaSrdUdpSpecification":{"EnaSrdUdpEnabled":true}},"SubnetId":"subnet-0123456789abcdef0"}
	// false
}

func ExampleExistingInterface() {
	fmt.Println(network.Existing("eni-0123456789abcdef0").ENAExpress(true).ENAExpressUDP(false))
	// Output: {"DeviceIndex":0,"EnaSrdSpecification":{"EnaSrdEnabled":true,"EnaSrdUdpSpecification":{"EnaSrdUdpEnabled":false}},"NetworkInterfaceId":"eni-0123456789abcdef0"}
}

func ExampleEFAOnlyInterface() {
	fmt.Println(network.EFAOnly(1, 0).Subnet("subnet-0123456789abcdef0").DeleteOnTermination(true))
	// Output: {"DeleteOnTermination":true,"DeviceIndex":1,"InterfaceType":"efa-only","NetworkCardIndex":0,"SubnetId":"subnet-0123456789abcdef0"}
}

// An address of the wrong family goes into no request.
func ExampleSubnet_Err() {
	four := netip.MustParseAddr("10.0.0.4")
	subnet := network.InSubnet("subnet-0123456789abcdef0").EnablePrimaryIPv6(true)
	fmt.Println(subnet.IPv6(network.IPv6Addrs(four)).Err())
	fmt.Println(subnet.PrivateIP(four), subnet.Equal(subnet.PrivateIP(four)))
	// Output:
	// IPv6 must be given IPv6 addresses, not 10.0.0.4
	// {"EnablePrimaryIpv6":true,"PrivateIpAddress":"10.0.0.4","SubnetId":"subnet-0123456789abcdef0"} false
}

func ExampleDefaultVPC() {
	vpc := network.InDefaultVPC().SecurityGroupNames("web").EnablePrimaryIPv6(true)
	fmt.Println(vpc, vpc.Err(), vpc.Equal(network.InDefaultVPC()))
	// Output: {"EnablePrimaryIpv6":true,"SecurityGroups":["web"]} <nil> false
}

func ExampleSecondaryInterface() {
	nic := network.NewSecondaryInterface("subnet-0123456789abcdef0").DeviceIndex(1).DeleteOnTermination(true)
	fmt.Println(nic.IPv4(network.IPv4Count(1)), nic.Err())
	fmt.Println(nic.IPv4(network.IPv4Addrs(netip.MustParseAddr("2001:db8::1"))).Err())
	// Output:
	// {"DeleteOnTermination":true,"DeviceIndex":1,"InterfaceType":"secondary","PrivateIpAddressCount":1,"SecondarySubnetId":"subnet-0123456789abcdef0"} <nil>
	// IPv4 must be given IPv4 addresses, not 2001:db8::1
}

func ExamplePrivateDNS() {
	fmt.Println(network.Hostname("resource-name").EnableResourceNameDNSARecord(true).EnableResourceNameDNSAAAARecord(false))
	// Output: {"PrivateDnsNameOptions":{"EnableResourceNameDnsAAAARecord":false,"EnableResourceNameDnsARecord":true,"HostnameType":"resource-name"}}
}
