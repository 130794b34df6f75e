package placement

import "github.com/ec2launch/ec2launch/validate"

// Rules lists the rules on where instances run, in the order of the reference.
func Rules() []*validate.Rule {
	return []*validate.Rule{
		placementAffinityValues,
		placementAffinityFormat,
		placementAffinityTenancyRequired,
		placementZoneConflict,
		placementZoneFormat,
		placementZoneIDFormat,
		placementGroupIDFormat,
		placementGroupConflict,
		placementGroupNameFormat,
		placementGroupHostConflict,
		placementGroupSpotConflict,
		placementHostIDFormat,
		placementHostTenancyConflict,
		placementHostTenancyRequired,
		placementHostConflict,
		placementHostTypeUnsupported,
		placementHostResourceGroupFormat,
		placementHostResourceGroupTenancyConflict,
		placementPartitionRange,
		placementPartitionGroupRequired,
		placementPartitionDedicatedRange,
		placementSpreadDomainReserved,
		placementTenancyValues,
		placementDedicatedTypeUnsupported,
	}
}
