package network

import "github.com/ec2launch/ec2launch/validate"

// Rules lists all rules on the network of a request: on what the request itself
// says, and on its interfaces, each in the order of the reference.
func Rules() []*validate.Rule {
	return append([]*validate.Rule{
		topLevelConflict,
		topLevelIPv6Conflict,
		topLevelPrimaryIPv6Conflict,

		primaryIPv6CountConflict,
		primaryIPv6Unique,
		primaryIPv6Ignored,
		primaryIPv6Advice,

		ipv6CountRange,
		ipv6CountConflict,
		ipv6AddressFormat,
		ipv6AddressRequired,
		ipv6AddressUnique,
		ipv6AddressLimit,
		ipv6InstancesConflict,
		ipv6Unsupported,

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

		hostnameTypeValues,
		privateDNSIgnored,
		privateDNSRecordsAdvice,

		privateIPFormat,
		privateIPInstancesConflict,

		securityGroupIDFormat,
		securityGroupUnique,
		securityGroupLimit,
		securityGroupQuotaAdvice,
		securityGroupDefaultAdvice,
		securityGroupNameFormat,
		securityGroupNameLength,
		securityGroupNameSubnetConflict,
		securityGroupNameAdvice,

		subnetIDFormat,
	}, interfaceRules()...)
}
