// Package rules is the rule book on block device mappings: device names, EBS
// volumes, instance store volumes.
package rules

import (
	"github.com/ec2launch/ec2launch/internal/lend"
	"github.com/ec2launch/ec2launch/validate"
)

// Rules lists copies of them in the order of the reference.
func Rules() []*validate.Rule { return validate.Clone(originals()) }

// Lend is [Rules] without the copies, for package launch alone.
func Lend(k lend.Key) []*validate.Rule { return lend.To(k, originals) }

func originals() []*validate.Rule {
	return []*validate.Rule{
		deviceMappingRequired,

		// DeviceName
		deviceNameRequired,
		deviceNameFormat,
		deviceNameDigitsUnsupported,
		deviceNameUnique,
		deviceNameConflict,
		deviceRootConflict,
		deviceNameAdvice,

		// VirtualName
		virtualNameFormat,
		virtualNameUnique,
		virtualNameConflict,
		virtualNameCountAdvice,
		virtualNameAdvice,
		virtualNameM3Advice,

		// NoDevice
		noDeviceFormat,
		noDeviceConflict,
		noDeviceRootUnsupported,

		// Ebs
		volumeAttachmentsLimit,
		volumeSharedAttachmentsLimit,
		volumeCountAdvice,

		// AvailabilityZone, AvailabilityZoneId
		volumeZoneUnsupported,

		// DeleteOnTermination
		volumeTerminationAdvice,

		// EbsCardIndex
		volumeCardRange,
		volumeCardUnsupported,

		// Encrypted, KmsKeyId
		volumeEncryptedRequired,
		volumeKeyFormat,
		volumeKeyRequired,

		// Iops
		volumeIOPSRange,
		volumeIOPSRequired,
		volumeIOPSUnsupported,
		volumeIOPSRatio,
		volumeIOPSExpressRatio,
		volumeNitroRequired,
		volumeIOPSAdvice,
		volumeIOPSTypeAdvice,

		// OutpostArn
		volumeOutpostUnsupported,
		volumeOutpostFormat,
		volumeOutpostIgnored,

		// SnapshotId
		volumeSnapshotFormat,
		volumeRootSnapshotAdvice,

		// Throughput
		volumeThroughputRange,
		volumeThroughputUnsupported,
		volumeThroughputRatio,
		volumeThroughputTypeAdvice,

		// VolumeInitializationRate
		volumeInitializationRange,
		volumeInitializationUnsupported,

		// VolumeSize
		volumeSizeRange,
		volumeSizeRequired,
		volumeSizeVirtualNameRequired,
		volumeSizeAdvice,

		// VolumeType
		volumeTypeValues,
		volumeTypeRequired,
		volumeTypeAdvice,
		volumeRootUnsupported,
	}
}

// AccountRules lists the rules that ask the account, in the same order.
func AccountRules() []*validate.Rule {
	return validate.Clone([]*validate.Rule{
		volumeSnapshotUnknown,
		volumeSnapshotSizeRange,
		volumeSnapshotStateUnsupported,
		volumeSnapshotEncryptedUnsupported,
		volumeImageContentRequired,
		volumeImageRootUnsupported,
		volumeImageSizeRange,
		volumeImageSizeAdvice,
		volumeImageEncryptedUnsupported,
		deviceImageConflict,
		deviceImageRootConflict,
		noDeviceImageUnsupported,
		volumeImageStoreConflict,
		volumeKeyStateUnsupported,
		volumeImageAttachmentsLimit,
		volumeSnapshotPendingUnsupported,
		volumeSnapshotOutpostConflict,
		volumeSnapshotIO2Unsupported,
		volumeInitializationRestoreAdvice,
	})
}
