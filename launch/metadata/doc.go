// Package metadata builds the MetadataOptions of a launch, for the instance
// metadata service (IMDS) through which software on an instance learns about it
// and gets its credentials.
//
//	metadata.Required()                    // IMDSv2 only: sessions by token
//	metadata.Required().HopLimit(2)        // also from containers
//	metadata.Required().InstanceTags(true) // with the instance's tags
//	metadata.Disabled()                    // no service at all
//
// # Concepts
//
// [Options] are the request's MetadataOptions. What they leave out is decided,
// in this order, by the launch template, the account and the AMI.
//
// All methods return a changed copy and leave their receiver alone, so that
// half-built options can be shared and continued in different ways.
//
// A method that sets something replaces what was set before, one that adds
// adds, and a switch takes a bool. Values print as JSON and compare by Equal.
//
// # Limits
//
// The rules, in package launch/metadata/rules, check any request, however it was made, and
// also the tag keys that the service can show. Whether the account enforces
// IMDSv2, EC2 alone knows.
package metadata
