package network

import "github.com/ec2launch/ec2launch/validate"

// interfaceRules lists the rules on the interfaces themselves, in the order of
// the reference.
func interfaceRules() []*validate.Rule {
	return []*validate.Rule{
		interfaceCountLimit,
		interfaceTypeUnsupported,

		// AssociateCarrierIpAddress, AssociatePublicIpAddress
		carrierIPPrimaryConflict,
		publicIPInterfacesConflict,
		publicIPExistingConflict,
		publicIPChargeAdvice,

		// ConnectionTrackingSpecification
		conntrackTCPRange,
		conntrackTCPAdvice,
		conntrackUDPStreamRange,
		conntrackUDPRange,
		conntrackUnsupported,

		// DeleteOnTermination, Description
		existingInterfaceDeletionConflict,
		interfaceDescriptionFormat,
		existingInterfaceDescriptionConflict,

		// DeviceIndex
		interfaceDeviceIndexRequired,
		interfaceDeviceIndexRange,
		interfaceDeviceIndexUnique,
		interfaceDeviceIndexLimit,
		interfacePrimaryRequired,

		// EnaQueueCount, EnaSrdSpecification
		enaQueueCountRange,
		enaQueueCountFormat,
		enaQueueUnsupported,
		enaQueueInterfaceLimit,
		enaQueueCardLimit,
		enaQueueAdvice,
		enaExpressUnsupported,
		enaExpressUDPRequired,

		// Groups
		existingInterfaceGroupsConflict,

		// InterfaceType
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

		// NetworkCardIndex
		interfaceCardRange,
		interfaceCardUnsupported,
		interfaceCardLimit,
		interfacePrimaryCardRequired,

		// NetworkInterfaceId
		interfaceIDFormat,
		interfaceIDUnique,
		interfaceIDInstancesConflict,

		// PrivateIpAddress, PrivateIpAddresses, SecondaryPrivateIpAddressCount, SubnetId
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

		// SecondaryInterfaces
		secondaryInterfaceDeletionUnsupported,
		secondaryInterfaceRange,
		secondaryInterfaceSubnetFormat,
		secondaryInterfaceTypeValues,
		secondaryInterfaceIPRequired,
		secondaryInterfaceIPFormat,
		secondaryInterfaceIPConflict,
		secondaryInterfaceIPInstancesConflict,
		secondaryInterfaceLimit,

		// NetworkPerformanceOptions
		bandwidthWeightingValues,
		bandwidthWeightingUnsupported,
	}
}
