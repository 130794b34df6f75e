// Package placement builds the Placement of a launch: where instances run.
//
//	placement.Zone("us-east-1a")                            // EC2 picks the hardware in this zone
//	placement.Group("blue").Partition(2).Zone("us-east-1a") // in a placement group
//	placement.Host("h-0123456789abcdef0").Affinity("host")  // on a Dedicated Host
//
// # Concepts
//
// A placement group and a Dedicated Host exclude each other, so a [Placement]
// is one of three types, chosen by the function that it starts with:
//
//   - [Ungrouped]: [Zone], [ZoneID], [Dedicated], [DefaultTenancy]
//   - [Grouped]: [Group], [GroupID]
//   - [Hosted]: [Host], [AnyHost], [HostResourceGroup]
//
// All three take a zone by name or by ID, the later call replacing the earlier.
//
// All methods return a changed copy and leave their receiver alone, so that a
// half-built placement can be shared and continued in different ways.
//
// A method that sets something replaces what was set before, one that adds
// adds, and a switch takes a bool. Values print as JSON and compare by Equal.
//
// # Limits
//
// The rules, in package launch/placement/rules, check any request, however it was made.
// Whether a zone, group or host exists, what the strategy of a group is and
// how much room a host has, EC2 alone knows.
package placement
