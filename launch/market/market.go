package market

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// A Market is a [OneTimeRequest], a [PersistentRequest], or what [OnDemand],
// [CapacityBlock], [CapacityBlockGroup] and [Interruptible] return; no other
// type satisfies it.
type Market interface {
	// Apply writes the market into a request, in place of what was there; the
	// request shares nothing with it.
	Apply(in *ec2.RunInstancesInput)

	market()
}

// OnDemand states the market type on-demand. A request without a market
// launches On-Demand Instances as well, unless its launch template has one.
func OnDemand() Market { return reserved{marketType: types.MarketTypeOnDemand} }

// CapacityBlock launches into a Capacity Block for ML by its reservation ID,
// "cr-0123456789abcdef0". It sets the CapacityReservationSpecification, too,
// which a market applied later does not take away.
func CapacityBlock(reservationID string) Market {
	return reserved{types.MarketTypeCapacityBlock, ReservationID(reservationID)}
}

// CapacityBlockGroup is like [CapacityBlock] for UltraServers, whose Capacity
// Blocks are given by the ARN of their resource group.
func CapacityBlockGroup(arn string) Market {
	return reserved{types.MarketTypeCapacityBlock, ReservationGroup(arn)}
}

// Interruptible launches into an interruptible Capacity Reservation by its ID,
// "cr-0123456789abcdef0": its owner may reclaim the capacity, which terminates
// the instances. Like [CapacityBlock], it sets the
// CapacityReservationSpecification, too.
func Interruptible(reservationID string) Market {
	return reserved{types.MarketTypeInterruptibleCapacityReservation, ReservationID(reservationID)}
}

// reserved is a market without options, and the reservation it buys from if
// any.
type reserved struct {
	marketType types.MarketType
	from       Reservation
}

func (reserved) market() {}

func (m reserved) Apply(in *ec2.RunInstancesInput) {
	in.InstanceMarketOptions = &types.InstanceMarketOptionsRequest{MarketType: m.marketType}
	if m.from != nil {
		m.from.Apply(in)
	}
}
