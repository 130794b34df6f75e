package main

import "github.com/ec2launch/ec2launch/launch/placement"

var _ placement.Placement = placement.Zone("us-east-1a").Partition(2) // want "undefined (type placement.Ungrouped has no field or method Partition)"
