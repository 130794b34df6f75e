// Package rules is the rule book on the request's own parameters: those that
// belong to no other area.
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
		// The request as a whole
		editionMemberUnknown,
		editionTypeUnknown,

		// MaxCount, MinCount
		countRequired,
		countRange,
		countConflict,
		countSpotLimit,
		countAdvice,

		additionalInfoReserved,
		additionalInfoFormat,

		// ClientToken
		tokenLength,
		tokenFormat,
		tokenIgnored,

		// EbsOptimized
		ebsOptimizedUnsupported,
		ebsOptimizedOffAdvice,
		ebsOptimizedChargeAdvice,

		// ElasticGpuSpecification, ElasticInferenceAccelerators
		elasticGPURetired,
		elasticGPURequired,
		elasticGPULimit,
		elasticInferenceRetired,
		elasticInferenceRequired,
		elasticInferenceValues,
		elasticInferenceCountRange,
		elasticInferenceConflict,

		enclaveTypeUnsupported,

		// HibernationOptions
		hibernationEnclaveConflict,
		hibernationTypeUnsupported,
		hibernationMetalUnsupported,
		hibernationRootTypeUnsupported,
		hibernationRootSizeRange,
		hibernationRootEncryptionRequired,
		hibernationRootEncryptionAdvice,
		hibernationSpotUnsupported,
		hibernationSpotRequired,
		hibernationInterruptionConflict,

		// ImageId
		imageRequired,
		imageIDFormat,
		imageParameterFormat,

		// InstanceInitiatedShutdownBehavior
		shutdownBehaviorValues,
		shutdownProtectionAdvice,

		// InstanceType
		instanceTypeAdvice,
		instanceTypeFormat,
		instanceTypeUnknown,
		instanceTypeGenerationAdvice,
		instanceTypeSpotUnsupported,
		instanceTypeMacSpotUnsupported,
		instanceTypeCapacityBlockUnsupported,
		instanceTypeHostRequired,
		instanceTypeHostLimit,

		// KernelId, RamdiskId
		kernelIDFormat,
		ramdiskIDFormat,
		kernelTypeUnsupported,
		kernelAdvice,

		// KeyName
		keyNameRequired,
		keyNameFormat,
		keyNameASCIIFormat,
		keyNameLength,
		keyNameFileAdvice,
		keyNameAdvice,

		// LicenseSpecifications
		licenseRequired,
		licenseARNFormat,
		licenseUnique,

		// MaintenanceOptions
		maintenanceRecoveryValues,
		maintenanceRecoveryAdvice,

		monitoringRequired,
		monitoringCategoriesConflict,
		monitoringCategoriesFormat,
		operatorReserved,
		operatorFormat,

		// UserData
		userDataFormat,
		userDataEncodingFormat,
		userDataLength,
		userDataSecretFormat,
		userDataSecretAdvice,
		userDataTwiceAdvice,
	}
}

// AccountRules lists the rules that ask the account, in the same order.
func AccountRules() []*validate.Rule {
	return validate.Clone([]*validate.Rule{
		imageUnknown,
		imageStateUnsupported,
		imagePendingUnsupported,
		imageArchitectureUnsupported,
		imageVirtualizationUnsupported,
		imageRootDeviceUnsupported,
		imageBootModeUnsupported,
		imageEnaRequired,
		imageInstanceStoreConflict,
		keyNameUnknown,
		keyNameTypeUnsupported,
		instanceTypeZoneUnsupported,
		imageDeprecatedAdvice,
		imageProductAdvice,
		imageAllowedAdvice,
		imageKindUnsupported,
		imageNitroTPMUnsupported,
		imageInstanceTypeUnsupported,
		kernelUnknown,
		ramdiskUnknown,
		instanceTypeRegionUnknown,
		tokenLaunchedConflict,
		hibernationImageEncryptionRequired,
		hibernationImageSizeRange,
		imageAllowedUnsupported,
	})
}
