package placement_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/placement"
)

// A group that another account shares goes by its ID; the zone by the ID that
// means the same in both accounts.
func ExampleGroupID() {
	shared := placement.GroupID("pg-0123456789abcdef0").ZoneID("use1-az1")
	fmt.Println(launch.Builder{}.Placement(shared))
	fmt.Println(launch.Builder{}.Placement(shared.Dedicated()))
	fmt.Println(launch.Builder{}.Placement(shared.DefaultTenancy()))
	// Output:
	// {"Placement":{"AvailabilityZoneId":"use1-az1","GroupId":"pg-0123456789abcdef0"}}
	// {"Placement":{"AvailabilityZoneId":"use1-az1","GroupId":"pg-0123456789abcdef0","Tenancy":"dedicated"}}
	// {"Placement":{"AvailabilityZoneId":"use1-az1","GroupId":"pg-0123456789abcdef0","Tenancy":"default"}}
}

// Spread domains are reserved.
func ExampleGrouped_SpreadDomain() {
	spec, err := launch.FromImage("ami-0123456789abcdef0", "m7i.large").
		Placement(placement.Group("web").SpreadDomain("rack")).
		Build()
	fmt.Println(spec.Warnings(), err)
	// Output:
	// [Placement.SpreadDomain = "rack": should not be used yet; drop it and spread by the strategy of a placement group [placement-spread-domain-reserved]] <nil>
}

// A placement serves a request that is written by hand, too.
func ExampleGrouped_Apply() {
	in := &ec2.RunInstancesInput{}
	placement.Group("web").Apply(in)
	fmt.Println(*in.Placement.GroupName)
	// Output:
	// web
}
