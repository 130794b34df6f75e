package main

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/format"
)

// A device is one that a request maps: "sdf", its letters and digits "f".
type device struct {
	disk, tail string
	root       bool
}

func devices(in *ec2.RunInstancesInput, info instancetype.Info) bool {
	if len(in.BlockDeviceMappings) == 0 {
		return true
	}
	var room [8]device
	earlier := room[:0]
	var names map[string]bool // of a list that is too long to be searched
	if len(in.BlockDeviceMappings) > 32 {
		names = make(map[string]bool, 2*len(in.BlockDeviceMappings))
	}
	mapsRoot := false
	for i := range in.BlockDeviceMappings {
		m := &in.BlockDeviceMappings[i]
		if m.DeviceName == nil || m.Ebs == nil {
			return false
		}
		d, ok := cut(*m.DeviceName, info)
		if !ok || !volume(m.Ebs, d.root, info) {
			return false
		}
		if names == nil {
			if clashes(d, earlier) {
				return false
			}
			earlier = append(earlier, d)
		} else if d.root && mapsRoot || clashesByName(d, names) {
			return false
		}
		mapsRoot = mapsRoot || d.root
	}
	n := len(in.BlockDeviceMappings)
	if !mapsRoot && info.RootDevice(types.RootDeviceTypeInstanceStore) == instancetype.No {
		n++
	}
	if info.AttachmentLimitKind() == types.AttachmentLimitTypeShared && len(in.NetworkInterfaces) > 0 {
		n += len(in.NetworkInterfaces) - 1
	}
	most, ok := info.MaxEBSVolumes()
	return !ok || info.Nitro() != instancetype.Yes || n <= int(most)
}

func cut(name string, info instancetype.Info) (d device, ok bool) {
	d.disk = strings.TrimPrefix(name, "/dev/")
	switch {
	case strings.HasPrefix(d.disk, "sd"), strings.HasPrefix(d.disk, "hd"):
		d.tail = d.disk[2:]
	case strings.HasPrefix(d.disk, "xvd"):
		d.tail = d.disk[3:]
	default:
		return d, false
	}
	digits := format.TrimLeft(d.tail, format.Lower)
	letters := len(d.tail) - len(digits)
	if letters < 1 || letters > 2 || len(digits) > 2 || format.TrimLeft(digits, format.Digit) != "" {
		return d, false
	}
	if digits != "" && d.disk != "sda1" && d.disk != "sda2" &&
		info.Virtualization(types.VirtualizationTypeParavirtual) == instancetype.No {
		return d, false
	}
	d.root = format.RootDevice(d.disk)
	return d, true
}

// clashes reports whether a device is one of the earlier ones, may show up under
// the same name, or is a second root device.
func clashes(d device, earlier []device) bool {
	for _, other := range earlier {
		if d.disk == other.disk || d.root && other.root {
			return true
		}
		if d.tail == other.tail && !d.root && !other.root && d.disk[0] != 'h' && other.disk[0] != 'h' {
			return true
		}
	}
	return false
}

// clashesByName is clashes for names that are a disk's or a tail's, which is
// shorter, and adds the device's own. A second root device is for the caller.
func clashesByName(d device, names map[string]bool) bool {
	shows := !d.root && d.disk[0] != 'h'
	if names[d.disk] || shows && names[d.tail] {
		return true
	}
	names[d.disk] = true
	if shows {
		names[d.tail] = true
	}
	return false
}

func volume(ebs *types.EbsBlockDevice, root bool, info instancetype.Info) bool {
	sized := ebs.VolumeSize != nil || ebs.SnapshotId != nil
	fast := ebs.Iops != nil || ebs.Throughput != nil
	if !sized && !root && (ebs.VolumeType != "" || !fast && ebs.DeleteOnTermination == nil) {
		return false
	}
	switch ebs.VolumeType {
	case types.VolumeTypeGp3:
		if !within(ebs.VolumeSize, 1, 65_536) || !within(ebs.Iops, 3000, 80_000) ||
			!within(ebs.Throughput, 125, 2000) ||
			!ratio(ebs, 500, 3000) || !throughputRatio(ebs, root) {
			return false
		}
	case types.VolumeTypeGp2:
		if !within(ebs.VolumeSize, 1, 16_384) || fast {
			return false
		}
	case types.VolumeTypeIo1:
		if !within(ebs.VolumeSize, 4, 16_384) || !within(ebs.Iops, 100, 64_000) || !provisioned(ebs, 50, info) {
			return false
		}
	case types.VolumeTypeIo2:
		if !within(ebs.VolumeSize, 4, 65_536) || !within(ebs.Iops, 100, 256_000) || !provisioned(ebs, 1000, info) {
			return false
		}
	case types.VolumeTypeSt1, types.VolumeTypeSc1:
		if !within(ebs.VolumeSize, 125, 16_384) || fast || root {
			return false
		}
	case types.VolumeTypeStandard:
		if !within(ebs.VolumeSize, 1, 1024) || fast {
			return false
		}
	case "":
		if !within(ebs.VolumeSize, 1, 65_536) || !within(ebs.Iops, 100, 256_000) ||
			!within(ebs.Throughput, 125, 2000) ||
			fast && sized && !root {
			return false
		}
	default:
		return false
	}
	if ebs.SnapshotId != nil && !format.ID("snap", *ebs.SnapshotId) {
		return false
	}
	return ebs.KmsKeyId == nil || ebs.Encrypted != nil && *ebs.Encrypted && kmsKey(*ebs.KmsKeyId)
}

func within(n *int32, least, most int32) bool { return n == nil || least <= *n && *n <= most }

// ratio reports whether a volume has no more IOPS than so many for each GiB, or
// than it has without being asked.
func ratio(ebs *types.EbsBlockDevice, perGiB, baseline int64) bool {
	return ebs.Iops == nil || ebs.VolumeSize == nil ||
		int64(*ebs.Iops) <= max(perGiB*int64(*ebs.VolumeSize), baseline)
}

func throughputRatio(ebs *types.EbsBlockDevice, root bool) bool {
	switch {
	case ebs.Throughput == nil:
		return true
	case ebs.Iops != nil:
		return int64(*ebs.Throughput)*4 <= int64(*ebs.Iops)
	}
	return root || int64(*ebs.Throughput)*4 <= 3000
}

// provisioned tests an io1 or io2 volume.
func provisioned(ebs *types.EbsBlockDevice, perGiB int64, info instancetype.Info) bool {
	return ebs.Iops != nil && ebs.Throughput == nil && ratio(ebs, perGiB, 0) &&
		(*ebs.Iops <= 64_000 || info.Nitro() != instancetype.No)
}

func kmsKey(s string) bool {
	if alias(s) || keyID(s) {
		return true
	}
	_, resource, ok := format.ARN("kms", s)
	id, isID := strings.CutPrefix(resource, "key/")
	return ok && (isID && keyID(id) || alias(resource))
}

func alias(s string) bool {
	name, ok := strings.CutPrefix(s, "alias/")
	return ok && name != "" && format.MadeOf(name, "/:_-")
}

func keyID(s string) bool {
	if digits, ok := strings.CutPrefix(s, "mrk-"); ok {
		return len(digits) == 32 && format.TrimLeft(digits, hex) == ""
	}
	return len(s) == 36 && s[8] == '-' && s[13] == '-' && s[18] == '-' && s[23] == '-' &&
		format.TrimLeft(s[:8]+s[9:13]+s[14:18]+s[19:23]+s[24:], hex) == ""
}

func hex(c byte) bool { return format.Digit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }
