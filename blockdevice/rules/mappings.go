package rules

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// A mapping is one of a request, in place, with what the rules have to know of
// it.
type mapping struct {
	*types.BlockDeviceMapping
	at      int         // its position
	disk    string      // the device as EC2 compares names, see [diskOf]
	parts   diskParts   // of the disk
	root    bool        // whether AMIs give this name to their root device
	removed bool        // whether the device that the AMI maps there is removed
	kind    *volumeType // of an EBS volume; nil for one that is left to the AMI, or unknown
}

// parsed are the mappings of a request. The lists share their elements, which are
// zero between requests.
type parsed struct {
	mappings             []mapping
	all, volumes, stores []*mapping
	alike                bool // whether two disks may end in the same character
}

var devices = validate.Memo[parsed]{
	Fill:   func(p *validate.Pass, x *parsed) { x.parse(p.Input.BlockDeviceMappings) },
	Forget: func(x *parsed) { clear(x.mappings) },
}

func (x *parsed) parse(given []types.BlockDeviceMapping) {
	x.mappings = slices.Grow(x.mappings[:0], len(given))[:len(given)]
	x.all, x.volumes, x.stores, x.alike = x.all[:0], x.volumes[:0], x.stores[:0], false
	var ends uint32 // a bit for each character that a disk ends in, and for some of others
	for i := range given {
		m := &x.mappings[i]
		m.BlockDeviceMapping, m.at = &given[i], i
		m.disk = diskOf(&given[i])
		m.parts = cutDisk(m.disk)
		m.root = format.RootDevice(m.disk)
		if n := len(m.disk); n > 0 {
			end := uint32(1) << (m.disk[n-1] % 32)
			x.alike, ends = x.alike || ends&end != 0, ends|end
		}
		x.all = append(x.all, m)
		switch {
		case m.Ebs != nil:
			m.kind = typeOf(m.Ebs.VolumeType)
			x.volumes = append(x.volumes, m)
		case m.NoDevice != nil:
			m.removed = true
		case m.hasVirtualName():
			x.stores = append(x.stores, m)
		}
	}
}

// mappings lists the mappings of a request.
func mappings(p *validate.Pass) []*mapping { return devices.Of(p).all }

// lookalikes lists the mappings of a request where two of them may be of the same
// disk, or of disks that only differ in the bus, and else none.
func lookalikes(p *validate.Pass) []*mapping {
	if x := devices.Of(p); x.alike {
		return x.all
	}
	return nil
}

// volumes lists the mappings to EBS volumes. Where a mapping says more, EC2
// takes the volume.
func volumes(p *validate.Pass) []*mapping { return devices.Of(p).volumes }

// stores lists the mappings to instance store volumes.
func stores(p *validate.Pass) []*mapping { return devices.Of(p).stores }

// hasVirtualName reports whether a mapping names an instance store volume: EC2
// takes an empty name for none.
func (m *mapping) hasVirtualName() bool { return m.VirtualName != nil && *m.VirtualName != "" }

// sized reports whether the request itself says how large a volume is.
func (m *mapping) sized() bool { return m.Ebs.VolumeSize != nil || m.Ebs.SnapshotId != nil }
