package ruletest

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/validate"
)

// Minimal is the request that the examples of rules are fragments of.
const Minimal = `{"ImageId":"ami-0abcdef1234567890","InstanceType":"m6i.large","MinCount":1,"MaxCount":1}`

// Decode completes a fragment to a request, as the examples of rules are
// completed.
func Decode(spec string) (*ec2.RunInstancesInput, error) { return decode(spec) }

func decode(spec string, opts ...clijson.Option) (*ec2.RunInstancesInput, error) {
	in, err := clijson.Decode(strings.NewReader(Minimal))
	if err != nil {
		return nil, err
	}
	return in, clijson.DecodeFragment(in, strings.NewReader(spec), opts...)
}

// decodeExample completes an example.
func decodeExample(x validate.Example) (*ec2.RunInstancesInput, error) {
	if x.Base64 {
		return decode(x.Spec, clijson.Base64UserData())
	}
	return decode(x.Spec)
}

// Request is [Decode] for tests.
func Request(t testing.TB, spec string) *ec2.RunInstancesInput {
	t.Helper()
	in, err := Decode(spec)
	if err != nil {
		t.Fatalf("%s: %v", spec, err)
	}
	return in
}

// Validator is [validate.NewValidator] for tests.
func Validator(t testing.TB, rules []*validate.Rule, opts ...validate.Option) *validate.Validator {
	t.Helper()
	v, err := validate.NewValidator(rules, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Check completes a fragment to a request and returns what the rules find.
func Check(t testing.TB, rules []*validate.Rule, spec string, opts ...validate.Option) []validate.Violation {
	t.Helper()
	return Validator(t, rules, opts...).Check(Request(t, spec)).Violations
}

// Broken lists violations by what is stable of them: the rule, the path, and
// the paths of the other members, separated by blanks.
func Broken(violations []validate.Violation) []string {
	var broken []string
	for _, v := range violations {
		broken = append(broken, strings.Join(append([]string{v.Rule, v.Path}, v.With...), " "))
	}
	return broken
}
