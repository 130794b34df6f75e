// Package validate runs rules over RunInstances requests and reports all that
// they find. It knows no rule itself: the library's are in [launch.Rules].
//
//	v, err := validate.NewValidator(launch.Rules(), validate.In(validate.Spring2023), validate.Skip("tag-key-length"))
//	...
//	report := v.Check(input)
//	for _, violation := range report.Violations {
//		fmt.Println(violation) // BlockDeviceMappings[0].Ebs.Iops = 2999: gp3 volumes take ... [volume-iops-range]
//	}
//	return report.Err() // nil, or a *validate.Error with every violation of severity error
//
// # Concepts
//
// A [Rule] is one documented constraint with its documentation, its examples
// and its check. A [Pass] is a rule's view of one request. A [Violation] is a
// rule broken at one path. A [Report] holds all violations of a request, in the
// request's order. A [Validator] is a compiled set of rules.
//
// An [Edition] is one state of the documentation. What changes between editions
// is data: a [Limit] is a dated figure, [Values] are a dated enumeration. A user
// replaces them with [Raise] and [Allow] without waiting for a release.
//
// # Tags
//
// A rule's Tag is one of go-playground/validator, or one of these, which are
// stricter: ec2id=PREFIX (a resource ID of 8 or 17 hexadecimal digits),
// ec2arn=SERVICE, ec2chars=MIN-MAX (so many characters), ec2text (UTF-8 that XML
// can hold), ec2asciitext (of these, ASCII), ec2ascii (printable ASCII), each of
// them also with =MIN-MAX, ec2ipv4 and ec2ipv6 (the address of a host, without
// zone or mapping), ec2ipv4prefix (a /28) and ec2ipv6prefix (a /80).
//
// # Limits
//
// A report holds at most a hundred violations, the worst, and counts the
// rest; what it quotes of a request is cut to 64 bytes and escaped. User data is
// never part of a report.
//
// [launch.Rules]: https://pkg.go.dev/github.com/ec2launch/ec2launch/launch#Rules
package validate
