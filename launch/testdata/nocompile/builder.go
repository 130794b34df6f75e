package main

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/network"
)

func main() {
	launch.FromImage("ami-0abcdef1234567890") // want "not enough arguments"

	base := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge)
	base.Count(3)                                                    // want "cannot use 3"
	base.Count(launch.Exactly(1, 2))                                 // want "too many arguments"
	base.Network(network.InSubnet("subnet-1"), network.Interfaces()) // want "too many arguments"
	base.Market(market.ReservationID("cr-1"))                        // want "does not implement market.Market"
	base.CapacityReservation(market.Spot())                          // want "does not implement market.Reservation"
	base.Device("/dev/sdf", 100)                                     // want "does not implement blockdevice.Mapping"
}
