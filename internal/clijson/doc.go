// Package clijson reads and writes a RunInstances request in the JSON shape of the AWS CLI: what
// "aws ec2 run-instances --cli-input-json" takes and "--generate-cli-skeleton" prints.
//
//	in, err := clijson.Decode(strings.NewReader(`{"ImageId": "ami-0abcdef1234567890", "MinCount": 1, "MaxCount": 1}`))
//	text, err := clijson.Encode(in, clijson.Indent("  "))
//
// # The shape
//
// Members carry the API's names, which are the Go field names of [ec2.RunInstancesInput]. Integers are JSON numbers
// without fraction or exponent. A timestamp is an RFC 3339 string; one without a zone, as in the CLI's skeleton, is UTC,
// so that no request depends on the machine that reads it.
// UserData is plain text in the CLI's JSON and base64 in the SDK's request: Decode and Encode convert it.
// Any text is a value of an enumeration, for rules to judge; the empty one is the same as none, as in the SDK.
//
// # Strictness
//
// [Decode] takes a request or refuses it as a whole, at the first fault. It never guesses, rounds, wraps or replaces:
// unknown, repeated and differently cased members, null, numbers in quotes, and characters that EC2 cannot give back
// are errors. Each [Error] says where the fault is and what would be right, in one line. Rules on the meaning of
// a request are no concern of this package.
//
// # Limits
//
// A document has at most 1 MiB (see [MaxBytes]), a list at most 1,000 items, and all lists together at most 10,000:
// far more than EC2 takes, and few enough that no document costs more than 50 ms and 16 MiB.
// Nesting needs no limit of its own, since it cannot go deeper than the request's structs do.
//
// # Secrets
//
// User data is never repeated in an error. [Encode] leaves it out unless told otherwise by [Reveal] or [RevealBase64].
package clijson
