// Package account asks an AWS account about what a launch names, before the
// launch: whether the image exists and fits the instance type, whether subnet
// and security groups share a VPC, whether addresses are left, and all else that
// no request tells by itself.
//
//	snapshot, err := account.Fetch(ctx, client, spec) // Describe calls only
//	report := account.Check(v, snapshot, spec)        // offline rules and those that ask the account
//
//	report, err := account.Preflight(ctx, client, spec) // both, and a dry run where they find nothing
//
// # What is asked
//
// [Plan] lists the look-ups of a request without asking: only what the request
// names, each call once. [Fetch] makes them at the same time, at most [Parallel]
// of them, in up to three rounds: the launch template first, then all that the
// request and the template name, then what the answers lead to, such as the VPC
// of a subnet and the snapshots of an image.
//
// Other services are asked through functions of the caller's: [Parameters] for
// images that Systems Manager names, [Profiles] for instance profiles, [Keys]
// for what volumes are encrypted with.
//
// Nothing is ever launched, and nothing is changed.
//
// # What is unknown
//
// A call that is refused, for want of a permission or by throttling, leaves its
// facts unknown: the rules that ask for them are silent,
// [Snapshot.Unread] lists the calls, and [Preflight] advises of them. That a thing does not exist is a fact.
//
// No call tells of capacity, nor of what quotas leave; whether the caller may
// launch, and pass a role, only the dry run tells.
//
// # Snapshots
//
// A [Snapshot] is immutable and dated. As JSON it can be kept, so that a build
// without credentials can use yesterday's. A snapshot that was read from JSON is
// not live: what somebody may have changed since only warns then.
package account
