package market

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A Reservation is a preference for Capacity Reservations or a [Target] among
// them; no other type satisfies it.
type Reservation interface {
	// Apply writes the reservation into a request, in place of what was there;
	// the request shares nothing with it.
	Apply(in *ec2.RunInstancesInput)

	reservation()
}

// OpenReservations runs instances in any open Capacity Reservation with
// matching attributes, and On-Demand where there is no room. It is EC2's
// default.
func OpenReservations() Reservation {
	return preference(types.CapacityReservationPreferenceOpen)
}

// NoReservation keeps instances out of Capacity Reservations.
func NoReservation() Reservation {
	return preference(types.CapacityReservationPreferenceNone)
}

// ReservationsOnly runs instances in any open Capacity Reservation with
// matching attributes, and fails the launch where there is no room.
func ReservationsOnly() Reservation {
	return preference(types.CapacityReservationPreferenceCapacityReservationsOnly)
}

type preference types.CapacityReservationPreference

func (preference) reservation() {}

func (p preference) Apply(in *ec2.RunInstancesInput) {
	in.CapacityReservationSpecification = &types.CapacityReservationSpecification{
		CapacityReservationPreference: types.CapacityReservationPreference(p),
	}
}

// A Target is one Capacity Reservation, or one group of them, that instances
// are to run in. It is given once: [ReservationID] or [ReservationGroup]. The
// zero value names none.
type Target struct {
	spec types.CapacityReservationSpecification
}

// ReservationID targets a Capacity Reservation by its ID,
// "cr-0123456789abcdef0". The launch fails where it has no room.
func ReservationID(id string) Target {
	return target(types.CapacityReservationTarget{CapacityReservationId: new(id)})
}

// ReservationGroup targets a resource group of Capacity Reservations by its
// ARN. Where the group has no room, instances run On-Demand unless
// [Target.Only] is called.
func ReservationGroup(arn string) Target {
	return target(types.CapacityReservationTarget{CapacityReservationResourceGroupArn: new(arn)})
}

func target(t types.CapacityReservationTarget) Target {
	return Target{types.CapacityReservationSpecification{CapacityReservationTarget: &t}}
}

func (Target) reservation() {}

// Apply writes t into a request, see [Reservation]. The zero Target leaves the
// request without CapacityReservationSpecification.
func (t Target) Apply(in *ec2.RunInstancesInput) {
	in.CapacityReservationSpecification = nil
	if t.spec != (types.CapacityReservationSpecification{}) {
		in.CapacityReservationSpecification = new(sdkcopy.CapacityReservationSpecification(t.spec))
	}
}

// Only adds the preference capacity-reservations-only, the one that goes with a
// target: instances run in the target or not at all.
func (t Target) Only() Target {
	t.spec.CapacityReservationPreference = types.CapacityReservationPreferenceCapacityReservationsOnly
	return t
}

// String returns the members of a request that t sets, as JSON.
func (t Target) String() string { return part.String(t) }

// Equal reports whether t and u say the same.
func (t Target) Equal(u Target) bool { return part.Equal(t, u) }

// String returns the members of a request that p sets, as JSON.
func (p preference) String() string { return part.String(p) }

// Equal reports whether p and q say the same.
func (p preference) Equal(q preference) bool { return part.Equal(p, q) }
