package launch

import "github.com/ec2launch/ec2launch/validate"

// ownRules lists the rules on the request's own parameters, in the order of
// the reference.
func ownRules() []*validate.Rule {
	return []*validate.Rule{
		// MaxCount, MinCount
		countRequired,
		countRange,
		countConflict,
		countSpotLimit,
		countAdvice,

		additionalInfoReserved,

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
		hibernationSpotUnsupported,
		hibernationSpotRequired,
		hibernationInterruptionConflict,

		// IamInstanceProfile
		profileRequired,
		profileConflict,
		profileARNFormat,
		profileNameLength,
		profileNameFormat,

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
		instanceTypeCapacityBlockUnsupported,
		instanceTypeHostRequired,
		instanceTypeHostLimit,

		// KernelId, RamdiskId
		kernelIDFormat,
		ramdiskIDFormat,
		kernelTypeUnsupported,
		kernelAdvice,

		// KeyName
		keyNameFormat,
		keyNameAdvice,

		// LaunchTemplate
		templateRequired,
		templateIgnored,
		templateConflict,
		templateIDFormat,
		templateNameLength,
		templateNameFormat,
		templateVersionValues,
		templateVersionFormat,
		templateVersionAdvice,

		// LicenseSpecifications
		licenseRequired,
		licenseARNFormat,
		licenseUnique,

		// MaintenanceOptions
		maintenanceRecoveryValues,
		maintenanceRecoveryAdvice,

		monitoringRequired,
		operatorReserved,

		// UserData
		userDataFormat,
		userDataEncodingFormat,
		userDataLength,
		userDataSecretFormat,
		userDataSecretAdvice,
		userDataTwiceAdvice,
	}
}
