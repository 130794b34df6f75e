package market_test

import (
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/market"
)

// A launch into the reservation that was made for it, or not at all.
func ExampleReservationID() {
	text, err := json.MarshalIndent(launch.Builder{}.
		CapacityReservation(market.ReservationID("cr-0123456789abcdef0").Only()), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "CapacityReservationSpecification": {
	//     "CapacityReservationPreference": "capacity-reservations-only",
	//     "CapacityReservationTarget": {
	//       "CapacityReservationId": "cr-0123456789abcdef0"
	//     }
	//   }
	// } <nil>
}

// A group of reservations, and On-Demand capacity where they have no room.
func ExampleReservationGroup() {
	in := &ec2.RunInstancesInput{}
	market.ReservationGroup("arn:aws:resource-groups:us-east-1:111122223333:group/web").Apply(in)
	fmt.Println(*in.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn)
	// Output:
	// arn:aws:resource-groups:us-east-1:111122223333:group/web
}

// Which open reservations a launch may use.
func ExampleReservation() {
	for _, r := range []market.Reservation{
		market.OpenReservations(),
		market.NoReservation(),
		market.ReservationsOnly(),
	} {
		in := &ec2.RunInstancesInput{}
		r.Apply(in)
		fmt.Println(in.CapacityReservationSpecification.CapacityReservationPreference)
	}
	// Output:
	// open
	// none
	// capacity-reservations-only
}

// UltraServers, whose Capacity Blocks are a group.
func ExampleCapacityBlockGroup() {
	in := &ec2.RunInstancesInput{}
	market.CapacityBlockGroup("arn:aws:resource-groups:us-east-1:111122223333:group/ultraservers").Apply(in)
	fmt.Println(in.InstanceMarketOptions.MarketType)
	fmt.Println(*in.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn)
	// Output:
	// capacity-block
	// arn:aws:resource-groups:us-east-1:111122223333:group/ultraservers
}

// Capacity that its owner lends until it is needed.
func ExampleInterruptible() {
	in := &ec2.RunInstancesInput{}
	market.Interruptible("cr-0123456789abcdef0").Apply(in)
	fmt.Println(in.InstanceMarketOptions.MarketType)
	fmt.Println(*in.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId)
	// Output:
	// interruptible-capacity-reservation
	// cr-0123456789abcdef0
}
