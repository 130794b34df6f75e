package main

import "github.com/ec2launch/ec2launch/launch/placement"

var (
	_ placement.Placement = placement.Group("blue").GroupID("pg-0123456789abcdef0") // want "undefined (type placement.Grouped has no field or method GroupID"
	_ placement.Placement = placement.GroupID("pg-0123456789abcdef0").Group("blue") // want "undefined (type placement.Grouped has no field or method Group)"
)
