// Package network builds the network of a launch, how an instance joins its
// subnet, and holds the rules on it.
//
//	base = base.Network(network.InSubnet("subnet-0123456789abcdef0").
//		SecurityGroups("sg-0123456789abcdef0").
//		IPv6(network.IPv6Count(1)))
//
//	base = base.Network(network.Interfaces(
//		network.NewInterface(0).Subnet("subnet-0123456789abcdef0").PublicIP(true),
//		network.Existing("eni-0123456789abcdef0").DeviceIndex(1).NetworkCardIndex(1)))
//
// # Concepts
//
// A [Config] is one of the two ways in which a request describes its network.
// The request's own members are for an instance with a single, new interface:
// [InSubnet], [InDefaultVPC], [InTemplateSubnet]. A list of interfaces is made
// by [Interfaces]. EC2 refuses a request that has both. Each element of the list
// is a new [Interface], an [ExistingInterface] or an [EFAOnlyInterface], and has
// methods only for what goes with its kind.
//
// Addresses come as a count that EC2 chooses, or as a list, never as both:
// [IPv4], [IPv6], [IPv4Prefixes] and [IPv6Prefixes] are each one or the other.
// An address of the wrong family, or the zero [net/netip.Addr], is left out of the
// request: Err says so, and launch.Builder reports it.
//
// Beside a Config a request takes any number of [SecondaryInterface] values, a
// [BandwidthWeighting] and the options of its host name, [PrivateDNS].
//
// All methods return a changed copy and leave their receiver alone, so that a
// half-built interface can be shared and continued in different ways.
//
// A method that sets something replaces what was set before, one that adds
// adds, and a switch takes a bool. Values print as JSON and compare by Equal.
//
// # Limits
//
// The rules, in package network/rules, check any request, however it was made. Whether a
// subnet, group or interface exists, belongs to the same VPC and has addresses
// left, EC2 alone knows.
package network
