package main

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/network"
)

type mine struct{}

func (mine) Apply(*ec2.RunInstancesInput) {}

func (mine) Err() error { return nil }

// Nobody else can add to the choices.
var (
	_ network.Config       = mine{} // want "missing method config"
	_ network.Attachment   = mine{} // want "missing method specification"
	_ network.IPv4         = mine{} // want "missing method ipv4"
	_ network.IPv6         = mine{} // want "missing method ipv6"
	_ network.IPv4Prefixes = mine{} // want "missing method ipv4Prefixes"
	_ network.IPv6Prefixes = mine{} // want "missing method ipv6Prefixes"
)
