package main

import (
	"net/netip"

	"github.com/ec2launch/ec2launch/network"
)

// An existing interface brings all of this along.
var (
	eni = network.Existing("eni-1")

	_ = eni.Subnet("subnet-1")                       // want "has no field or method Subnet)"
	_ = eni.SecurityGroups("sg-1")                   // want "has no field or method SecurityGroups)"
	_ = eni.Description("web")                       // want "has no field or method Description)"
	_ = eni.PrivateIP(netip.Addr{})                  // want "has no field or method PrivateIP)"
	_ = eni.SecondaryIPv4(network.IPv4Count(1))      // want "has no field or method SecondaryIPv4)"
	_ = eni.IPv6(network.IPv6Count(1))               // want "has no field or method IPv6)"
	_ = eni.IPv4Prefixes(network.IPv4PrefixCount(1)) // want "has no field or method IPv4Prefixes)"
	_ = eni.IPv6Prefixes(network.IPv6PrefixCount(1)) // want "has no field or method IPv6Prefixes)"
	_ = eni.PublicIP(true)                           // want "has no field or method PublicIP)"
	_ = eni.CarrierIP(true)                          // want "has no field or method CarrierIP)"
	_ = eni.DeleteOnTermination(true)                // want "has no field or method DeleteOnTermination)"
	_ = eni.EFA()                                    // want "has no field or method EFA)"
)
