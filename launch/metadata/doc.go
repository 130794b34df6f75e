// Package metadata configures the instance metadata service (IMDS), through
// which software on an instance learns about it and gets its credentials.
//
//	metadata.Required()                           // IMDSv2 only: sessions by token
//	metadata.Required().HopLimit(2)               // also from containers
//	metadata.Required().InstanceTags(true)        // with the instance's tags
//	metadata.Disabled()                           // no service at all
//
// [Options] are the request's MetadataOptions, a value: every method returns a
// changed copy. What they leave out is decided, in this order, by the launch
// template, the account and the AMI.
//
// [Rules] check the same members on any request, whoever built it, and the tag
// keys that the service can show. Whether the account enforces IMDSv2, only EC2
// knows.
package metadata
