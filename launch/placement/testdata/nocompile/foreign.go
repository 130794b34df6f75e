package main

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/placement"
)

type mine struct{}

func (mine) Apply(*ec2.RunInstancesInput) {}

var _ placement.Placement = mine{} // want "missing method placement"
