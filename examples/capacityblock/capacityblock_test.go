// Package capacityblock shows a training run in a Capacity Block for ML: GPUs
// that were reserved for some days, and are paid whether they are used or not.
package capacityblock_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/network"
)

// training fills a block of four instances. The type is that of the block, and
// the subnet lies in its zone.
func training() launch.Builder {
	return launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeP548xlarge).
		Count(launch.Exactly(4)).
		Network(network.InSubnet("subnet-0123456789abcdef0")).
		Market(market.CapacityBlock("cr-0123456789abcdef0")).
		ShutdownBehavior(types.ShutdownBehaviorTerminate)
}

func Example() {
	srv := launchtest.New()
	defer srv.Close()
	spec, err := training().Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	text, _ := json.MarshalIndent(spec, "", "  ")
	fmt.Printf("%s\n", text)

	result, err := launcher.New(srv.Client()).Launch(context.Background(), spec)
	fmt.Println(len(result.IDs()), "instances:", err)
	// Output:
	// {
	//   "MaxCount": 4,
	//   "MinCount": 4,
	//   "CapacityReservationSpecification": {
	//     "CapacityReservationTarget": {
	//       "CapacityReservationId": "cr-0123456789abcdef0"
	//     }
	//   },
	//   "ImageId": "ami-0123456789abcdef0",
	//   "InstanceInitiatedShutdownBehavior": "terminate",
	//   "InstanceMarketOptions": {
	//     "MarketType": "capacity-block"
	//   },
	//   "InstanceType": "p5.48xlarge",
	//   "SubnetId": "subnet-0123456789abcdef0"
	// }
	// 4 instances: <nil>
}

// A block is a reservation, too, and goes with no other.
func Example_otherReservation() {
	_, err := training().CapacityReservation(market.OpenReservations()).Build()
	fmt.Println(err)
	// Output:
	// invalid launch request: CapacityReservationSpecification.CapacityReservationTarget: must name the reservation that MarketType capacity-block launches into; set CapacityReservationId [market-target-required]
}

// A block that is full has no room in another zone either.
func Example_blockIsFull() {
	srv := launchtest.New()
	defer srv.Close()
	srv.Fail("RunInstances", launchtest.Refuse(400, "ReservationCapacityExceeded",
		"The requested reservation does not have sufficient compatible and available capacity for this request."))
	spec, err := training().Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = launcher.New(srv.Client()).Launch(context.Background(), spec)
	if failed, ok := errors.AsType[*launcher.Error](err); ok && failed.Answer.Class == answer.Capacity {
		fmt.Println(failed.Outcome, "- elsewhere:", failed.Answer.OtherZone)
		fmt.Println(failed.Answer.Action)
	}
	// Output:
	// refused - elsewhere: false
	// Enlarge the targeted Capacity Reservation and send the same request again under the same client token, or target another one under a new client token.
}
