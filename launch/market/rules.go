package market

import "github.com/ec2launch/ec2launch/validate"

// Rules lists the rules on how capacity is bought and found, in the order of
// the reference. The list is the caller's own, the rules are shared.
func Rules() []*validate.Rule {
	return []*validate.Rule{
		// CapacityReservationSpecification
		capacityPreferenceValues,
		capacityPreferenceConflict,
		capacityReservationIDFormat,
		capacityGroupFormat,
		capacityTargetConflict,
		capacityTargetRequired,
		capacityTenancyConflict,

		// InstanceMarketOptions.MarketType
		marketTypeValues,
		marketTypeRequired,
		marketTargetRequired,
		interruptibleGroupConflict,

		// InstanceMarketOptions.SpotOptions
		spotOptionsConflict,
		spotBlockDurationRetired,
		spotInterruptionValues,
		spotInterruptionRequired,
		spotInterruptionConflict,
		spotMaxPriceFormat,
		spotMaxPriceZeroRange,
		spotMaxPriceRange,
		spotMaxPriceAdvice,
		spotTypeValues,
		spotValidUntilConflict,
		spotValidUntilFormat,

		// Spot Instances beside other members
		spotTenancyConflict,
		spotDedicatedTypeUnsupported,
		spotDedicatedSizeUnknown,
		spotReservationConflict,
		spotTerminationProtectionConflict,
		spotStopProtectionConflict,
		spotCreditsAdvice,
	}
}
