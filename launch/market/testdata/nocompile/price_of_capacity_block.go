package main

import "github.com/ec2launch/ec2launch/launch/market"

var (
	_ market.Market = market.CapacityBlock()                                     // want "not enough arguments in call to market.CapacityBlock"
	_ market.Market = market.CapacityBlock("cr-0123456789abcdef0").MaxPrice("1") // want "undefined (type market.Market has no field or method MaxPrice)"
)
