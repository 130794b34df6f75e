package network

import "github.com/ec2launch/ec2launch/validate"

// Rules lists the rules on the network of a launch, first on what the request
// itself says and then on its interfaces, in the order of the reference. The list
// is the caller's own, the rules are shared.
func Rules() []*validate.Rule {
	return append([]*validate.Rule{
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
	}, interfaceRules()...)
}
