package cloud

import (
	"cmp"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// A volume is an EBS volume that a launch has made.
type volume struct {
	types.Volume
	instance *instance // nil while it is attached to none
	device   string
	deleted  bool // when its instance is terminated
	attached time.Time
}

// mappings returns the block devices of a launch: those of the image, each
// replaced by the one of the same name in the request, and the others of the
// request after them.
func mappings(image *types.Image, requested []types.BlockDeviceMapping) []types.BlockDeviceMapping {
	merged := slices.Clone(image.BlockDeviceMappings)
	for _, m := range requested {
		at := slices.IndexFunc(merged, func(have types.BlockDeviceMapping) bool { return value(have.DeviceName) == value(m.DeviceName) })
		if at < 0 {
			merged = append(merged, m)
			continue
		}
		if m.Ebs != nil && merged[at].Ebs != nil {
			m.Ebs = inherit(*m.Ebs, *merged[at].Ebs)
		}
		merged[at] = m
	}
	return slices.DeleteFunc(merged, func(m types.BlockDeviceMapping) bool { return m.Ebs == nil || m.NoDevice != nil })
}

// inherit returns a request's volume with what the image's says and it does not.
// The performance goes with the type.
func inherit(ebs, image types.EbsBlockDevice) *types.EbsBlockDevice {
	ebs.SnapshotId = cmp.Or(ebs.SnapshotId, image.SnapshotId)
	ebs.VolumeSize = cmp.Or(ebs.VolumeSize, image.VolumeSize)
	ebs.DeleteOnTermination = cmp.Or(ebs.DeleteOnTermination, image.DeleteOnTermination)
	ebs.Encrypted = cmp.Or(ebs.Encrypted, image.Encrypted)
	ebs.KmsKeyId = cmp.Or(ebs.KmsKeyId, image.KmsKeyId)
	if ebs.VolumeType == "" {
		ebs.VolumeType = image.VolumeType
		ebs.Iops, ebs.Throughput = cmp.Or(ebs.Iops, image.Iops), cmp.Or(ebs.Throughput, image.Throughput)
	}
	return &ebs
}

// newVolume makes a volume and attaches it to an instance.
func (g *Region) newVolume(i *instance, m types.BlockDeviceMapping, z Zone, tags []types.Tag, now time.Time) {
	id := g.newID("vol")
	v := &volume{instance: i, device: value(m.DeviceName), deleted: value(or(m.Ebs.DeleteOnTermination, true)), attached: now}
	v.Volume = types.Volume{
		VolumeId:                 &id,
		VolumeArn:                g.arn("volume", id),
		OwnerId:                  new(accountID),
		AvailabilityZone:         &z.Name,
		AvailabilityZoneId:       &z.ID,
		CreateTime:               &now,
		Encrypted:                or(m.Ebs.Encrypted, false),
		KmsKeyId:                 m.Ebs.KmsKeyId,
		MultiAttachEnabled:       new(false),
		Size:                     m.Ebs.VolumeSize,
		SnapshotId:               or(m.Ebs.SnapshotId, ""),
		VolumeType:               orElse(m.Ebs.VolumeType, types.VolumeTypeGp2),
		Iops:                     m.Ebs.Iops,
		Throughput:               m.Ebs.Throughput,
		VolumeInitializationRate: m.Ebs.VolumeInitializationRate,
		Tags:                     tags,
	}
	if s := g.snapshots.byID[*v.SnapshotId]; s != nil {
		v.Size = cmp.Or(v.Size, s.VolumeSize)
		v.Encrypted = new(*v.Encrypted || *s.Encrypted)
	}
	v.Size = or(v.Size, 8)
	switch v.VolumeType {
	case types.VolumeTypeGp3:
		v.Iops, v.Throughput = or(v.Iops, 3000), or(v.Throughput, 125)
	case types.VolumeTypeGp2:
		v.Iops = new(min(max(3**v.Size, 100), 16000))
	}
	if v.KmsKeyId != nil {
		v.Encrypted = new(true)
	}
	i.volumes = append(i.volumes, g.volumes.add(id, v))
}

// viewVolume returns the volume as EC2 would describe it now.
func (g *Region) viewVolume(v *volume) types.Volume {
	view := v.Volume
	view.Attachments = []types.VolumeAttachment{}
	view.State = types.VolumeStateAvailable
	if v.instance == nil {
		return view
	}
	view.State = types.VolumeStateInUse
	view.Attachments = append(view.Attachments, types.VolumeAttachment{
		AttachTime:          &v.attached,
		DeleteOnTermination: new(v.deleted),
		Device:              &v.device,
		InstanceId:          v.instance.InstanceId,
		State:               types.VolumeAttachmentState(attachmentStatus(g.state(v.instance))),
		VolumeId:            v.VolumeId,
	})
	return view
}

// viewMappings returns the volumes of an instance in that state. None shows while
// it is pending.
func viewMappings(i *instance, state types.InstanceStateName) []types.InstanceBlockDeviceMapping {
	devices := []types.InstanceBlockDeviceMapping{}
	if state == types.InstanceStateNamePending {
		return devices
	}
	for _, v := range i.volumes {
		devices = append(devices, types.InstanceBlockDeviceMapping{
			DeviceName: &v.device,
			Ebs: &types.EbsInstanceBlockDevice{
				AttachTime:          &v.attached,
				DeleteOnTermination: new(v.deleted),
				Status:              attachmentStatus(state),
				VolumeId:            v.VolumeId,
			},
		})
	}
	return devices
}

// describeVolumes serves DescribeVolumes.
func (g *Region) describeVolumes(in *ec2.DescribeVolumesInput) (*ec2.DescribeVolumesOutput, error) {
	found, next, err := list(g, &g.volumes, query{
		action: "DescribeVolumes", ids: in.VolumeIds, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, look: true,
	}, func(_ string, v *volume) (types.Volume, bool) {
		return g.viewVolume(v), v.instance == nil || g.visible(v.instance)
	})
	return &ec2.DescribeVolumesOutput{Volumes: found, NextToken: next}, err
}
