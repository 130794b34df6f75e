// Package market builds how the capacity of a launch is bought and found: its
// InstanceMarketOptions and CapacityReservationSpecification.
//
//	market.Spot()                                       // one-time, at the Spot price
//	market.Persistent(market.Stop()).ValidUntil(t)      // comes back after interruptions
//	market.CapacityBlock("cr-0123456789abcdef0")        // into a Capacity Block
//	market.ReservationID("cr-0123456789abcdef0").Only() // into a Capacity Reservation, or not at all
//
// # Concepts
//
// A [Market] is an On-Demand launch, which is the default, a Spot request or a
// launch into capacity that has a market type of its own:
//
//   - [OneTimeRequest]: [Spot], [OneTime]
//   - [PersistentRequest]: [Persistent]
//   - [Default], [OnDemand], [CapacityBlock], [CapacityBlockGroup],
//     [Interruptible]
//
// A [Reservation] says which On-Demand Capacity Reservations an On-Demand
// launch may use: [OpenReservations], which is the default, [NoReservation],
// [ReservationsOnly], or the [Target] that [ReservationID] or
// [ReservationGroup] names.
//
// All methods return a changed copy and leave their receiver alone, so that a
// half-built market can be shared and continued in different ways.
//
// A method that sets something replaces what was set before, one that adds
// adds, and a switch takes a bool. Values print as JSON and compare by Equal.
//
// # Limits
//
// The rules, in package launch/market/rules, check any request, however it was made.
// Current Spot prices, quotas and the state of a reservation, EC2 alone
// knows. No rule looks at the clock, so that the same request always gets
// the same answer: a ValidUntil that has passed is left to EC2, too, unless it
// lies before all editions.
package market
