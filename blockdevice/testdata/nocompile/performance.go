package main

import "github.com/ec2launch/ec2launch/blockdevice"

// Only the types that have IOPS or throughput take them, and io1 and io2 do not go without.
var (
	_ = blockdevice.GP2(blockdevice.GiB(500)).IOPS(100)            // want "undefined (type blockdevice.Volume has no field or method IOPS)"
	_ = blockdevice.ST1(blockdevice.GiB(500)).IOPS(100)            // want "undefined (type blockdevice.Volume has no field or method IOPS)"
	_ = blockdevice.SC1(blockdevice.GiB(500)).Throughput(125)      // want "undefined (type blockdevice.Volume has no field or method Throughput)"
	_ = blockdevice.IO2(blockdevice.GiB(500), 100).Throughput(125) // want "undefined (type blockdevice.Volume has no field or method Throughput)"
	_ = blockdevice.IO1(blockdevice.GiB(500))                      // want "not enough arguments in call"
	_ = blockdevice.IO2(blockdevice.GiB(500))                      // want "not enough arguments in call"
)
