package ruletest_test

import (
	"fmt"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// house are the rules that the examples test.
var house = []*validate.Rule{{
	ID:      "house-count-limit",
	Summary: "a launch must have no more instances than the house allows",
	Source:  validate.Source{Page: "https://wiki.example.com/launches#count"},
	Code:    "UnauthorizedOperation",
	Members: []string{"MaxCount"},
	Range: &validate.Range{Max: &validate.Limit{
		ID:      "house-count-max",
		Summary: "most instances of a launch",
		Source:  validate.Source{Page: "https://wiki.example.com/launches#count"},
		Figures: []validate.Figure{{N: 5}},
	}},
	Good: []validate.Example{{Spec: `{"MaxCount":5}`}},
	Bad:  []validate.Example{{Spec: `{"MaxCount":6}`, At: "MaxCount"}},
}}

// TestTheHouseOfTheExamples is what the Example of Run advises.
func TestTheHouseOfTheExamples(t *testing.T) {
	ruletest.Style(t, house)
	ruletest.Run(t, house, validate.Also(launch.Rules()...))
	ruletest.Agree(t, house)
}

// The tests of a house's rules: their style, their examples, beside those of
// EC2, and whether they read what they say.
func ExampleRun() {
	TestHouse := func(t *testing.T) {
		ruletest.Style(t, house)
		ruletest.Run(t, house, validate.Also(launch.Rules()...))
		ruletest.Agree(t, house)
	}
	_ = TestHouse // a function of a file of tests
	// Output:
}

// A printer stands for the testing.TB of a test, in the examples.
type printer struct{ testing.TB }

func (printer) Helper()                           {}
func (printer) Fatalf(format string, args ...any) { fmt.Printf(format+"\n", args...) }

// A test of its own for what the examples of a rule do not say.
func ExampleCheck() {
	var t printer // in a test: t *testing.T
	for _, spec := range []string{`{"MaxCount":5}`, `{"MaxCount":6}`} {
		fmt.Println(ruletest.Broken(ruletest.Check(t, house, spec)))
	}
	// Output:
	// []
	// [house-count-limit MaxCount]
}

// A validator for several requests.
func ExampleValidator() {
	var t printer // in a test: t *testing.T
	v := ruletest.Validator(t, house, validate.Override("house-count-max", 20))
	for _, spec := range []string{`{"MaxCount":20}`, `{"MaxCount":21}`} {
		fmt.Println(ruletest.Broken(v.Check(ruletest.Request(t, spec)).Violations))
	}
	// Output:
	// []
	// [house-count-limit MaxCount]
}

// A fragment says what is different from a minimal request.
func ExampleDecode() {
	in, err := ruletest.Decode(`{"InstanceType":"m7i.large"}`)
	fmt.Println(*in.ImageId, in.InstanceType, *in.MinCount, err)

	_, err = ruletest.Decode(`{"InstanceTyp":"m7i.large"}`)
	fmt.Println(err)
	// Output:
	// ami-0abcdef1234567890 m7i.large 1 <nil>
	// line 1, column 2: InstanceTyp: unknown member; did you mean "InstanceType"?
}

// The same for other calls.
func ExampleDecodeCall() {
	call, err := ruletest.DecodeCall(validate.CreateFleet, `{"Type":"instant"}`)
	fleet := call.(*ec2.CreateFleetInput)
	fmt.Println(fleet.Type, *fleet.LaunchTemplateConfigs[0].LaunchTemplateSpecification.LaunchTemplateName, err)
	// Output:
	// instant web <nil>
}
