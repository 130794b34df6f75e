package main

import "github.com/ec2launch/ec2launch/launch/market"

const group = "arn:aws:resource-groups:us-west-2:111122223333:group/reserved"

var _ market.Reservation = market.ReservationID("cr-0123456789abcdef0").ReservationGroup(group) // want "undefined (type market.Target has no field or method ReservationGroup)"
