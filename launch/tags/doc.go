// Package tags builds the TagSpecifications of a launch: the tags of the
// instances, volumes, network interfaces and Spot requests that it creates.
//
//	common := tags.T{"team": "search", "env": "prod"}
//	tags.Instance(common).Tag("Name", "web")
//	tags.Volume(common)
//
// # Concepts
//
// A [Specification] holds the tags of one type of resource. EC2 takes one
// specification for each type and each key once, so specifications of one type
// are merged when they are applied: a later value replaces an earlier one of
// the same key.
//
// All methods return a changed copy and leave their receiver alone, so that a
// half-built specification can be shared and continued in different ways.
//
// A method that sets something replaces what was set before, one that adds
// adds, and a switch takes a bool. Values print as JSON and compare by Equal.
//
// # Limits
//
// The rules, in package launch/tags/rules, check any request, however it was made. Keys
// are further narrowed while the metadata service shows them: see package
// metadata.
package tags
