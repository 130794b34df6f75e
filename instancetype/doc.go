// Package instancetype knows the EC2 instance types: what each of them has,
// takes and can do, without asking AWS.
//
//	info, _ := instancetype.Lookup(types.InstanceTypeM7iLarge)
//	vcpus, ok := info.VCPUs()                       // 2, true
//	info.Hibernation()                              // Yes
//	info.Architecture(types.ArchitectureTypeArm64)  // No
//	info.Source(instancetype.FactHibernation).Date  // "2026-08-02"
//
// # Three values
//
// A fact that nobody has recorded is unknown, and unknown never reads as no.
// Questions have an [Answer], which is [Yes], [No] or [Unknown]; numbers come
// with ok; lists are nil and names "" when unknown. A type that the table does
// not have gives the zero [Info], of which everything is unknown.
//
// # Age
//
// Facts are dated, and EC2 changes some of them for types that exist already.
// [Info.Age] says how far a dated fact of a type may be trusted, and so what a
// "no" that rests on it is good for:
//
//   - [Structural] facts, such as vCPUs and architectures, describe the
//     machine. The history has no change of them. A dated no may reject a
//     request.
//   - [Revised] facts have changed. EC2 switched on hibernation, enclaves and
//     ENA Express, raised EBS and attachment limits, corrected memory and
//     default cores. Some facts it revised for some kinds of types only: ten
//     types with two network cards got 16 interfaces in place of 14, and c6a,
//     m6a, r6a and others got new lists of valid core counts. A dated no may be
//     out of date. It may warn; only a live one may reject.
//   - [Volatile] facts, such as usage classes, differ by Region, account and
//     week. They never reject.
//
// [Fact.Age] is the age of a fact in general. [Info.Source] tells where and
// when a fact was read, and [Source.After] whether that may be later than a
// given date, such as that of an edition of the documentation. The changes on
// which all this rests are listed in internal/gen/data/history.jsonl.
//
// # Live facts
//
// A program that may call DescribeInstanceTypes can use facts of today. [Fetch]
// asks EC2, [FromDescribe] takes answers that are at hand already, and
// [WriteSnapshot] and [ReadSnapshot] keep them in a file. [Overlay] lays them
// over the embedded table, fact by fact:
//
//	live, err := instancetype.Fetch(ctx, client, nil)
//	...
//	facts := instancetype.Overlay(live, instancetype.Embedded())
//
// # Finding types
//
// [Select] finds the types that meet criteria and [Explain] says why one does
// not, [Nearest] guesses what a misspelt name meant, [ParseName] takes a name
// apart, [All] yields every type.
//
// # The embedded table
//
// It has every type that the SDK's service/ec2 listed when the table was
// generated. Of a type that a newer service/ec2 adds, nothing is known. Most
// facts come from the public capture of DescribeInstanceTypes answers, merged
// over all commercial Regions, that the project getmoto/moto keeps (Apache
// License 2.0); the rest from AWS documentation and from two Go packages of the
// amazon-vpc-* projects (Apache License 2.0). The recorded facts lie in
// internal/gen/data/facts.jsonl, a type a line. To refresh them from an
// account:
//
//	aws ec2 describe-instance-types --output json > answers.json
//	go -C instancetype/internal/gen run . -describe $PWD/answers.json
//
// The table takes less than 150 KB of a program and no time at its start.
// Finding a type, and reading a fact of it, take about as long as a look-up in
// a map of the names, some ten nanoseconds each, and allocate nothing.
package instancetype
