package main

import "github.com/ec2launch/ec2launch/launch/market"

var (
	_ market.Market      = market.ReservationID("cr-0123456789abcdef0") // want "missing method market"
	_ market.Reservation = market.Spot()                                // want "missing method reservation"
)
