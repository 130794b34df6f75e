package blockdevice

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// Content is what a volume holds at launch: nothing, in a size of [GiB], or
// what a [Snapshot] restores.
type Content interface{ fill(*types.EbsBlockDevice) }

// GiB is the size of an empty volume. The range depends on the type of volume,
// see the rule volume-size-range.
type GiB int32

func (n GiB) fill(ebs *types.EbsBlockDevice) { ebs.VolumeSize = new(int32(n)) }

// A Snapshot is the content of a volume that is restored from one. Begin with
// [FromSnapshot]: the rule volume-snapshot-format refuses the empty ID of the
// zero Snapshot.
type Snapshot struct {
	id         string
	size, rate *int32
	outpost    *string
}

// FromSnapshot restores the snapshot with an ID like "snap-0123456789abcdef0".
// The volume is as large as the snapshot, unless [Snapshot.GrowTo] enlarges it.
func FromSnapshot(id string) Snapshot { return Snapshot{id: id} }

// GrowTo sets the size of a volume that is larger than the snapshot. EC2
// refuses a smaller size.
func (s Snapshot) GrowTo(size GiB) Snapshot {
	s.size = new(int32(size))
	return s
}

// InitializationRate sets a steady rate, 100 to 300 MiB/s at a charge, at
// which the volume is loaded from the snapshot. Without it the volume is
// loaded at the default rate, or at once where the snapshot is enabled for
// fast snapshot restore, which a rate switches off. See the rule
// volume-initialization-range.
func (s Snapshot) InitializationRate(mibps int32) Snapshot {
	s.rate = new(mibps)
	return s
}

// OutpostARN sets the Outpost that stores the snapshot. A snapshot stored in
// the Region has none. See the rule volume-outpost-format.
func (s Snapshot) OutpostARN(arn string) Snapshot {
	s.outpost = new(arn)
	return s
}

// String returns the content as JSON: the members of Ebs that it sets.
func (s Snapshot) String() string { return part.JSON(new(volume("", s).ebs)) }

// Equal reports whether s and t are the same content.
func (s Snapshot) Equal(t Snapshot) bool {
	return sdkcopy.Equal(new(volume("", s).ebs), new(volume("", t).ebs))
}

func (s Snapshot) fill(ebs *types.EbsBlockDevice) {
	ebs.SnapshotId = new(s.id)
	ebs.VolumeSize = s.size
	ebs.VolumeInitializationRate = s.rate
	ebs.OutpostArn = s.outpost
}
