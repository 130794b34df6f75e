package blockdevice

import (
	"strconv"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A Mapping is what a device name is given: a [Volume], [GP3Volume],
// [Inherited] volume, [Ephemeral] volume or [NoDevice]. There are no others.
type Mapping interface {
	// Map gives it to a device name such as "/dev/sdf". The result is the
	// caller's own.
	Map(device string) types.BlockDeviceMapping
	// Err says what is wrong with an argument that the mapping was made of, which
	// launch.Builder reports. It is nil where nothing is.
	Err() error

	sealed()
}

// Ephemeral is the instance store volume with a number from 0 up, see the rule
// virtual-name-format. Only types with instance store volumes that are not NVMe
// need it: NVMe ones attach by themselves. It is never persistent.
func Ephemeral(n int) Mapping {
	return other{VirtualName: new("ephemeral" + strconv.Itoa(n))}
}

// NoDevice removes a device that the AMI maps.
func NoDevice() Mapping { return other{NoDevice: new("")} }

// other is a mapping to something else than an EBS volume.
type other types.BlockDeviceMapping

func (o other) Map(device string) types.BlockDeviceMapping {
	m := sdkcopy.BlockDeviceMapping(types.BlockDeviceMapping(o))
	m.DeviceName = new(device)
	return m
}

func (o other) Err() error { return nil }

// String returns the mapping as JSON, without a device name.
func (o other) String() string { return part.JSON(new(types.BlockDeviceMapping(o))) }

// Equal reports whether o and p are the same mapping.
func (o other) Equal(p other) bool {
	return sdkcopy.Equal(new(types.BlockDeviceMapping(o)), new(types.BlockDeviceMapping(p)))
}

func (other) sealed() {}

// mapEBS gives a device name a copy of an EBS volume's settings.
func mapEBS(device string, ebs types.EbsBlockDevice) types.BlockDeviceMapping {
	return types.BlockDeviceMapping{DeviceName: new(device), Ebs: new(sdkcopy.EbsBlockDevice(ebs))}
}
