package blockdevice

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// An Inherited volume is one that the AMI maps, the root volume above all. The
// launch changes what is said and inherits the rest, size and snapshot
// included. What is inherited is not known before the launch, so EC2 alone can
// tell whether some changes go with it. The zero Inherited is [Inherit].
type Inherited struct{ v Volume }

// Inherit is the volume that the AMI maps to the device. At a name that the
// AMI does not map, EC2 refuses it for having neither size nor snapshot.
func Inherit() Inherited { return Inherited{} }

// GrowTo sets the size of the volume. EC2 refuses a size below that of the
// AMI's snapshot.
func (i Inherited) GrowTo(size GiB) Inherited {
	size.fill(&i.v.ebs)
	return i
}

// VolumeType sets the type of the volume. An io1 or io2 volume needs
// [Inherited.IOPS] too.
func (i Inherited) VolumeType(t types.VolumeType) Inherited {
	i.v.ebs.VolumeType = t
	return i
}

// IOPS sets the IOPS of a gp3, io1 or io2 volume, within the range of that
// type: see the rule volume-iops-range.
func (i Inherited) IOPS(n int32) Inherited {
	i.v.ebs.Iops = new(n)
	return i
}

// Throughput sets the MiB/s of a gp3 volume, see [GP3Volume.Throughput].
func (i Inherited) Throughput(mibps int32) Inherited {
	i.v.ebs.Throughput = new(mibps)
	return i
}

// InitializationRate is like [Snapshot.InitializationRate], for the snapshot
// that the AMI maps.
func (i Inherited) InitializationRate(mibps int32) Inherited {
	i.v.ebs.VolumeInitializationRate = new(mibps)
	return i
}

// Encrypted is like [Volume.Encrypted].
func (i Inherited) Encrypted(on bool) Inherited { return Inherited{i.v.Encrypted(on)} }

// KMSKey is like [Volume.KMSKey].
func (i Inherited) KMSKey(id string) Inherited { return Inherited{i.v.KMSKey(id)} }

// DeleteOnTermination sets whether the volume is deleted when the instance
// terminates, or left behind. The default is what the AMI maps.
func (i Inherited) DeleteOnTermination(on bool) Inherited {
	return Inherited{i.v.DeleteOnTermination(on)}
}

// EBSCardIndex is like [Volume.EBSCardIndex].
func (i Inherited) EBSCardIndex(n int32) Inherited { return Inherited{i.v.EBSCardIndex(n)} }

// Map implements [Mapping].
func (i Inherited) Map(device string) types.BlockDeviceMapping { return i.v.Map(device) }

// Err implements [Mapping]: it is nil, since the AMI has what is left out.
func (i Inherited) Err() error { return nil }

// String returns the mapping as JSON, without a device name.
func (i Inherited) String() string { return i.v.String() }

// Equal reports whether i and j are the same changes.
func (i Inherited) Equal(j Inherited) bool { return i.v.Equal(j.v) }

func (Inherited) sealed() {}
