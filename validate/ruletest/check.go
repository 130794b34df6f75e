package ruletest

import (
	"fmt"
	"reflect"
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

// minimal are the structures of other subjects, as [Minimal] is a launch.
var minimal = map[validate.Subject]string{
	validate.InstanceRequirements: `{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":4096}}`,
	validate.CreateLaunchTemplate: `{"LaunchTemplateName":"web","LaunchTemplateData":{"ImageId":"ami-0abcdef1234567890"}}`,
	validate.CreateLaunchTemplateVersion: `{"LaunchTemplateName":"web",` +
		`"LaunchTemplateData":{"ImageId":"ami-0abcdef1234567890"}}`,
	validate.CreateFleet: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":` +
		`{"LaunchTemplateName":"web","Version":"1"}}],` +
		`"TargetCapacitySpecification":{"TotalTargetCapacity":1,"DefaultTargetCapacityType":"spot"}}`,
	validate.RequestSpotInstances: `{"LaunchSpecification":` +
		`{"ImageId":"ami-0abcdef1234567890","InstanceType":"m6i.large"}}`,
	validate.RequestSpotFleet: `{"SpotFleetRequestConfig":{"TargetCapacity":1,` +
		`"IamFleetRole":"arn:aws:iam::123456789012:role/aws-ec2-spot-fleet-tagging-role",` +
		`"LaunchSpecifications":[{"ImageId":"ami-0abcdef1234567890","InstanceType":"m6i.large"}]}}`,
	validate.FromTemplate: `{"Request":{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"3"}},` +
		`"LaunchTemplateData":{"ImageId":"ami-0abcdef1234567890","InstanceType":"m6i.large"}}`,
}

// DecodeCall completes a fragment to the structure of a subject: each member at
// the top of the fragment replaces that of a minimal valid call.
func DecodeCall(s validate.Subject, spec string) (any, error) {
	if s == validate.Launch {
		return Decode(spec)
	}
	if s.Type() == nil {
		return nil, fmt.Errorf("%v", s)
	}
	call := reflect.New(s.Type()).Interface()
	if err := clijson.DecodeCall(call, strings.NewReader(minimal[s])); err != nil {
		return nil, err
	}
	return call, clijson.DecodeCallFragment(call, strings.NewReader(spec))
}

// A request is what an example shows: the structure of a subject, and what the
// account says.
type request struct {
	in      any
	account said
}

// decodeExample completes an example of a rule on a subject.
func decodeExample(s validate.Subject, x validate.Example) (r request, err error) {
	if s == validate.Launch && x.Base64 {
		r.in, err = decode(x.Spec, clijson.Base64UserData())
	} else {
		r.in, err = DecodeCall(s, x.Spec)
	}
	if err == nil {
		r.account, err = decodeAccount(x.Account)
	}
	return r, err
}

// check is the report on a request.
func (r request) check(v *validate.Validator) validate.Report {
	if r.account != nil {
		v = v.With(r.account)
	}
	report, _ := v.CheckCall(r.in)
	return report
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

// wellFormed reports whether rules are such as a validator takes; if not, the test
// fails, with all their faults.
func wellFormed(t testing.TB, rules []*validate.Rule) bool {
	t.Helper()
	_, err := validate.NewValidator(rules)
	if err != nil {
		t.Errorf("%v", err)
	}
	return err == nil
}

// Check completes a fragment to a request and returns what the rules find, and
// those that the options add.
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
