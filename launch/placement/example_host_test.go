package placement_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/placement"
)

// An instance with a licence that is bound to a host comes back to it after
// each stop.
func ExampleHost() {
	licensed := placement.Host("h-0123456789abcdef0").Affinity(types.AffinityHost)
	fmt.Println(launch.Builder{}.Placement(licensed))
	// Output:
	// {"Placement":{"Affinity":"host","HostId":"h-0123456789abcdef0","Tenancy":"host"}}
}

// Any host of the account in the zone, by the zone's name or ID.
func ExampleAnyHost() {
	fmt.Println(launch.Builder{}.Placement(placement.AnyHost().Zone("us-east-1a")))
	fmt.Println(launch.Builder{}.Placement(placement.AnyHost().ZoneID("use1-az1")))
	// Output:
	// {"Placement":{"AvailabilityZone":"us-east-1a","Tenancy":"host"}}
	// {"Placement":{"AvailabilityZoneId":"use1-az1","Tenancy":"host"}}
}

// License Manager chooses a host of the group, or allocates one.
func ExampleHostResourceGroup() {
	in := &ec2.RunInstancesInput{}
	placement.HostResourceGroup("arn:aws:resource-groups:us-east-1:111122223333:group/licensed").Apply(in)
	fmt.Println(in.Placement.Tenancy, *in.Placement.HostResourceGroupArn)
	// Output:
	// host arn:aws:resource-groups:us-east-1:111122223333:group/licensed
}
