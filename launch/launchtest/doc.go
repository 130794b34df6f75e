// Package launchtest is an EC2 endpoint for unit tests. It runs in the test's
// own process, speaks the EC2 query protocol over loopback HTTP, and is used
// through the real SDK client, so that a test covers everything from the code
// under test down to the bytes on the wire:
//
//	srv := launchtest.Start(t)
//	client := srv.Client()
//	// Give client to the code under test, then ask srv what was sent and what is alive:
//	input := srv.Requests()[0].Input()
//	alive := srv.Alive()
//
// # What it does
//
// [Server] serves RunInstances, DescribeInstances, DescribeInstanceStatus and
// TerminateInstances with the semantics that decide whether a launcher is
// right:
//
//   - A client token that is used again answers the first launch once more and launches nothing. With other parameters
//     it earns IdempotentParameterMismatch, after the end of its instances IdempotentInstanceTerminated. Tokens are
//     unique within an Availability Zone when the request names one or a subnet, else within the Region.
//   - A launch takes what fits between MinCount and MaxCount into the [Capacity] of a zone.
//   - A dry run launches nothing and earns DryRunOperation.
//   - Instances appear ([VisibleAfter]), become running ([PendingFor]) and terminated as they are looked at: tests need
//     no clock and no sleep.
//   - A parameter that the operation does not have, or a value of the wrong type, is refused. The parameters are those
//     of the SDK's own serialiser.
//
// Answers carry what identifies an instance, its state, placement, network
// interfaces, addresses, groups and tags. IDs and addresses are numbered, so
// the output of an example is always the same. [Server.Fail] scripts faults:
// errors, lost answers, broken documents. [Throttle] adds EC2's request limits.
// Every request is recorded ([Server.Requests]).
//
// # What it does not
//
// It does not judge requests: apart from counts, the image, the token and the
// size of user data it accepts any values of the right types, and it never
// checks credentials or signatures. Launch templates are not known; a request
// that names one launches with what it says itself. Whatever any EC2 simulator
// accepts, the documentation is the authority.
package launchtest
