package main

import "github.com/ec2launch/ec2launch/launch/market"

var (
	_ market.Market = market.Persistent()            // want "not enough arguments in call to market.Persistent"
	_ market.Market = market.Persistent("terminate") // want "cannot use \"terminate\""
)
