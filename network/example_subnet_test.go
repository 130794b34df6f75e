package network_test

import (
	"encoding/json"
	"fmt"
	"net/netip"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/network"
)

// One new interface in a subnet: the request itself says what it needs.
func ExampleInSubnet() {
	b := launch.Builder{}.Network(network.InSubnet("subnet-0123456789abcdef0").SecurityGroups("sg-0123456789abcdef0"))
	fmt.Println(b)
	// Output:
	// {"SecurityGroupIds":["sg-0123456789abcdef0"],"SubnetId":"subnet-0123456789abcdef0"}
}

// An address that DNS knows already, over IPv4 and IPv6.
func ExampleSubnet() {
	s := network.InSubnet("subnet-0123456789abcdef0").
		PrivateIP(netip.MustParseAddr("10.0.0.10")).
		IPv6(network.IPv6Addrs(netip.MustParseAddr("2001:db8::10"))).
		EnablePrimaryIPv6(true)
	spec, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).Network(s).Build()
	fmt.Println(*spec.Input().PrivateIpAddress, *spec.Input().Ipv6Addresses[0].Ipv6Address, err)

	_, err = launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).
		Network(s).
		Count(launch.Exactly(2)).
		Build()
	fmt.Println(err)
	// Output:
	// 10.0.0.10 2001:db8::10 <nil>
	// invalid launch request: 2 rules broken
	// 	Ipv6Addresses: must not be given to 2 instances; let EC2 choose with Ipv6AddressCount, or launch one instance with MaxCount 1 [ipv6-instances-conflict]
	// 	PrivateIpAddress = "10.0.0.10": must not be given to 2 instances; drop it, or launch one instance with MaxCount 1 [private-ip-instances-conflict]
}

// A request that is written by hand takes a Config in place of its own network.
func ExampleSubnet_Apply() {
	in := &ec2.RunInstancesInput{SubnetId: new("subnet-0fedcba9876543210")}
	network.InSubnet("subnet-0123456789abcdef0").Apply(in)
	fmt.Println(*in.SubnetId)
	// Output:
	// subnet-0123456789abcdef0
}

// The launch template names the subnet; the launch adds a group.
func ExampleInTemplateSubnet() {
	fmt.Println(launch.Builder{}.Network(network.InTemplateSubnet().SecurityGroups("sg-0123456789abcdef0")))
	// Output:
	// {"SecurityGroupIds":["sg-0123456789abcdef0"]}
}

// In the default VPC, groups go by name.
func ExampleInDefaultVPC() {
	fmt.Println(launch.Builder{}.Network(network.InDefaultVPC().SecurityGroupNames("web", "ssh")))
	// Output:
	// {"SecurityGroups":["web","ssh"]}
}

// In a default subnet that has IPv6.
func ExampleDefaultVPC_IPv6() {
	d := network.InDefaultVPC().
		SecurityGroups("sg-0123456789abcdef0").
		PrivateIP(netip.MustParseAddr("172.31.0.10")).
		IPv6(network.IPv6Count(1)).
		EnablePrimaryIPv6(true)
	text, err := json.MarshalIndent(launch.Builder{}.Network(d), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "EnablePrimaryIpv6": true,
	//   "Ipv6AddressCount": 1,
	//   "PrivateIpAddress": "172.31.0.10",
	//   "SecurityGroupIds": [
	//     "sg-0123456789abcdef0"
	//   ]
	// } <nil>
}

// A request that is written by hand takes a Config in place of its own network.
func ExampleDefaultVPC_Apply() {
	in := &ec2.RunInstancesInput{SubnetId: new("subnet-0fedcba9876543210")}
	network.InDefaultVPC().Apply(in)
	fmt.Println(in.SubnetId == nil)
	// Output:
	// true
}

// Names that stay when the address changes, over IPv4 and IPv6.
func ExampleHostname() {
	names := network.Hostname(types.HostnameTypeResourceName).
		EnableResourceNameDNSARecord(true).
		EnableResourceNameDNSAAAARecord(true)
	in := &ec2.RunInstancesInput{}
	names.Apply(in)
	fmt.Println(in.PrivateDnsNameOptions.HostnameType)
	fmt.Println(launch.Builder{}.PrivateDNS(network.Hostname(types.HostnameTypeIpName)))
	// Output:
	// resource-name
	// {"PrivateDnsNameOptions":{"HostnameType":"ip-name"}}
}

// More of the bandwidth for the network, less for the volumes, on a type that
// leaves the choice.
func ExampleBandwidthWeighting() {
	more := network.BandwidthWeighting("vpc-1")
	for _, t := range []types.InstanceType{types.InstanceTypeM8gLarge, types.InstanceTypeM7iLarge} {
		spec, err := launch.FromImage("ami-0123456789abcdef0", t).BandwidthWeighting(more).Build()
		fmt.Println(t, err)
		for _, w := range spec.Warnings() {
			fmt.Println(w.Rule, "at", w.Path)
		}
	}
	// Output:
	// m8g.large <nil>
	// m7i.large <nil>
	// bandwidth-weighting-unsupported at NetworkPerformanceOptions.BandwidthWeighting
}

// A request that is written by hand takes a weighting, too.
func ExampleBandwidthWeighting_Apply() {
	in := &ec2.RunInstancesInput{}
	network.BandwidthWeighting("ebs-1").Apply(in)
	fmt.Println(in.NetworkPerformanceOptions.BandwidthWeighting)
	// Output:
	// ebs-1
}
