package placement_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/placement"
)

// One base is forked into the placements of three partitions, and stays as it was.
func Example() {
	base := placement.Group("blue").Zone("us-east-1a")
	for n := range int32(3) {
		var in ec2.RunInstancesInput
		base.Partition(n + 1).Apply(&in)
		fmt.Println(*in.Placement.AvailabilityZone, *in.Placement.GroupName, *in.Placement.PartitionNumber)
	}
	// Output:
	// us-east-1a blue 1
	// us-east-1a blue 2
	// us-east-1a blue 3
}

// Placements print as JSON and compare.
func ExamplePlacement() {
	fmt.Println(placement.Zone("us-east-1a").Dedicated())
	fmt.Println(placement.Group("blue").Partition(2))
	fmt.Println(placement.Host("h-0123456789abcdef0").Equal(placement.AnyHost()))
	// Output:
	// {"Placement":{"AvailabilityZone":"us-east-1a","Tenancy":"dedicated"}}
	// {"Placement":{"GroupName":"blue","PartitionNumber":2}}
	// false
}
