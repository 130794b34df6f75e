package market_test

import (
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/market"
)

// Spot at the Spot price, and the same with its defaults spelled out and a
// price to stay below.
func ExampleSpot() {
	fmt.Println(launch.Builder{}.Market(market.Spot()))
	in := &ec2.RunInstancesInput{}
	market.OneTime().MaxPrice("0.05").Apply(in)
	o := in.InstanceMarketOptions.SpotOptions
	fmt.Println(o.SpotInstanceType, o.InstanceInterruptionBehavior, *o.MaxPrice)
	// Output:
	// {"InstanceMarketOptions":{"MarketType":"spot"}}
	// one-time terminate 0.05
}

// EC2 has given up Spot Instances with a defined duration.
func ExampleOneTimeRequest_BlockDurationMinutes() {
	_, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).
		Market(market.Spot().BlockDurationMinutes(60)).
		Build()
	fmt.Println(err)
	// Output:
	// invalid launch request: InstanceMarketOptions.SpotOptions.BlockDurationMinutes = 60: must be dropped: Spot Instances with a defined duration are no longer supported [spot-block-duration-retired]
}

// A request that hibernates its instances, and ends with the year.
func ExamplePersistentRequest() {
	batch := market.Persistent(market.Hibernate()).
		MaxPrice("0.05").
		ValidUntil(time.Date(2030, time.December, 31, 23, 59, 59, 0, time.UTC))
	in := &ec2.RunInstancesInput{}
	batch.Apply(in)
	o := in.InstanceMarketOptions.SpotOptions
	fmt.Println(o.SpotInstanceType, o.InstanceInterruptionBehavior, *o.MaxPrice, o.ValidUntil.Format(time.DateOnly))
	// Output:
	// persistent hibernate 0.05 2030-12-31
}

// On-Demand Instances, although the launch template asks for Spot.
func ExampleOnDemand() {
	fmt.Println(launch.Builder{}.Market(market.OnDemand()))
	// Output:
	// {"InstanceMarketOptions":{"MarketType":"on-demand"}}
}
