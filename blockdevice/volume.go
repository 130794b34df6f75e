package blockdevice

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// A Volume is a new EBS volume of any type but gp3, for which there is
// [GP3Volume]. Begin with a constructor: the zero Volume says nothing of what
// it is.
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
	v := Volume{types.EbsBlockDevice{VolumeType: t}}
	if c != nil {
		c.fill(&v.ebs)
	}
	return v
}

func provisioned(t types.VolumeType, c Content, iops int32) Volume {
	v := volume(t, c)
	v.ebs.Iops = new(iops)
	return v
}

// Encrypted encrypts the volume, with the account's default key unless
// [Volume.KMSKey] names another.
func (v Volume) Encrypted() Volume {
	v.ebs.Encrypted = new(true)
	return v
}

// Unencrypted states that the volume shall not be encrypted. It has no effect
// on what is encrypted already, or where the account encrypts by default.
func (v Volume) Unencrypted() Volume {
	v.ebs.Encrypted = new(false)
	return v
}

// KMSKey encrypts the volume with a customer managed key, given by its key ID,
// alias, key ARN or alias ARN: "alias/data". See the rule volume-key-format.
func (v Volume) KMSKey(id string) Volume {
	v = v.Encrypted()
	v.ebs.KmsKeyId = new(id)
	return v
}

// Keep leaves the volume behind when the instance terminates. It is the default
// of all volumes but the root volume.
func (v Volume) Keep() Volume {
	v.ebs.DeleteOnTermination = new(false)
	return v
}

// DeleteOnTermination deletes the volume when the instance terminates. It is
// the default of the root volume.
func (v Volume) DeleteOnTermination() Volume {
	v.ebs.DeleteOnTermination = new(true)
	return v
}

// EBSCardIndex attaches the volume to another EBS card than the first, which
// has the index 0. Most instance types have one. See the rule
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

func (Volume) sealed() {}
