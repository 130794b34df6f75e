package main

import "github.com/ec2launch/ec2launch/blockdevice"

// A new volume has one content, and only a snapshot has what belongs to one.
var (
	_ = blockdevice.GP3()                                                              // want "not enough arguments in call"
	_ = blockdevice.GP3(100)                                                           // want "missing method fill"
	_ = blockdevice.GP3("snap-0123456789abcdef0")                                      // want "missing method fill"
	_ = blockdevice.GP3(blockdevice.GiB(5), blockdevice.FromSnapshot("snap-1234abcd")) // want "too many arguments in call"
	_ = blockdevice.GP3(blockdevice.GiB(5).InitializationRate(200))                    // want "undefined (type blockdevice.GiB has no field or method InitializationRate)"
	_ = blockdevice.GP3(blockdevice.GiB(5)).InitializationRate(200)                    // want "undefined (type blockdevice.GP3Volume has no field or method InitializationRate)"
	_ = blockdevice.GP3(blockdevice.GiB(5).OutpostARN("arn"))                          // want "undefined (type blockdevice.GiB has no field or method OutpostARN)"
)
