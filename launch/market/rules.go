package market

import "github.com/ec2launch/ec2launch/validate"

// Rules lists the rules on how capacity is bought and found, in the order of
// the reference.
func Rules() []*validate.Rule {
	return []*validate.Rule{
		capacityPreferenceValues,
		capacityPreferenceConflict,
		capacityReservationIDFormat,
		capacityGroupFormat,
		capacityTargetConflict,
		capacityTargetRequired,
		capacityTenancyConflict,
		marketTypeValues,
		marketTypeRequired,
		marketTargetRequired,
		interruptibleGroupConflict,
		spotOptionsConflict,
		spotBlockDurationRetired,
		spotInterruptionValues,
		spotInterruptionRequired,
		spotInterruptionConflict,
		spotMaxPriceFormat,
		spotMaxPriceRange,
		spotMaxPriceAdvice,
		spotTypeValues,
		spotValidUntilConflict,
		spotTenancyConflict,
		spotDedicatedTypeUnsupported,
		spotReservationConflict,
		spotTerminationProtectionConflict,
		spotStopProtectionConflict,
		spotCreditsAdvice,
	}
}
