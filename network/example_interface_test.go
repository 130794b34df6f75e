package network_test

import (
	"encoding/json"
	"fmt"
	"net/netip"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/network"
)

// The one interface of a web server: it is reached from outside, and ends with
// the instance.
func ExampleNewInterface() {
	front := network.NewInterface(0).
		Subnet("subnet-0123456789abcdef0").
		SecurityGroups("sg-0123456789abcdef0").
		Description("front").
		PublicIP(true).
		PrivateIP(netip.MustParseAddr("10.0.0.10")).
		DeleteOnTermination(true)
	text, err := json.MarshalIndent(launch.Builder{}.Network(network.Interfaces(front)), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "NetworkInterfaces": [
	//     {
	//       "AssociatePublicIpAddress": true,
	//       "DeleteOnTermination": true,
	//       "Description": "front",
	//       "DeviceIndex": 0,
	//       "Groups": [
	//         "sg-0123456789abcdef0"
	//       ],
	//       "PrivateIpAddress": "10.0.0.10",
	//       "SubnetId": "subnet-0123456789abcdef0"
	//     }
	//   ]
	// } <nil>
}

// An instance in two networks: no public address at the front, and an interface
// at the back that outlives it.
func ExampleInterfaces() {
	in := network.Interfaces(
		network.NewInterface(0).Subnet("subnet-0123456789abcdef0").PublicIP(false),
		network.NewInterface(1).Subnet("subnet-0fedcba9876543210").DeleteOnTermination(false),
	)
	text, err := json.MarshalIndent(launch.Builder{}.Network(in), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "NetworkInterfaces": [
	//     {
	//       "AssociatePublicIpAddress": false,
	//       "DeviceIndex": 0,
	//       "SubnetId": "subnet-0123456789abcdef0"
	//     },
	//     {
	//       "DeleteOnTermination": false,
	//       "DeviceIndex": 1,
	//       "SubnetId": "subnet-0fedcba9876543210"
	//     }
	//   ]
	// } <nil>
}

// An address of the carrier, in a Wavelength Zone.
func ExampleInterface_CarrierIP() {
	edge := network.NewInterface(0).Subnet("subnet-0123456789abcdef0").CarrierIP(true)
	fmt.Println(launch.Builder{}.Network(network.Interfaces(edge)))
	// Output:
	// {"NetworkInterfaces":[{"AssociateCarrierIpAddress":true,"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}
}

// A type with two network cards has the bandwidth of both, where each has an
// interface.
func ExampleInterface_NetworkCardIndex() {
	first := network.NewInterface(0).Subnet("subnet-0123456789abcdef0")
	second := network.NewInterface(1).Subnet("subnet-0123456789abcdef0").NetworkCardIndex(1)
	_, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeC6in32xlarge).
		Network(network.Interfaces(first, second)).
		Build()
	fmt.Println(err)
	// Output:
	// <nil>
}

// A fast flow between two instances, over TCP and UDP, with more queues than
// the type gives an interface by itself.
func ExampleInterface_ENAExpress() {
	flow := network.NewInterface(0).ENAExpress(true).ENAExpressUDP(true).ENAQueueCount(16)
	text, err := json.MarshalIndent(launch.Builder{}.Network(network.Interfaces(flow)), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "NetworkInterfaces": [
	//     {
	//       "DeviceIndex": 0,
	//       "EnaQueueCount": 16,
	//       "EnaSrdSpecification": {
	//         "EnaSrdEnabled": true,
	//         "EnaSrdUdpSpecification": {
	//           "EnaSrdUdpEnabled": true
	//         }
	//       }
	//     }
	//   ]
	// } <nil>
}

// A load balancer forgets idle connections early, before its table is full.
func ExampleInterface_TCPEstablishedTimeout() {
	f := network.NewInterface(0).TCPEstablishedTimeout(350).UDPStreamTimeout(120).UDPTimeout(30)
	text, err := json.MarshalIndent(launch.Builder{}.Network(network.Interfaces(f)), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "NetworkInterfaces": [
	//     {
	//       "ConnectionTrackingSpecification": {
	//         "TcpEstablishedTimeout": 350,
	//         "UdpStreamTimeout": 120,
	//         "UdpTimeout": 30
	//       },
	//       "DeviceIndex": 0
	//     }
	//   ]
	// } <nil>
}

// An adapter with an IP stack on the first card, and one without on the second.
func ExampleInterface_EFA() {
	const subnet, group = "subnet-0123456789abcdef0", "sg-0123456789abcdef0"
	first := network.NewInterface(0).EFA().Subnet(subnet).SecurityGroups(group)
	second := network.EFAOnly(1, 1).Description("messages").Subnet(subnet).SecurityGroups(group)
	spec, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeP5en48xlarge).
		Network(network.Interfaces(first, second)).
		Build()
	fmt.Println(spec.Warnings(), err)
	// Output:
	// [] <nil>
}

// An adapter that is made for messages alone.
func ExampleEFAOnly() {
	adapter := network.EFAOnly(1, 1)
	fmt.Println(launch.Builder{}.Network(network.Interfaces(adapter.DeleteOnTermination(true))))
	fmt.Println(launch.Builder{}.Network(network.Interfaces(adapter.DeleteOnTermination(false))))
	// Output:
	// {"NetworkInterfaces":[{"DeleteOnTermination":true,"DeviceIndex":1,"InterfaceType":"efa-only","NetworkCardIndex":1}]}
	// {"NetworkInterfaces":[{"DeleteOnTermination":false,"DeviceIndex":1,"InterfaceType":"efa-only","NetworkCardIndex":1}]}
}

// An interface that was made before, with the address that clients know.
func ExampleExisting() {
	in := network.Interfaces(
		network.NewInterface(0).Subnet("subnet-0123456789abcdef0"),
		network.Existing("eni-0123456789abcdef0").DeviceIndex(1).NetworkCardIndex(1),
	)
	text, err := json.MarshalIndent(launch.Builder{}.Network(in), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "NetworkInterfaces": [
	//     {
	//       "DeviceIndex": 0,
	//       "SubnetId": "subnet-0123456789abcdef0"
	//     },
	//     {
	//       "DeviceIndex": 1,
	//       "NetworkCardIndex": 1,
	//       "NetworkInterfaceId": "eni-0123456789abcdef0"
	//     }
	//   ]
	// } <nil>
}

// What is not the interface's own can be chosen at the launch.
func ExampleExistingInterface_ENAExpress() {
	flow := network.Existing("eni-0123456789abcdef0").ENAExpress(true).ENAExpressUDP(true).ENAQueueCount(8)
	text, err := json.MarshalIndent(launch.Builder{}.Network(network.Interfaces(flow)), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "NetworkInterfaces": [
	//     {
	//       "DeviceIndex": 0,
	//       "EnaQueueCount": 8,
	//       "EnaSrdSpecification": {
	//         "EnaSrdEnabled": true,
	//         "EnaSrdUdpSpecification": {
	//           "EnaSrdUdpEnabled": true
	//         }
	//       },
	//       "NetworkInterfaceId": "eni-0123456789abcdef0"
	//     }
	//   ]
	// } <nil>
}
