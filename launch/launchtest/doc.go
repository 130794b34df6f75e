// Package launchtest is an EC2 endpoint for unit tests. It runs in the test's
// own process, speaks the EC2 query protocol over loopback HTTP, and is used
// through the real SDK client, so that a test covers everything from the code
// under test down to the bytes on the wire:
//
//	srv := launchtest.Start(t)
//	client := srv.Client()
//	// Give client to the code under test, then ask srv what was sent and what is alive:
//	input := srv.LastRequest("RunInstances").Input()
//	alive := srv.Alive() // how many instances; srv.Instances() lists them
//
// The command examples/endpoint runs it by itself, for the AWS CLI and the SDKs of other languages.
//
// [Server.Offline] answers a client without a port, and [NewFake] stands in for a
// client of one method. [Valid], [Violates] and [Golden] assert on specs without a
// request. A launcher on a [SkippingClock] waits for nothing.
//
// # What it does
//
// [Server] serves the calls around a launch with the semantics that decide whether a launcher is right:
//
//   - A client token that is used again answers the first launch once more and launches nothing. With other parameters
//     it earns IdempotentParameterMismatch, after the end of its instances IdempotentInstanceTerminated. Tokens are
//     unique within an Availability Zone when the request names one or a subnet, else within the Region.
//   - A launch takes what fits between MinCount and MaxCount into the [Capacity] of a zone, and into no other zone
//     unless [SpillOver] lets it.
//   - A dry run launches nothing and earns DryRunOperation.
//   - Instances appear ([VisibleAfter]), become running ([PendingFor]), stopped and terminated ([EndingFor]) as they are
//     looked at: tests need no clock and no sleep. By default the first look shows what a waiter waits for.
//   - A request that names a launch template which was created here launches what EC2 would of both, see
//     template.Merge. A template that was not created here is taken for one that says nothing.
//   - A parameter that the operation does not have, or a value of the wrong type, is refused, unless [AnyParameter] lets
//     it pass.
//   - Answers say what EC2's say. An instance has a public address only while it is running; where the request does not
//     ask for one, its subnet gives one only to an instance with a single network interface. Volumes show once the
//     instance is no longer pending. Network, addresses and volumes are gone once it is terminated.
//
// IDs and addresses are numbered, so that the output of an example is always the same, and no address is handed out
// twice in a subnet.
//
// [Server.Fail] scripts faults: errors, lost answers, broken documents. [Server.Handle] answers an action otherwise.
// [Throttle] adds EC2's request limits, and [Judge] the rules of a validator. [Server.Requests] has what was sent.
//
// # Defaults
//
// The account is 111122223333. The Region is us-east-1 ([Region]); its zones are us-east-1a to us-east-1f, with the IDs
// use1-az1 to use1-az6 ([Zone] adds others). A request that names neither zone nor subnet goes to the first.
//
// Unless [NoDefaultVPC] is given, there is a default VPC, vpc-00000000000000001, with a default security group,
// sg-00000000000000001, and a default subnet for each zone, subnet-00000000000000001 to subnet-00000000000000006, which
// give public addresses. Their blocks are 10.0.0.0/16 and 2001:db8::/64, 10.1.0.0/16 and 2001:db8:0:1::/64, and so on;
// further subnets follow. Public addresses are of 198.18.0.0/15.
//
// Amazon owns two images, ami-00000000000000001 for x86_64 and ami-00000000000000002 for arm64. Instance types are those
// of the library's catalogue, offered in every zone.
//
// The account has no Spot prices, secondary subnets, fast snapshot restores or security groups that are associated with
// other VPCs. All images are allowed, volumes are not encrypted by default, and instance metadata options have no
// defaults.
//
// [Has] gives the account things of its own. Others come into being as requests name them, unless the server is
// [Strict]: an image has the architecture of the first instance type that is launched from it, a root volume of 8 GiB at
// /dev/xvda and the root device type ebs; a subnet lies in the zone that is named with it, else in the first; a security
// group or placement group is called as it is named. Without a name a security group is the default one.
//
// # Fleets
//
// CreateFleet serves fleets of type instant, and refuses the others. Each override of a launch template, or a template
// without one, gives instances of its type, in its zone or subnet, up to the [Capacity] of that zone, first On-Demand
// and then Spot capacity. Since there are no prices, the first in the request counts as the cheapest. The strategies
// prioritized and capacity-optimized-prioritized go by Priority; capacity-optimized goes by the room of the zone;
// price-capacity-optimized and capacity-optimized-prioritized prefer a zone with room for the whole share; diversified
// spreads over all overrides, and InstancePoolsToUseCount over so many. Weights, MinTargetCapacity, SingleInstanceType
// and SingleAvailabilityZone are heeded, prices and Capacity Reservations are not.
//
// An override that cannot give what it was asked for is in Errors, with the code that RunInstances would have earned. A
// version that its template does not have refuses the request as a whole, and on a [Strict] server so does a template
// that does not exist.
//
// # Bounds
//
// The server listens on the loopback interface only. A request must be POST or GET, arrive within ten seconds and have a
// form of at most 1 MiB; the lists in it may have 20,000 items together, and one launch makes at most 100,000 volumes,
// interfaces, addresses and tags. Of the requests it keeps the newest 64 MiB ([RecordUpTo]), and whatever was launched,
// until the end. [Server.Close] waits for no client.
//
// # What it does not do
//
// An action that is not listed below, such as RequestSpotInstances, earns InvalidAction, unless [Server.Handle] serves
// it. Apart from counts, addresses, the image, the token and the size of user data, any value of the right type is
// accepted, unless [Judge] refuses it. Of a signature no more is checked than that the Region exists. Instance types are
// not chosen by InstanceRequirements. Whatever a simulator of EC2 accepts, the documentation is the authority.
package launchtest

//go:generate go run ./internal/gendoc -o doc_gen.go
