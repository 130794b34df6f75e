package placement_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/placement"
)

// The name of a zone means what it means in this account, its ID the same zone
// in all.
func ExampleZone() {
	fmt.Println(launch.Builder{}.Placement(placement.Zone("us-east-1a")))
	fmt.Println(launch.Builder{}.Placement(placement.ZoneID("use1-az1")))
	// Output:
	// {"Placement":{"AvailabilityZone":"us-east-1a"}}
	// {"Placement":{"AvailabilityZoneId":"use1-az1"}}
}

// Hardware of this account alone, in a zone.
func ExampleDedicated() {
	fmt.Println(launch.Builder{}.Placement(placement.Dedicated().Zone("us-east-1a")))
	fmt.Println(launch.Builder{}.Placement(placement.Dedicated().ZoneID("use1-az1")))
	// Output:
	// {"Placement":{"AvailabilityZone":"us-east-1a","Tenancy":"dedicated"}}
	// {"Placement":{"AvailabilityZoneId":"use1-az1","Tenancy":"dedicated"}}
}

// The launch template asks for Dedicated Instances, and this launch does not.
func ExampleDefaultTenancy() {
	fmt.Println(launch.Builder{}.Placement(placement.DefaultTenancy()))
	// Output:
	// {"Placement":{"Tenancy":"default"}}
}

// A base is forked into tenancies, and stays as it was.
func ExampleUngrouped() {
	base := placement.Zone("us-east-1a")
	for _, p := range []placement.Ungrouped{base, base.Dedicated(), base.DefaultTenancy()} {
		in := &ec2.RunInstancesInput{}
		p.Apply(in)
		fmt.Printf("%s %q\n", *in.Placement.AvailabilityZone, in.Placement.Tenancy)
	}
	// Output:
	// us-east-1a ""
	// us-east-1a "dedicated"
	// us-east-1a "default"
}

// A function that chooses a placement returns the interface.
func ExamplePlacement_chosen() {
	place := func(group string) placement.Placement {
		if group == "" {
			return placement.Zone("us-east-1a")
		}
		return placement.Group(group)
	}
	fmt.Println(launch.Builder{}.Placement(place("")))
	fmt.Println(launch.Builder{}.Placement(place("web")))
	// Output:
	// {"Placement":{"AvailabilityZone":"us-east-1a"}}
	// {"Placement":{"GroupName":"web"}}
}
