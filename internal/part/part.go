// Package part has what the values that builders are given have in common: how
// they are read, printed and compared, and what is wrong with them.
package part

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A Part writes itself into a request.
type Part interface {
	Apply(in *ec2.RunInstancesInput)
}

// Made returns what make makes of a value that a builder was given. ok is false
// where make panics: the value is nil, a nil pointer, or embeds what is.
func Made[T any](make func() T) (made T, ok bool) {
	defer func() { ok = recover() == nil }()
	return make(), true
}

// Written returns what becomes of a copy of a request when p writes itself into
// it; what p keeps of the copy reaches neither. ok is false for a value that
// [Made] cannot read.
func Written(p Part, in ec2.RunInstancesInput) (out ec2.RunInstancesInput, ok bool) {
	return Made(func() ec2.RunInstancesInput {
		lent := sdkcopy.RunInstancesInput(in)
		p.Apply(&lent)
		return sdkcopy.RunInstancesInput(lent)
	})
}

// String returns what p writes into a request as JSON in the AWS CLI's shape.
func String(p Part) string {
	in, _ := Written(p, ec2.RunInstancesInput{})
	return JSON(&in)
}

// Equal reports whether p and q write the same into a request.
func Equal(p, q Part) bool {
	one, _ := Written(p, ec2.RunInstancesInput{})
	other, _ := Written(q, ec2.RunInstancesInput{})
	return sdkcopy.Equal(&one, &other)
}

// JSON returns the structure of the SDK to which a pointer points as JSON in the
// AWS CLI's shape. It never fails, since printing cannot.
func JSON(structure any) string {
	text, err := clijson.EncodeCall(structure)
	if err != nil {
		return "{value that JSON cannot hold: " + err.Error() + "}"
	}
	return string(text)
}
