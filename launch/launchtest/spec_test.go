package launchtest_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	ec2launch "github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/policy"
	"github.com/ec2launch/ec2launch/validate"
)

// outcome is a test that notes whether it has failed.
type outcome struct {
	testing.TB
	failure string
}

func (o *outcome) Helper()                           {}
func (o *outcome) Error(args ...any)                 { o.failure += fmt.Sprint(args...) }
func (o *outcome) Errorf(format string, args ...any) { o.failure += fmt.Sprintf(format, args...) }
func (o *outcome) Fatalf(format string, args ...any) { o.Errorf(format, args...); panic(o) }
func (o *outcome) Fatal(args ...any)                 { o.failure += fmt.Sprint(args...); panic(o) }

// fails returns what a test that is expected to fail says.
func fails(t *testing.T, run func(tb testing.TB)) string {
	t.Helper()
	o := &outcome{TB: t}
	func() {
		defer func() {
			if r := recover(); r != nil && r != any(o) {
				panic(r)
			}
		}()
		run(o)
	}()
	if o.failure == "" {
		t.Error("the test passes")
	}
	return o.failure
}

var (
	good = ec2launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge)
	bad  = good.Device("/dev/sdb", blockdevice.GP3(blockdevice.GiB(100)).IOPS(1))
)

func TestValid(t *testing.T) {
	if spec := launchtest.Valid(t, good); *spec.Input().ImageId != "ami-0abcdef1234567890" {
		t.Errorf("got %v", spec)
	}
	if failure := fails(t, func(tb testing.TB) { launchtest.Valid(tb, bad) }); !strings.Contains(failure, "volume-iops-range") {
		t.Errorf("got %q", failure)
	}
}

func TestViolates(t *testing.T) {
	const path = "BlockDeviceMappings[0].Ebs.Iops"
	launchtest.Violates(t, bad, "volume-iops-range", path)
	fails(t, func(tb testing.TB) { launchtest.Violates(tb, good, "volume-iops-range", path) })
	fails(t, func(tb testing.TB) { launchtest.Violates(tb, bad, "volume-size-range", path) })
	fails(t, func(tb testing.TB) {
		launchtest.Violates(tb, bad, "volume-iops-range", "BlockDeviceMappings[1].Ebs.Iops")
	})
}

// A rule of a house that is violated is no stranger.
func TestViolatesSaysWhereARuleIsViolated(t *testing.T) {
	rules, err := policy.Policy{MaxCount: 1}.Rules()
	if err != nil {
		t.Fatal(err)
	}
	v, err := validate.NewValidator(nil, validate.Also(rules...))
	if err != nil {
		t.Fatal(err)
	}
	many := launchtest.With(v, good.Count(ec2launch.Exactly(2)))
	launchtest.Violates(t, many, "policy-count-limit", "MaxCount")
	failure := fails(t, func(tb testing.TB) { launchtest.Violates(tb, many, "policy-count-limit", "MinCount") })
	if !strings.HasPrefix(failure, `want a violation of policy-count-limit at "MinCount", not at "MaxCount":`) {
		t.Errorf("got %s", failure)
	}
}

func TestViolatesSaysThatAWarningRefusesNothing(t *testing.T) {
	misspelt := ec2launch.FromImage("ami-0abcdef1234567890", "m7i.lagre")
	failure := fails(t, func(tb testing.TB) { launchtest.Violates(tb, misspelt, "instance-type-unknown", "InstanceType") })
	if !strings.Contains(failure, `has that warning at "InstanceType", which refuses nothing; Valid(t, b).Warnings() lists it`) {
		t.Errorf("got %s", failure)
	}
	failure = fails(t, func(tb testing.TB) { launchtest.Violates(tb, misspelt, "image-required", "ImageId") })
	if strings.Contains(failure, "warning") {
		t.Errorf("another rule: %s", failure)
	}
}

func TestABuilderThatIsNilFailsTheTest(t *testing.T) {
	v, err := validate.NewValidator(ec2launch.Rules())
	if err != nil {
		t.Fatal(err)
	}
	none := launchtest.With[ec2launch.Spec](v, nil)
	for what, test := range map[string]func(testing.TB){
		"Valid":    func(tb testing.TB) { launchtest.Valid(tb, none) },
		"Violates": func(tb testing.TB) { launchtest.Violates(tb, none, "image-required", "ImageId") },
	} {
		if failure := fails(t, test); !strings.Contains(failure, "With must be given a builder, not nil") {
			t.Errorf("%s: got %q", what, failure)
		}
	}
}

func TestViolatesSaysWhichRuleMayBeMeant(t *testing.T) {
	const path, known = "BlockDeviceMappings[0].Ebs.Iops", "no rule of the library"
	for _, b := range []ec2launch.Builder{good, bad} {
		failure := fails(t, func(tb testing.TB) { launchtest.Violates(tb, b, "volume-iop-range", path) })
		if !strings.Contains(failure, known) || !strings.Contains(failure, `did you mean "volume-iops-range"?`) {
			t.Errorf("a rule that is misspelt: %s", failure)
		}
		failure = fails(t, func(tb testing.TB) { launchtest.Violates(tb, b, "house-of-cards", path) })
		if !strings.Contains(failure, known) || strings.Contains(failure, "did you mean") {
			t.Errorf("a rule like no other: %s", failure)
		}
	}
	for _, r := range ec2launch.Rules() {
		if failure := fails(t, func(tb testing.TB) { launchtest.Violates(tb, good, r.ID, "X") }); strings.Contains(failure, known) {
			t.Errorf("%s; go generate ./launch/catalogue writes rules.txt", failure)
		}
	}
}

var _ = flag.Bool("update", false, "write the golden files")

func TestGolden(t *testing.T) {
	spec := launchtest.Valid(t, good.UserDataText("secret"))
	launchtest.Golden(t, "testdata/spec.golden.json", spec)
	text, err := os.ReadFile("testdata/spec.golden.json")
	if err != nil || strings.Contains(string(text), "secret") || !strings.Contains(string(text), "ami-0abcdef1234567890") {
		t.Errorf("%v:\n%s", err, text)
	}
	if flag.Lookup("update").Value.String() == "true" {
		return
	}
	other := launchtest.Valid(t, good)
	if failure := fails(t, func(tb testing.TB) { launchtest.Golden(tb, "testdata/spec.golden.json", other) }); !strings.Contains(failure, "UserData") {
		t.Errorf("got %q", failure)
	}
	missing := filepath.Join(t.TempDir(), "none.json")
	if failure := fails(t, func(tb testing.TB) { launchtest.Golden(tb, missing, spec) }); !strings.Contains(failure, "-update") {
		t.Errorf("got %q", failure)
	}
}
