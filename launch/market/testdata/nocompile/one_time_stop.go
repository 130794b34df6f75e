package main

import "github.com/ec2launch/ec2launch/launch/market"

var _ market.Market = market.OneTime(market.Stop()) // want "too many arguments in call to market.OneTime"
