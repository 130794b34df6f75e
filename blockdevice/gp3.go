package blockdevice

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
)

// A GP3Volume is a new general purpose SSD volume, the one type whose
// performance is a choice. Begin with [GP3]: the zero GP3Volume has no type, and
// launch.Builder refuses it.
type GP3Volume struct{ v Volume }

// GP3 is a general purpose SSD volume of 1 to 65536 GiB with 3000 IOPS and
// 125 MiB/s, unless [GP3Volume.IOPS] and [GP3Volume.Throughput] raise them.
func GP3(c Content) GP3Volume { return GP3Volume{volume(types.VolumeTypeGp3, c)} }

// IOPS sets the IOPS, 3000 to 80000, at most 500 for each GiB. See the rules
// volume-iops-range and volume-iops-ratio.
func (g GP3Volume) IOPS(n int32) GP3Volume {
	g.v.ebs.Iops = new(n)
	return g
}

// Throughput sets the throughput, 125 to 2000 MiB/s, each of which takes 4
// IOPS. See the rules volume-throughput-range and volume-throughput-ratio.
func (g GP3Volume) Throughput(mibps int32) GP3Volume {
	g.v.ebs.Throughput = new(mibps)
	return g
}

// Encrypted is like [Volume.Encrypted].
func (g GP3Volume) Encrypted(on bool) GP3Volume { return GP3Volume{g.v.Encrypted(on)} }

// KMSKey is like [Volume.KMSKey].
func (g GP3Volume) KMSKey(id string) GP3Volume { return GP3Volume{g.v.KMSKey(id)} }

// DeleteOnTermination is like [Volume.DeleteOnTermination].
func (g GP3Volume) DeleteOnTermination(on bool) GP3Volume {
	return GP3Volume{g.v.DeleteOnTermination(on)}
}

// EBSCardIndex is like [Volume.EBSCardIndex].
func (g GP3Volume) EBSCardIndex(n int32) GP3Volume { return GP3Volume{g.v.EBSCardIndex(n)} }

// AvailabilityZone is like [Volume.AvailabilityZone].
func (g GP3Volume) AvailabilityZone(name string) GP3Volume {
	return GP3Volume{g.v.AvailabilityZone(name)}
}

// AvailabilityZoneID is like [Volume.AvailabilityZoneID].
func (g GP3Volume) AvailabilityZoneID(id string) GP3Volume {
	return GP3Volume{g.v.AvailabilityZoneID(id)}
}

// Map implements [Mapping].
func (g GP3Volume) Map(device string) types.BlockDeviceMapping { return g.v.Map(device) }

// Err implements [Mapping], see [Volume.Err].
func (g GP3Volume) Err() error {
	if g.v.ebs.VolumeType == "" {
		return part.Faults{{Missing: true, Message: "the zero GP3Volume must not be given: begin with GP3"}}
	}
	return g.v.Err()
}

// String returns the mapping as JSON, without a device name.
func (g GP3Volume) String() string { return g.v.String() }

// Equal reports whether g and h are the same volume.
func (g GP3Volume) Equal(h GP3Volume) bool { return g.v.Equal(h.v) }

func (GP3Volume) sealed() {}
