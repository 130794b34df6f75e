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

// A market that takes the place of another takes away what that one brought.
func ExampleDefault() {
	var in ec2.RunInstancesInput
	market.CapacityBlock("cr-0123456789abcdef0").Apply(&in)
	market.Default().Apply(&in)
	fmt.Println(in.InstanceMarketOptions == nil, in.CapacityReservationSpecification == nil)
	// Output: true true
}

// Markets and reservations print as JSON and compare.
func ExampleMarket() {
	fmt.Println(market.Spot().MaxPrice("0.05"))
	fmt.Println(market.ReservationGroup("arn:aws:resource-groups:us-west-2:111122223333:group/reserved").Only())
	fmt.Println(market.Persistent(market.Stop()).Equal(market.Persistent(market.Hibernate())), market.Stop())
	// Output:
	// {"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0.05"}}}
	// {"CapacityReservationSpecification":{"CapacityReservationPreference":"capacity-reservations-only","CapacityReservationTarget":{"CapacityReservationResourceGroupArn":"arn:aws:resource-groups:us-west-2:111122223333:group/reserved"}}}
	// false stop
}
