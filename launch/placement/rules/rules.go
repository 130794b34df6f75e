// Package rules is the rule book on where an instance runs: zones, tenancy,
// hosts, groups.
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
		// Affinity
		placementAffinityValues,
		placementAffinityFormat,
		placementAffinityTenancyRequired,

		// AvailabilityZone, AvailabilityZoneId
		placementZoneConflict,
		placementZoneTextFormat,
		placementZoneFormat,
		placementZoneIDFormat,
		placementZoneUnknown,

		// GroupId, GroupName
		placementGroupIDFormat,
		placementGroupConflict,
		placementGroupNameFormat,
		placementGroupNameLength,
		placementGroupHostConflict,
		placementGroupSpotConflict,

		// HostId, HostResourceGroupArn
		placementHostIDFormat,
		placementHostTenancyConflict,
		placementHostTenancyAdvice,
		placementHostConflict,
		placementHostTypeUnsupported,
		placementHostResourceGroupFormat,
		placementHostResourceGroupTenancyConflict,

		// PartitionNumber, SpreadDomain
		placementPartitionRange,
		placementPartitionGroupRequired,
		placementPartitionDedicatedRange,
		placementSpreadDomainReserved,
		placementSpreadDomainFormat,

		// Tenancy
		placementTenancyValues,
		placementDedicatedTypeUnsupported,
	}
}

// AccountRules lists the rules that ask the account, in the same order.
func AccountRules() []*validate.Rule {
	return validate.Clone([]*validate.Rule{
		placementZoneRegionUnknown,
		placementGroupUnknown,
		placementGroupStateUnsupported,
		placementPartitionStrategyConflict,
		placementHostUnknown,
		placementHostInstanceUnsupported,
		placementHostZoneConflict,
		placementGroupStrategyUnsupported,
		placementGroupSpreadLimit,
		placementGroupSpreadDedicatedConflict,
		placementGroupSpreadHostUnsupported,
		placementGroupReservationConflict,
		placementZoneOptInUnsupported,
		placementZoneStateUnsupported,
		placementHostStateUnsupported,
		placementHostLimit,
		placementHostImageUnsupported,
		placementPartitionTenancyRange,
		placementGroupMembersZoneConflict,
		placementGroupMembersAdvice,
		placementHostAutoLimit,
	})
}
