package network

import "github.com/ec2launch/ec2launch/validate"

// interfaceRules lists the rules on the interfaces themselves, in the order of
// the reference.
func interfaceRules() []*validate.Rule {
	return []*validate.Rule{
		interfaceCountLimit,
		interfaceTypeUnsupported,

		carrierIPPrimaryConflict,
		publicIPInterfacesConflict,
		publicIPExistingConflict,
		publicIPChargeAdvice,

		conntrackTCPRange,
		conntrackTCPAdvice,
		conntrackUDPStreamRange,
		conntrackUDPRange,
		conntrackUnsupported,

		existingInterfaceDeletionConflict,
		existingInterfaceDescriptionConflict,

		interfaceDeviceIndexRequired,
		interfaceDeviceIndexRange,
		interfaceDeviceIndexUnique,
		interfaceDeviceIndexLimit,
		interfacePrimaryRequired,

		enaQueueCountRange,
		enaQueueCountFormat,
		enaQueueUnsupported,
		enaQueueInterfaceLimit,
		enaQueueCardLimit,
		enaQueueAdvice,
		enaExpressUnsupported,
		enaExpressUDPRequired,

		existingInterfaceGroupsConflict,

		interfaceTypeValues,
		efaCountLimit,
		efaCardConflict,
		efaTenancyConflict,
		efaPlacementAdvice,
		efaOnlyPrimaryConflict,
		efaOnlyAddressConflict,
		efaOnlyPrefixConflict,
		efaOnlyPublicIPAdvice,
		efaOnlyENAConflict,

		interfaceCardRange,
		interfaceCardUnsupported,
		interfaceCardLimit,
		interfacePrimaryCardRequired,

		interfaceIDFormat,
		interfaceIDUnique,
		interfaceIDInstancesConflict,

		interfaceIPFormat,
		interfaceIPUnique,
		interfaceIPRequired,
		interfaceIPInstancesConflict,
		interfaceIPLimit,
		interfacePrimaryIPUnique,
		interfacePrimaryIPConflict,
		interfaceSecondaryIPRange,
		interfaceSecondaryIPConflict,
		interfaceSecondaryIPInstancesConflict,
		existingInterfaceIPConflict,
		existingInterfaceSubnetConflict,

		secondaryInterfaceDeletionUnsupported,
		secondaryInterfaceRange,
		secondaryInterfaceTypeValues,
		secondaryInterfaceIPRequired,
		secondaryInterfaceIPFormat,
		secondaryInterfaceIPConflict,
		secondaryInterfaceIPInstancesConflict,
		secondaryInterfaceLimit,

		bandwidthWeightingValues,
		bandwidthWeightingUnsupported,
	}
}
