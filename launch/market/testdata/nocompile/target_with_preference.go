package main

import "github.com/ec2launch/ec2launch/launch/market"

var (
	_ market.Reservation = market.ReservationID("cr-0123456789abcdef0").OpenReservations() // want "undefined (type market.Target has no field or method OpenReservations)"
	_ market.Reservation = market.NoReservation().ReservationID("cr-0123456789abcdef0")    // want "undefined (type market.Reservation has no field or method ReservationID)"
)
