// Package efacluster shows nodes that exchange messages over all their network
// cards: an Elastic Fabric Adapter on each, in one cluster placement group.
package efacluster_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/network"
)

const (
	subnet = "subnet-0123456789abcdef0"
	group  = "sg-0123456789abcdef0" // lets its own members in and out
)

// adapters puts an interface on every network card of a type. The first has an
// IP stack; the others are for messages alone. Cards that are known to take no
// adapter are left out, but for the first.
func adapters(t types.InstanceType) (network.Config, error) {
	info, _ := instancetype.Lookup(t)
	if info.EFA() != instancetype.Yes {
		return nil, fmt.Errorf("%s is not known to take Elastic Fabric Adapters", t)
	}
	var all []network.Attachment
	for _, card := range info.Cards() {
		takes := card.EFA() != instancetype.No
		first := network.NewInterface(0).Subnet(subnet).SecurityGroups(group)
		switch {
		case card.Index() == 0 && takes:
			all = append(all, first.EFA())
		case card.Index() == 0:
			all = append(all, first)
		case takes:
			all = append(all, network.EFAOnly(1, card.Index()).Subnet(subnet).SecurityGroups(group))
		}
	}
	return network.Interfaces(all...), nil
}

// cluster builds n nodes that are placed close together, all or none.
func cluster(t types.InstanceType, n int32) (launch.Spec, error) {
	cards, err := adapters(t)
	if err != nil {
		return launch.Spec{}, err
	}
	return launch.FromImage("ami-0123456789abcdef0", t).
		Count(launch.Exactly(n)).
		Placement(placement.Group("training")).
		Network(cards).
		Build()
}

func Example() {
	srv := launchtest.New()
	defer srv.Close()
	l := launcher.New(srv.Client())
	for _, t := range []types.InstanceType{
		types.InstanceTypeP548xlarge,
		types.InstanceTypeP6B30048xlarge, // whose first card takes no adapter
		types.InstanceTypeM7iLarge,
	} {
		spec, err := cluster(t, 4)
		if err != nil {
			fmt.Println(err)
			continue
		}
		result, err := l.Launch(context.Background(), spec)
		fmt.Println(len(result.IDs()), "nodes of", t, "with", len(spec.Input().NetworkInterfaces), "interfaces each:", err)
	}
	// Output:
	// 4 nodes of p5.48xlarge with 32 interfaces each: <nil>
	// 4 nodes of p6-b300.48xlarge with 17 interfaces each: <nil>
	// m7i.large is not known to take Elastic Fabric Adapters
}

// A cluster is launched as a whole. Where the zone is full, nothing is left
// behind.
func Example_zoneIsFull() {
	srv := launchtest.New(launchtest.Capacity("us-east-1a", 3))
	defer srv.Close()
	spec, err := cluster(types.InstanceTypeP548xlarge, 4)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = launcher.New(srv.Client()).Launch(context.Background(), spec)
	if failed, ok := errors.AsType[*launcher.Error](err); ok {
		fmt.Println(failed.Outcome, failed.Answer.Code, "- alive:", srv.Alive())
	}
	// Output:
	// refused InsufficientInstanceCapacity - alive: 0
}
