package instancetype

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// A Disk is a group of equal instance store volumes.
type Disk struct {
	Count  int32
	SizeGB int64 // of one volume
	Type   types.DiskType
}

// InstanceStore says whether the type has instance store volumes.
func (i Info) InstanceStore() Answer { return i.answer(FactInstanceStore) }

// InstanceStoreGB is the size of all instance store volumes together in GB, 0
// for a type without them.
func (i Info) InstanceStoreGB() (n int64, ok bool) { return i.int64(FactInstanceStoreGB) }

// Disks lists the instance store volumes: empty for a type without them, nil
// when they are not known.
func (i Info) Disks() []Disk { return slices.Clone(i.disks()) }

// InstanceStoreNVMe says how instance store volumes appear as NVMe devices:
// "unsupported", "supported" or "required"; "" when unknown or without such
// volumes.
func (i Info) InstanceStoreNVMe() types.EphemeralNvmeSupport {
	return types.EphemeralNvmeSupport(i.choice(FactInstanceStoreNVMe))
}

// InstanceStoreEncryption says whether instance store volumes are encrypted:
// "unsupported" or "required"; "" when unknown or without such volumes.
func (i Info) InstanceStoreEncryption() types.InstanceStorageEncryptionSupport {
	return types.InstanceStorageEncryptionSupport(i.choice(FactInstanceStoreEncryption))
}

func (i Info) disks() []Disk {
	if r := i.layer(FactDisks); r != nil {
		return r.disks
	}
	return diskLists[rows[i.row].disks]
}
