package instancetype_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// How many interfaces and addresses an instance takes.
func ExampleInfo_MaxNetworkInterfaces() {
	info, _ := instancetype.Lookup(types.InstanceTypeM5Large)
	fmt.Println(info.MaxNetworkInterfaces())
	fmt.Println(info.IPv4PerInterface())
	fmt.Println(info.IPv6PerInterface())
	fmt.Println("IPv6:", info.IPv6())
	// Output:
	// 3 true
	// 10 true
	// 10 true
	// IPv6: yes
}

// What the network of a type can do.
func ExampleInfo_ENA() {
	info, _ := instancetype.Lookup(types.InstanceTypeC6in32xlarge)
	fmt.Println("ENA:", info.ENA(), "ENA Express:", info.ENAExpress(), "queues chosen:", info.FlexibleENAQueues())
	fmt.Println("encrypted between instances:", info.EncryptionInTransit())
	fmt.Println(info.DefaultNetworkCard())
	fmt.Println("EFA:", info.EFA())
	fmt.Println(info.MaxEFAInterfaces())
	// Output:
	// ENA: required ENA Express: yes queues chosen: yes
	// encrypted between instances: yes
	// 0 true
	// EFA: yes
	// 2 true
}

// How the bandwidth can be divided between the network and the volumes: not at
// all, on most types.
func ExampleInfo_BandwidthWeightings() {
	for _, t := range []types.InstanceType{types.InstanceTypeM8gLarge, types.InstanceTypeM5Large} {
		info, _ := instancetype.Lookup(t)
		fmt.Println(t, info.BandwidthWeightings(), info.BandwidthWeighting(types.BandwidthWeightingTypeVpc1))
	}
	// Output:
	// m8g.large [default ebs-1 vpc-1] yes
	// m5.large [] no
}

// Secondary networks, which few types can join.
func ExampleInfo_SecondaryNetwork() {
	info, _ := instancetype.Lookup(types.InstanceTypeM5Large)
	fmt.Println(info.SecondaryNetwork())
	fmt.Println(info.MaxSecondaryInterfaces())
	fmt.Println(info.IPv4PerSecondaryInterface())
	// Output:
	// no
	// 0 false
	// 0 false
}

// After how many idle seconds a connection is forgotten, unless the launch says
// otherwise.
func ExampleInfo_TCPEstablishedTimeout() {
	info, _ := instancetype.Lookup(types.InstanceTypeM5Large)
	fmt.Println(info.TCPEstablishedTimeout())
	fmt.Println(info.UDPStreamTimeout())
	fmt.Println(info.UDPTimeout())
	// Output:
	// 432000 true
	// 180 true
	// 30 true
}

// The network cards of a type, each with bandwidth of its own.
func ExampleCard() {
	info, _ := instancetype.Lookup(types.InstanceTypeC6in32xlarge)
	for _, card := range info.Cards() {
		baseline, _ := card.BaselineGbps()
		peak, _ := card.PeakGbps()
		interfaces, _ := card.MaxInterfaces()
		fmt.Println(card.Index(), baseline, peak, interfaces)
	}
	// Output:
	// 0 200 200 8
	// 1 200 200 8
}

// The queues that the interfaces of a card share, on a type that lets them be
// chosen.
func ExampleCard_MaxENAQueues() {
	info, _ := instancetype.Lookup(types.InstanceTypeM8i16xlarge)
	card, _ := info.NetworkCard(0)
	fmt.Println(card.DefaultENAQueues())
	fmt.Println(card.MaxENAQueues())
	fmt.Println(card.MaxENAQueuesPerInterface())
	fmt.Println(card.AdditionalFlexibleInterfaces())
	// Output:
	// 16 true
	// 256 true
	// 64 true
	// 0 false
}

// Which interfaces a card takes. Where EC2 has not said, the list is nil, and
// the answer is unknown.
func ExampleCard_InterfaceTypes() {
	info, _ := instancetype.Lookup(types.InstanceTypeP6B30048xlarge)
	card, _ := info.NetworkCard(1)
	fmt.Println(card.InterfaceTypes() == nil, card.InterfaceType(types.NetworkCardInterfaceTypeEfaOnly))
	// Output:
	// true unknown
}
