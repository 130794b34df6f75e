// Package rules is the rule book on how a launch is paid for: the Spot market,
// Capacity Blocks, Capacity Reservations.
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
		marketCapacityBlockAdvice,
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

// AccountRules lists the rules that ask the account, in the same order.
func AccountRules() []*validate.Rule {
	return validate.Clone([]*validate.Rule{
		capacityReservationUnknown,
		capacityReservationTypeConflict,
		capacityReservationLimit,
		capacityReservationMarketConflict,
		capacityReservationStateUnsupported,
		capacityReservationZoneConflict,
		capacityReservationTenancyConflict,
		capacityReservationInterruptibleConflict,
		capacityReservationGroupConflict,
		spotMaxPriceLimit,
		capacityReservationEndAdvice,
	})
}
