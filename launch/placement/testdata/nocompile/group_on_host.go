package main

import "github.com/ec2launch/ec2launch/launch/placement"

var (
	_ placement.Placement = placement.Group("blue").Affinity("host")            // want "undefined (type placement.Grouped has no field or method Affinity)"
	_ placement.Placement = placement.Host("h-0123456789abcdef0").Group("blue") // want "undefined (type placement.Hosted has no field or method Group)"
	_ placement.Placement = placement.Host("h-0123456789abcdef0").Dedicated()   // want "undefined (type placement.Hosted has no field or method Dedicated)"
	_ placement.Placement = placement.AnyHost().DefaultTenancy()                // want "undefined (type placement.Hosted has no field or method DefaultTenancy)"
)
