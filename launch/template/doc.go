// Package template refers to launch templates, makes their data, and tells what
// a request launches together with one.
//
//	launch.FromTemplate(template.Name("web").Version("3")) // a request from a template
//
//	data, err := template.FromSpec(spec)                   // a template from a request
//	data, err := template.Fetch(ctx, client, spec)         // the one that a request names
//	merged, err := template.Merge(data, spec)              // what EC2 launches of both
//	report := merged.Check(v)
//	version := template.Inherit(source, data)              // what a new version takes over
//
// EC2 stores template data without looking at all of it: launch.CheckCall tells
// whether an instance can be launched from it.
//
// # How a request and its template combine
//
// What one side gives is taken from that side. A request cannot take away what
// the template gives, except a device, by NoDevice [2, 4]. Of what both give:
//
//	values                      the request's counts [1, 2]
//	structures                  member by member [2]
//	BlockDeviceMappings         by DeviceName [2]; a NoDevice removes the template's [4]
//	NetworkInterfaces           by DeviceIndex [3], and by the card, of which no page tells
//	TagSpecifications           by ResourceType, and their tags by Key [2]
//	InstanceRequirements        RunInstances refuses the template [5]
//
// Counts, ClientToken, DryRun, and the subnet and addresses at the top come from
// the request alone: template data does not have them.
//
// No page tells of the following. Merge takes what stands first, [Merged.Unsure]
// names it where it makes a difference, and [Merged.Check] judges both:
//
//	a device, or an interface   member by member; or the request's alone
//	SecondaryInterfaces         by index, as NetworkInterfaces; or the request's alone
//	other lists                 the request's alone; or the elements of both sides
//	profile by Name and by Arn  the request's alone; or both, which EC2 refuses
//	an empty text               as if it were not given; or in place of the template's
//
// Nor of an InstanceType in the request over InstanceRequirements in the
// template, of which the rule template-requirements-type-unsupported warns.
//
// Sentence [2] on structures names tags and devices alone. An error that two
// sides make together within another structure is a warning, therefore.
//
// Sources:
//
//	[1] API reference, RunInstances, LaunchTemplate
//	[2] User Guide, "Launch an instance from a launch template", and
//	    "Use launch templates to control launching instances" on what cannot be removed
//	[3] API reference, LaunchTemplateInstanceNetworkInterfaceSpecificationRequest, DeviceIndex
//	[4] API reference, BlockDeviceMapping, NoDevice
//	[5] API reference, RequestLaunchTemplateData, InstanceRequirements
package template
