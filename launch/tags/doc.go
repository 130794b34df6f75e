// Package tags gives tags to what a launch creates: instances, volumes, network
// interfaces and Spot requests.
//
//	common := tags.T{"team": "search", "env": "prod"}
//	tags.Instance(common).Tag("Name", "web")
//	tags.Volume(common)
//
// A [Specification] holds the tags of one type of resource, and is a value: every
// method returns a changed copy. EC2 takes one specification for each type and
// each key once, so specifications of one type are merged when they are applied:
// a later value replaces an earlier one of the same key.
//
// [Rules] check the same members on any request, whoever built it. Keys are
// further narrowed while the metadata service shows them: see package metadata.
package tags
