// Package clijson reads and writes a RunInstances request in the JSON shape of
// the AWS CLI: what "aws ec2 run-instances --cli-input-json" takes and
// "--generate-cli-skeleton" prints.
//
//	in, err := clijson.Decode(strings.NewReader(`{"ImageId": "ami-0abcdef1234567890", "MinCount": 1, "MaxCount": 1}`))
//	text, err := clijson.Encode(in, clijson.Indent("  "))
//
// # The shape
//
// Members carry the API's names, which are the Go field names of
// [ec2.RunInstancesInput]. Integers are JSON numbers without fraction or
// exponent. UserData is plain text in the CLI's JSON and base64 in the SDK's
// request: Decode and Encode convert it. Any text is a value of an enumeration,
// for rules to judge; the empty one is the same as none, as in the SDK.
//
// MinCount and MaxCount are 1 where a request does not give them, each by
// itself: the CLI sends {"MinCount": 3} with a MaxCount of 1, which EC2
// refuses. A fragment has no defaults.
//
// # Timestamps
//
// A timestamp has one of the forms that botocore, on which the CLI rests, takes
// without asking what day or where it is:
//
//   - ISO 8601, a date or a date and time: "2026-12-31",
//     "2026-12-31T23:59:59Z". Seconds, their fractions and the zone may be left
//     out, a blank may replace the T, and an offset may be "+01:00", "+0100"
//     or "+01". The form "20261231T235959Z" will do as well.
//   - Seconds since the start of 1970, as a number or as one in a string:
//     1798761599, "1798761599.5". So "20261231" is a day in 1970.
//   - RFC 1123: "Thu, 31 Dec 2026 23:59:59 GMT". The day of the week and the
//     seconds may be left out. The zone is GMT, UT, UTC, Z or an offset such as
//     +0100. As in RFC 822, the year may have two digits, for 1969 to 2068.
//
// Without a zone, a timestamp is in UTC. Other names of zones are refused,
// since the CLI takes them for what they are where it runs, and so are times
// outside the years 0 to 9999 of UTC. [Encode] writes RFC 3339.
//
// # Strictness
//
// [Decode] takes a request or refuses it as a whole, with its faults, at most 20.
// What is not JSON in UTF-8 is the only fault, wherever it stands. Decode never
// guesses, wraps or replaces: unknown, repeated and differently cased members,
// null, integers in quotes, and characters that EC2 cannot give back are
// errors. Each [Error] says where the fault is and what would be right, in one
// line. Rules on the meaning of a request are no concern of this package.
//
// # Limits
//
// A document has at most 1 MiB (see [MaxBytes]), a list at most 1,000 items,
// and all lists together at most 10,000: far more than EC2 takes, and few
// enough that no document costs more than 20 ms and 16 MiB. Nesting needs no
// limit of its own, since it cannot go deeper than the request's structs do.
//
// # Secrets
//
// User data is never repeated in an error. [Encode] leaves it out unless told
// otherwise by [Reveal] or [RevealBase64].
package clijson
