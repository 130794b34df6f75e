package blockdevice

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A Volume is a new EBS volume of any type but gp3, for which there is
// [GP3Volume]. Begin with a constructor: the zero Volume says nothing of what
// it is, and launch.Builder refuses it.
type Volume struct{ ebs types.EbsBlockDevice }

// GP2 is a general purpose SSD volume of 1 to 16384 GiB, whose performance
// follows from its size.
func GP2(c Content) Volume { return volume(types.VolumeTypeGp2, c) }

// IO1 is a provisioned IOPS SSD volume of 4 to 16384 GiB. It takes 100 to 64000
// IOPS, at most 50 for each GiB. See the rules volume-iops-range and
// volume-iops-ratio.
func IO1(c Content, iops int32) Volume { return provisioned(types.VolumeTypeIo1, c, iops) }

// IO2 is a provisioned IOPS SSD volume of 4 to 65536 GiB. It takes 100 to
// 256000 IOPS, at most 1000 for each GiB; above 64000, only with an instance
// type built on the Nitro System. See the rules volume-iops-range,
// volume-iops-ratio and volume-nitro-required.
func IO2(c Content, iops int32) Volume { return provisioned(types.VolumeTypeIo2, c, iops) }

// ST1 is a throughput optimized HDD volume of 125 to 16384 GiB. It cannot be
// the root volume, see the rule volume-root-unsupported.
func ST1(c Content) Volume { return volume(types.VolumeTypeSt1, c) }

// SC1 is a cold HDD volume of 125 to 16384 GiB. It cannot be the root volume,
// see the rule volume-root-unsupported.
func SC1(c Content) Volume { return volume(types.VolumeTypeSc1, c) }

// Standard is a magnetic volume of 1 to 1024 GiB, of the previous generation.
func Standard(c Content) Volume { return volume(types.VolumeTypeStandard, c) }

func volume(t types.VolumeType, c Content) Volume {
	ebs, ok := part.Made(func() types.EbsBlockDevice {
		ebs := types.EbsBlockDevice{VolumeType: t}
		c.fill(&ebs)
		return ebs
	})
	if !ok {
		ebs = types.EbsBlockDevice{VolumeType: t}
	}
	return Volume{ebs}
}

func provisioned(t types.VolumeType, c Content, iops int32) Volume {
	v := volume(t, c)
	v.ebs.Iops = new(iops)
	return v
}

// Encrypted sets whether the volume is encrypted, with the account's default
// key unless [Volume.KMSKey] names another. The default is that of the account
// and of the snapshot. False has no effect on what is encrypted already, or
// where the account encrypts by default.
func (v Volume) Encrypted(on bool) Volume {
	v.ebs.Encrypted = new(on)
	return v
}

// KMSKey sets the customer managed key that the volume is encrypted with, and
// so Encrypted, too. The key is given by its key ID, alias, key ARN or alias
// ARN: "alias/data". See the rule volume-key-format.
func (v Volume) KMSKey(id string) Volume {
	v.ebs.Encrypted = new(true)
	v.ebs.KmsKeyId = new(id)
	return v
}

// DeleteOnTermination sets whether the volume is deleted when the instance
// terminates, or left behind. The default is true of the root volume and false
// of all others.
func (v Volume) DeleteOnTermination(on bool) Volume {
	v.ebs.DeleteOnTermination = new(on)
	return v
}

// EBSCardIndex sets the EBS card that the volume is attached to, from 0. The
// default is 0; most instance types have one card. See the rule
// volume-card-unsupported.
func (v Volume) EBSCardIndex(n int32) Volume {
	v.ebs.EbsCardIndex = new(n)
	return v
}

// AvailabilityZone sets a member that RunInstances does not support: a volume
// is created in the zone of its instance. See the rule volume-zone-unsupported.
func (v Volume) AvailabilityZone(name string) Volume {
	v.ebs.AvailabilityZone = new(name)
	return v
}

// AvailabilityZoneID sets a member that RunInstances does not support, see
// [Volume.AvailabilityZone].
func (v Volume) AvailabilityZoneID(id string) Volume {
	v.ebs.AvailabilityZoneId = new(id)
	return v
}

// Map implements [Mapping].
func (v Volume) Map(device string) types.BlockDeviceMapping { return mapEBS(device, v.ebs) }

// Err implements [Mapping]: a volume has a type and a content.
func (v Volume) Err() error {
	switch {
	case v.ebs.VolumeType == "":
		return part.Faults{{Missing: true, Message: "the zero Volume must not be given: begin with GP2, IO1, IO2, ST1, SC1 or Standard"}}
	case v.ebs.VolumeSize == nil && v.ebs.SnapshotId == nil:
		return part.Faults{{Path: "VolumeSize", Missing: true,
			Message: fmt.Sprintf("a volume of type %s must be given its Content: a size in GiB, or FromSnapshot", v.ebs.VolumeType)}}
	}
	return nil
}

// String returns the mapping as JSON, without a device name.
func (v Volume) String() string { return ebsJSON(v.ebs) }

// Equal reports whether v and w are the same volume.
func (v Volume) Equal(w Volume) bool { return sdkcopy.Equal(&v.ebs, &w.ebs) }

func ebsJSON(ebs types.EbsBlockDevice) string { return part.JSON(&types.BlockDeviceMapping{Ebs: &ebs}) }

func (Volume) sealed() {}
