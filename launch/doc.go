// Package launch builds and checks RunInstances requests of Amazon EC2.
//
//	spec, err := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).
//		Count(launch.Between(2, 6)).
//		Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(100)).IOPS(6000).Encrypted(true)).
//		Network(network.InSubnet("subnet-0123456789abcdef0")).
//		RequireIMDSv2().
//		Build()
//	...
//	result, err := launcher.New(client).Launch(ctx, spec)
//
// # Building
//
// A [Builder] collects a request and can be forked at any point; a fork replaces
// what its base set. What belongs together is built by a package of its own:
// volumes by blockdevice, interfaces by network, and by the packages below this
// one the placement, the market, the CPU, the metadata service and the tags.
// [Builder.Edit] reaches all else. [Builder.Check] reports all that is
// wrong with the request so far. [Builder.Build] checks it and returns a [Spec],
// which nothing changes any more, or an error with everything that EC2 would
// refuse.
//
// # Checking
//
// [Check] judges any request of the SDK, [DecodeCLI] reads one from JSON in the
// AWS CLI's shape, and [Guard] makes the SDK's own client refuse invalid ones.
// [Rules] is the catalogue; a validator made from it, see package validate,
// checks other editions of the documentation, house rules, other figures or live
// facts about instance types. A request that EC2 accepts is never an error, and
// what is not known never rejects. Of a request that stands in a file, Locate of
// package annotate finds the line and the column of each violation.
//
// # Sending
//
// Package launcher sends specs, in batches where they are many, so that nothing
// is launched twice or lost. Package answer tells what EC2's answers mean, and
// package launchtest has an endpoint to test against.
//
// # Secrets
//
// User data may hold secrets. No form of printing, logging or encoding of
// builders, specs, reports and errors shows it; the methods that give it away
// are [Spec.Input] and those whose names begin with Reveal.
//
// # Limits
//
// Quotas, and what AMIs, snapshots, subnets and launch templates hold, stand in no
// request. By themselves, [Check] and [Builder.Build] say nothing of them. Package
// account asks the account for what its calls tell, and checks with that.
package launch
