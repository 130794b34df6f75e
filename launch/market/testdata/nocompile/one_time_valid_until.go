package main

import (
	"time"

	"github.com/ec2launch/ec2launch/launch/market"
)

var (
	_ market.Market = market.Spot().ValidUntil(time.Time{})    // want "undefined (type market.OneTimeRequest has no field or method ValidUntil)"
	_ market.Market = market.OneTime().ValidUntil(time.Time{}) // want "undefined (type market.OneTimeRequest has no field or method ValidUntil)"
)
