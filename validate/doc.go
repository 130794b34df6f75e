// Package validate runs rules over RunInstances requests and reports all that
// they find. It knows no rule itself: the library's are in [launch.Rules].
//
//	v, err := validate.NewValidator(launch.Rules(), validate.In(validate.Spring2023), validate.Skip("tag-key-length"))
//	...
//	report := v.Check(input)
//	for _, violation := range report.Violations {
//		fmt.Println(violation)
//		// BlockDeviceMappings[0].Ebs.Iops = 2999: gp3 volumes take ... [volume-iops-range; Override gp3-iops-min]
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
// is data: a [Limit] is a dated figure, [Values] are a dated enumeration. A
// user replaces them with [Override] and [Allow] without waiting for a release; a
// violation that rests on one names it.
//
// # Rules of a house
//
// A house adds its own rules with [Also]. Such a rule has an ID, a Summary, a
// Source, the members that it constrains, for an error a Code, and one of Tag,
// Range, Values and Check. The first of its figures, or sets of values, should
// leave out Since, so that the rule has one in every edition (see [Limit]).
// Package ruletest tests it by its examples.
//
// Whatever fails, fails closed: a rule of a house that panics refuses, and so
// do the nil and the zero [Validator]. [NewValidator] names every fault of a
// rule or an option.
//
// # Tags
//
// A rule's Tag is one of these tests, or several joined by commas, each once:
// ec2id=PREFIX (a resource ID of 8 or 17 hexadecimal digits), ec2arn=SERVICE,
// ec2text (UTF-8 that XML can hold), ec2asciitext (of these, ASCII), ec2ascii
// (printable ASCII), ec2ipv4 and ec2ipv6 (the address of a host, without zone
// or mapping), ec2ipv4prefix (a /28), ec2ipv6prefix (a /80), and min=N and
// max=N, not negative, which bound a number, or the characters of a text.
// Figures that AWS may change belong in a [Range].
//
// # JSON
//
// A [Report], a [Violation], an [Edition], a [Severity] and a [Basis] have one
// form in JSON, which reads back.
//
// # Limits
//
// A report holds at most a hundred violations, the worst, and counts the
// rest; what its text quotes of a request is cut to 64 bytes and escaped. User
// data is never part of a report.
//
// [launch.Rules]: https://pkg.go.dev/github.com/ec2launch/ec2launch/launch#Rules
package validate
