package main

import (
	"net/netip"

	"github.com/ec2launch/ec2launch/network"
)

var addr netip.Addr

// A count and a list are one argument, never two.
var (
	_ = network.InSubnet("subnet-1").IPv6(network.IPv6Count(1), network.IPv6Addrs(addr))              // want "too many arguments in call"
	_ = network.InDefaultVPC().IPv6(network.IPv6Count(1), network.IPv6Addrs(addr))                    // want "too many arguments in call"
	_ = network.NewInterface(0).IPv6(network.IPv6Count(1), network.IPv6Addrs(addr))                   // want "too many arguments in call"
	_ = network.NewInterface(0).SecondaryIPv4(network.IPv4Count(1), network.IPv4Addrs(addr))          // want "too many arguments in call"
	_ = network.NewInterface(0).IPv4Prefixes(network.IPv4PrefixCount(1), network.IPv4PrefixList())    // want "too many arguments in call"
	_ = network.NewInterface(0).IPv6Prefixes(network.IPv6PrefixCount(1), network.IPv6PrefixList())    // want "too many arguments in call"
	_ = network.NewSecondaryInterface("subnet-1").IPv4(network.IPv4Count(1), network.IPv4Addrs(addr)) // want "too many arguments in call"
	_ = network.NewInterface(0).IPv6(network.IPv4Count(1))                                            // want "missing method ipv6"
	_ = network.NewInterface(0).IPv6(network.IPv6PrefixCount(1))                                      // want "missing method ipv6"
	_ = network.NewInterface(0).SecondaryIPv4(network.IPv6Count(1))                                   // want "missing method ipv4"
	_ = network.NewInterface(0).IPv4Prefixes(network.IPv6PrefixCount(1))                              // want "missing method ipv4Prefixes"
	_ = network.InSubnet("subnet-1").IPv6Prefixes                                                     // want "undefined (type network.Subnet has no field or method IPv6Prefixes"
)
