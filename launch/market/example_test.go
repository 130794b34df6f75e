package market_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/market"
)

// A Spot request that stops its instances when EC2 needs the capacity, and
// starts them again later.
func ExamplePersistent() {
	var in ec2.RunInstancesInput
	market.Persistent(market.Stop()).Apply(&in)
	fmt.Println(in.InstanceMarketOptions.MarketType)
	fmt.Println(in.InstanceMarketOptions.SpotOptions.SpotInstanceType)
	fmt.Println(in.InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior)
	// Output:
	// spot
	// persistent
	// stop
}

// A Capacity Block is a market and a reservation at once.
func ExampleCapacityBlock() {
	var in ec2.RunInstancesInput
	market.CapacityBlock("cr-0123456789abcdef0").Apply(&in)
	fmt.Println(in.InstanceMarketOptions.MarketType)
	fmt.Println(*in.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId)
	// Output:
	// capacity-block
	// cr-0123456789abcdef0
}
