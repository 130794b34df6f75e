// Package rules is the rule book on the network of a launch: subnets, security
// groups, addresses and network interfaces.
//
// # Facts
//
// A rule that rests on facts about the instance type names only those that
// decide. Which network cards a type has and how many interfaces they take is
// known to be true of a type with one card, or more than two; EC2 has revised
// it for types with two cards, where it only warns. What EC2 may switch on, such
// as Elastic Fabric Adapters and flexible ENA queues, warns everywhere. Where a
// request chooses ENA queues, or a launch template may, a type takes more
// interfaces, and rules of their own judge.
//
// # EC2-Classic
//
// The reference of spring 2023 has sentences marked [EC2-Classic] and
// [EC2-VPC]. Nobody can launch into EC2-Classic any more, so every launch is
// into a VPC, in that edition too:
//
//   - A sentence marked [EC2-VPC] holds for every request.
//   - A sentence marked [EC2-Classic, default VPC], which lets SecurityGroups
//     name groups, is read for the default VPC.
//   - A sentence marked [EC2-Classic] has no rule: that EC2 chooses an
//     Availability Zone, and that some instance types must be launched into a
//     VPC.
package rules

import (
	"github.com/ec2launch/ec2launch/internal/lend"
	"github.com/ec2launch/ec2launch/validate"
)

// Rules lists copies of the rules in the order of the reference.
func Rules() []*validate.Rule { return validate.Clone(originals()) }

// Lend is [Rules] without the copies, for package launch alone.
func Lend(k lend.Key) []*validate.Rule { return lend.To(k, originals) }

func originals() []*validate.Rule {
	return []*validate.Rule{
		// NetworkInterfaces beside the request's own members
		topLevelInterfaceConflict,
		topLevelIPv6Conflict,
		topLevelPrimaryIPv6Conflict,

		// EnablePrimaryIpv6, PrimaryIpv6
		primaryIPv6CountConflict,
		primaryIPv6Unique,
		primaryIPv6Ignored,
		primaryIPv6Advice,

		// Ipv6AddressCount, Ipv6Addresses
		ipv6CountRange,
		ipv6CountConflict,
		ipv6CountInterfacesConflict,
		ipv6AddressFormat,
		ipv6AddressRequired,
		ipv6AddressUnique,
		ipv6AddressLimit,
		ipv6InstancesConflict,
		ipv6Unsupported,

		// Ipv4PrefixCount, Ipv4Prefixes, Ipv6PrefixCount, Ipv6Prefixes
		prefixCountRange,
		prefixIPv4CountConflict,
		prefixIPv4AddressConflict,
		prefixIPv4Format,
		prefixIPv6CountConflict,
		prefixIPv6AddressConflict,
		prefixIPv6Format,
		prefixIPv6Limit,
		prefixPrimaryIPv6Conflict,
		prefixRequired,
		prefixUnique,
		prefixInstancesConflict,
		prefixUnsupported,

		// PrivateDnsNameOptions
		hostnameTypeValues,
		privateDNSIgnored,
		privateDNSRecordsAdvice,

		// PrivateIpAddress
		privateIPFormat,
		privateIPInstancesConflict,

		// SecurityGroupIds, SecurityGroups
		securityGroupIDFormat,
		securityGroupIDRequired,
		securityGroupIDUnknown,
		securityGroupUnique,
		securityGroupLimit,
		securityGroupQuotaAdvice,
		securityGroupDefaultAdvice,
		securityGroupNameFormat,
		securityGroupNameLength,
		securityGroupNameTextFormat,
		securityGroupNameSubnetConflict,
		securityGroupNameAdvice,

		subnetIDFormat,

		interfaceCountLimit,
		interfaceTypeUnsupported,
		efaCardUnsupported,

		// AssociateCarrierIpAddress, AssociatePublicIpAddress
		carrierIPPrimaryConflict,
		publicIPInterfacesConflict,
		publicIPExistingConflict,
		publicIPExistingIgnored,
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
		existingInterfaceDescriptionAdvice,

		// DeviceIndex
		interfaceDeviceIndexRequired,
		interfaceDeviceIndexRange,
		interfaceDeviceIndexUnique,
		interfaceDeviceIndexLimit,
		interfaceDeviceIndexSingleCardLimit,
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
		interfaceCardFlexibleLimit,
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
		interfacePrimaryIPRepeatedConflict,
		interfaceSecondaryIPRange,
		interfaceSecondaryIPZeroUnsupported,
		interfaceSecondaryIPConflict,
		interfaceSecondaryIPInstancesConflict,
		existingInterfaceIPConflict,
		existingInterfacePrimaryIPConflict,
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
		secondaryInterfaceCardUnsupported,

		// NetworkPerformanceOptions
		bandwidthWeightingValues,
		bandwidthWeightingUnsupported,
	}
}

// AccountRules lists the rules that ask the account, in the same order.
func AccountRules() []*validate.Rule {
	return validate.Clone([]*validate.Rule{
		subnetUnknown,
		subnetZoneConflict,
		subnetAddressLimit,
		subnetStateUnsupported,
		subnetDefaultRequired,
		securityGroupUnknown,
		securityGroupVPCUnknown,
		privateIPSubnetRange,
		privateIPSubnetUnsupported,
		ipv6SubnetUnsupported,
		interfaceSubnetZoneConflict,
		existingInterfaceUnknown,
		existingInterfaceStateUnsupported,
		securityGroupVPCConflict,
		securityGroupNameUnknown,
		securityGroupAccountLimit,
		efaGroupAdvice,
		privateIPHolderConflict,
		prefixIPv4SubnetRange,
		prefixIPv6SubnetRange,
		ipv6SubnetRange,
		primaryIPv6SubnetUnsupported,
		hostnameTypeSubnetUnsupported,
		privateDNSSubnetUnsupported,
		existingInterfaceZoneConflict,
		carrierIPZoneUnsupported,
		publicIPSubnetUnsupported,
		publicIPSubnetAdvice,
		subnetIPv6TypeUnsupported,
		subnetIPv6NativeTypeUnsupported,
		subnetVPCEncryptionUnsupported,
		subnetVPCTenancyAdvice,
		secondaryInterfaceSubnetUnknown,
		publicIPZoneUnsupported,
		secondaryInterfaceZoneConflict,
	})
}
