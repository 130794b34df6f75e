package main

import "github.com/ec2launch/ec2launch/network"

// Interfaces and the request's own members about one interface do not mix.
var (
	_                = network.Interfaces(network.NewInterface(0)).Subnet("subnet-1")     // want "undefined (type network.Config has no field or method Subnet)"
	_                = network.Interfaces(network.NewInterface(0)).SecurityGroups("sg-1") // want "undefined (type network.Config has no field or method SecurityGroups)"
	_                = network.InSubnet("subnet-1").Interfaces(network.NewInterface(0))   // want "undefined (type network.Subnet has no field or method Interfaces)"
	_                = network.Interfaces(network.InSubnet("subnet-1"))                   // want "missing method specification"
	_                = network.Interfaces(network.NewSecondaryInterface("subnet-1"))      // want "missing method specification"
	_ network.Config = network.NewInterface(0)                                            // want "missing method Apply"
	_                = network.InSubnet("subnet-1").SecurityGroupNames("web")             // want "undefined (type network.Subnet has no field or method SecurityGroupNames"
	_                = network.InTemplateSubnet().SecurityGroupNames("web")               // want "undefined (type network.Subnet has no field or method SecurityGroupNames"
	_                = network.InDefaultVPC().Subnet("subnet-1")                          // want "undefined (type network.DefaultVPC has no field or method Subnet)"
	_                = network.InSubnet("subnet-1").PublicIP(true)                        // want "undefined (type network.Subnet has no field or method PublicIP)"
)
