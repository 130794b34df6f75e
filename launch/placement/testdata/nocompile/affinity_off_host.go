package main

import "github.com/ec2launch/ec2launch/launch/placement"

var _ placement.Placement = placement.Dedicated().Affinity("host") // want "undefined (type placement.Ungrouped has no field or method Affinity)"
