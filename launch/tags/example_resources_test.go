package tags_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/tags"
)

// A Spot launch creates four kinds of resources, which each want their tags.
func ExampleVolume() {
	common := tags.T{"team": "search"}
	spec, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).
		Market(market.Spot()).
		Tags(
			tags.Instance(common).Tag("Name", "web"),
			tags.Volume(common),
			tags.NetworkInterface(common),
			tags.SpotRequest(common),
		).
		Build()
	for _, s := range spec.Input().TagSpecifications {
		fmt.Print(s.ResourceType, ":")
		for _, tag := range s.Tags {
			fmt.Printf(" %s=%s", *tag.Key, *tag.Value)
		}
		fmt.Println()
	}
	fmt.Println(err)
	// Output:
	// instance: team=search Name=web
	// volume: team=search
	// network-interface: team=search
	// spot-instances-request: team=search
	// <nil>
}

// A type without a function of its own.
func ExampleResource() {
	fmt.Println(launch.Builder{}.Tags(tags.Resource(types.ResourceTypeSecondaryInterface, tags.T{"team": "search"})))
	// Output:
	// {"TagSpecifications":[{"ResourceType":"secondary-interface","Tags":[{"Key":"team","Value":"search"}]}]}
}
