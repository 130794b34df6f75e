// Package dualstack shows an instance with IPv4 and IPv6: an IPv6 address that
// stays, names in DNS for both, and a metadata service that answers over both.
package dualstack_test

import (
	"encoding/json"
	"fmt"
	"net/netip"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/metadata"
	"github.com/ec2launch/ec2launch/network"
)

// dualStack begins an instance in a subnet with IPv4 and IPv6.
func dualStack(addresses network.IPv6) launch.Builder {
	front := network.NewInterface(0).
		Subnet("subnet-0123456789abcdef0").
		SecurityGroups("sg-0123456789abcdef0").
		IPv6(addresses).
		PrimaryIPv6(true)
	names := network.Hostname(types.HostnameTypeResourceName).
		EnableResourceNameDNSARecord(true).
		EnableResourceNameDNSAAAARecord(true)
	return launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).
		Network(network.Interfaces(front)).
		PrivateDNS(names).
		Metadata(metadata.Required().IPv6(true))
}

// EC2 chooses the addresses.
func Example() {
	spec, err := dualStack(network.IPv6Count(1)).Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	text, _ := json.MarshalIndent(spec, "", "  ")
	fmt.Printf("%s\n", text)
	// Output:
	// {
	//   "MaxCount": 1,
	//   "MinCount": 1,
	//   "ImageId": "ami-0123456789abcdef0",
	//   "InstanceType": "m7i.large",
	//   "MetadataOptions": {
	//     "HttpProtocolIpv6": "enabled",
	//     "HttpTokens": "required"
	//   },
	//   "NetworkInterfaces": [
	//     {
	//       "DeviceIndex": 0,
	//       "Groups": [
	//         "sg-0123456789abcdef0"
	//       ],
	//       "Ipv6AddressCount": 1,
	//       "PrimaryIpv6": true,
	//       "SubnetId": "subnet-0123456789abcdef0"
	//     }
	//   ],
	//   "PrivateDnsNameOptions": {
	//     "EnableResourceNameDnsAAAARecord": true,
	//     "EnableResourceNameDnsARecord": true,
	//     "HostnameType": "resource-name"
	//   }
	// }
}

// An address of one's own is one instance's alone.
func Example_ownAddress() {
	web := dualStack(network.IPv6Addrs(netip.MustParseAddr("2001:db8:1234:1a00::10")))
	_, err := web.Build()
	fmt.Println(err)

	_, err = web.Count(launch.Exactly(2)).Build()
	fmt.Println(err)
	// Output:
	// <nil>
	// invalid launch request: NetworkInterfaces[0].Ipv6Addresses: must not be given to 2 instances; let EC2 choose with Ipv6AddressCount, or launch one instance with MaxCount 1 [ipv6-instances-conflict]
}
