// Package blockdevice builds the block device mappings of a launch, and holds
// the rules on them.
//
//	root := blockdevice.Inherit().GrowTo(30).Encrypted(true)
//	data := blockdevice.GP3(blockdevice.GiB(500)).IOPS(6000).Throughput(500).DeleteOnTermination(true)
//	logs := blockdevice.ST1(blockdevice.FromSnapshot("snap-0123456789abcdef0"))
//	base = base.Device("/dev/xvda", root).Device("/dev/sdf", data).Device("/dev/sdg", logs)
//
// # Concepts
//
// A [Mapping] is what a device name is given: a [Volume] or [GP3Volume], which
// are new EBS volumes; an [Inherited] volume, which the AMI maps already and
// the launch only changes; [Ephemeral], an instance store volume; or
// [NoDevice], which removes what the AMI maps.
//
// A new volume has a [Content]: [GiB] of nothing, or what [FromSnapshot]
// restores. The types leave out what a volume cannot have: IOPS on gp2, st1 and
// sc1, an io1 or io2 volume without IOPS, an initialization rate without a
// snapshot.
//
// All methods return a changed copy and leave their receiver alone, so that a
// half-built volume can be shared and continued in different ways.
//
// A method that sets something replaces what was set before, one that adds
// adds, and a switch takes a bool. Values print as JSON and compare by Equal.
//
// # Limits
//
// The rules, in package blockdevice/rules, check any request, however it was made. They know the request and
// the instance type, but not the AMI, whose mappings may supply what the request
// leaves out of a device. So rules on what is missing speak of volumes that are
// clearly new, and rules on the root device warn at the names that AMIs use for
// it: /dev/sda1, /dev/xvda and the like.
package blockdevice
