package main

import "github.com/ec2launch/ec2launch/launch/placement"

const group = "arn:aws:resource-groups:us-west-2:111122223333:group/hosts"

var _ placement.Placement = placement.Host("h-0123456789abcdef0").HostResourceGroup(group) // want "undefined (type placement.Hosted has no field or method HostResourceGroup)"
