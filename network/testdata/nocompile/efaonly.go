package main

import (
	"net/netip"

	"github.com/ec2launch/ec2launch/network"
)

// An adapter without an IP stack has neither addresses nor an ENA device.
var (
	efa = network.EFAOnly(1, 0)

	_ = efa.PrivateIP(netip.Addr{})                  // want "has no field or method PrivateIP)"
	_ = efa.SecondaryIPv4(network.IPv4Count(1))      // want "has no field or method SecondaryIPv4)"
	_ = efa.IPv6(network.IPv6Count(1))               // want "has no field or method IPv6)"
	_ = efa.PrimaryIPv6(true)                        // want "has no field or method PrimaryIPv6)"
	_ = efa.IPv4Prefixes(network.IPv4PrefixCount(1)) // want "has no field or method IPv4Prefixes)"
	_ = efa.IPv6Prefixes(network.IPv6PrefixCount(1)) // want "has no field or method IPv6Prefixes)"
	_ = efa.PublicIP(true)                           // want "has no field or method PublicIP)"
	_ = efa.ENAExpress(true)                         // want "has no field or method ENAExpress)"
	_ = efa.ENAQueueCount(2)                         // want "has no field or method ENAQueueCount)"
	_ = efa.TCPEstablishedTimeout(60)                // want "has no field or method TCPEstablishedTimeout)"
	_ = network.EFAOnly(1)                           // want "not enough arguments in call"
)
