package main

import "github.com/ec2launch/ec2launch/network"

// A secondary interface has IPv4 addresses only, and ends with its instance.
var (
	_ = network.NewSecondaryInterface("subnet-1").IPv6(network.IPv6Count(1)) // want "has no field or method IPv6"
	_ = network.NewSecondaryInterface("subnet-1").IPv4(network.IPv6Count(1)) // want "missing method ipv4"
)
