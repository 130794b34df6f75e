// Package instancetype knows the EC2 instance types: what each of them has, takes and can do, without asking AWS.
//
//	info, _ := instancetype.Lookup(types.InstanceTypeM7iLarge)
//	vcpus, ok := info.VCPUs()                                  // 2, true
//	info.Hibernation()                                         // Yes
//	info.Architecture(types.ArchitectureTypeArm64)             // No
//	info.Source(instancetype.FactHibernation)                  // DescribeInstanceTypes 2026-08-02
//
// # Three values
//
// A fact that nobody has recorded is unknown, and unknown never reads as no. Questions have an [Answer], which is [Yes],
// [No] or [Unknown]; numbers come with ok; lists are nil and names "" when unknown. A type that the table does not have
// gives the zero [Info], of which everything is unknown.
//
// # Age
//
// Facts are dated. [Fact.Age] says what a date is worth: [Structural] facts do not change, [SwitchedOn] facts are often
// added to types that exist already, [Volatile] facts differ by Region, account and week. [Info.Source] tells where and
// when a fact was read.
//
// # Live facts
//
// Who may call DescribeInstanceTypes can do better than dated facts. [Fetch] asks EC2, [FromDescribe] takes answers
// already at hand, [WriteSnapshot] and [ReadSnapshot] keep them in a file. [Overlay] lays them over the embedded table,
// fact by fact:
//
//	live, err := instancetype.Fetch(ctx, client, nil)
//	...
//	facts := instancetype.Overlay(live, instancetype.Embedded())
//
// # Finding types
//
// [Select] finds the types that meet criteria and [Explain] says why one does not, [Nearest] guesses what a misspelt name
// meant, [ParseName] takes a name apart, [All] yields every type.
//
// # The embedded table
//
// It has every type of the enumeration of the SDK's service/ec2. Most facts come from the public capture of
// DescribeInstanceTypes answers, merged over all commercial Regions, that the project getmoto/moto keeps (Apache License 2.0);
// the rest from AWS documentation and from two Go packages of the amazon-vpc-* projects (Apache License 2.0). The recorded
// facts lie in internal/gen/data/facts.jsonl, a type a line. To refresh them from an account:
//
//	aws ec2 describe-instance-types --output json > answers.json
//	go -C instancetype/internal/gen run . -describe $PWD/answers.json
//
// The table takes less than 150 KB of a program and no time at its start. A look-up with one fact takes some ten
// nanoseconds, about as long as one in a map of the names, and allocates nothing.
package instancetype
