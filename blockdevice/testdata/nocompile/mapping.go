package main

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
)

type own struct{}

func (own) Err() error { return nil }

func (own) Map(string) types.BlockDeviceMapping { return types.BlockDeviceMapping{} }

// A device is mapped to one of the package's own kinds of volume, never to two.
var (
	_ blockdevice.Mapping = own{}                                  // want "missing method sealed"
	_ blockdevice.Mapping = blockdevice.GiB(5)                     // want "missing method Err"
	_                     = blockdevice.Ephemeral(0).KMSKey("")    // want "undefined (type blockdevice.Mapping has no field or method KMSKey)"
	_                     = blockdevice.NoDevice().Encrypted(true) // want "undefined (type blockdevice.Mapping has no field or method Encrypted)"
)
