package market

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
)

// A Market is a [OneTimeRequest], a [PersistentRequest], or what [Default],
// [OnDemand], [CapacityBlock], [CapacityBlockGroup] and [Interruptible] return;
// no other type satisfies it.
type Market interface {
	// Apply writes the market into a request, in place of the one that was
	// there and of the target that a Capacity Block or an interruptible
	// reservation bought from; the request shares nothing with it.
	Apply(in *ec2.RunInstancesInput)

	market()
}

// Default leaves the market to the launch template, and else to EC2, which
// launches On-Demand Instances. It takes an earlier market back.
func Default() Market { return bought{} }

// OnDemand states the market type on-demand. A request without a market
// launches On-Demand Instances as well, unless its launch template has one.
func OnDemand() Market { return bought{marketType: types.MarketTypeOnDemand} }

// CapacityBlock launches into a Capacity Block for ML by its reservation ID,
// "cr-0123456789abcdef0". It sets the CapacityReservationSpecification, too,
// which goes when another market takes its place.
func CapacityBlock(reservationID string) Market {
	return bought{types.MarketTypeCapacityBlock, ReservationID(reservationID)}
}

// CapacityBlockGroup is like [CapacityBlock] for UltraServers, whose Capacity
// Blocks are given by the ARN of their resource group.
func CapacityBlockGroup(arn string) Market {
	return bought{types.MarketTypeCapacityBlock, ReservationGroup(arn)}
}

// Interruptible launches into an interruptible Capacity Reservation by its ID,
// "cr-0123456789abcdef0": its owner may reclaim the capacity, which terminates
// the instances. Like [CapacityBlock], it sets the
// CapacityReservationSpecification, too.
func Interruptible(reservationID string) Market {
	return bought{types.MarketTypeInterruptibleCapacityReservation, ReservationID(reservationID)}
}

// bought is a market without options, or none, and the reservation it buys from
// if any.
type bought struct {
	marketType types.MarketType
	from       Reservation
}

func (bought) market() {}

func (m bought) Apply(in *ec2.RunInstancesInput) {
	var options *types.InstanceMarketOptionsRequest
	if m.marketType != "" {
		options = &types.InstanceMarketOptionsRequest{MarketType: m.marketType}
	}
	replace(in, options)
	if m.from != nil {
		m.from.Apply(in)
	}
}

// String returns the members of a request that m sets, as JSON.
func (m bought) String() string { return part.String(m) }

// Equal reports whether m and n say the same.
func (m bought) Equal(n bought) bool { return part.Equal(m, n) }

// replace writes a market into a request, or takes the one that is there back. A
// Capacity Reservation that the one before bought from goes with it.
func replace(in *ec2.RunInstancesInput, m *types.InstanceMarketOptionsRequest) {
	was, from := in.InstanceMarketOptions, in.CapacityReservationSpecification
	if was != nil && from != nil && from.CapacityReservationTarget != nil &&
		(was.MarketType == types.MarketTypeCapacityBlock || was.MarketType == types.MarketTypeInterruptibleCapacityReservation) {
		in.CapacityReservationSpecification = nil
	}
	in.InstanceMarketOptions = m
}
