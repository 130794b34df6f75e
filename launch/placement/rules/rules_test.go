package rules

import (
	"testing"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
	"github.com/ec2launch/ec2launch/validate/ruletest/inventory"
)

func TestRules(t *testing.T) { ruletest.Run(t, Rules()) }

func TestStyle(t *testing.T) { ruletest.Style(t, Rules()) }

func TestInventory(t *testing.T) {
	inventory.Run(t, inventory.Load(t, "testdata/inventory.json"), Rules())
}

// What only later documentation states is no fault in the edition before.
func TestSpring2023(t *testing.T) {
	for _, spec := range []string{
		`{"Placement":{"AvailabilityZone":"us-east-1a","AvailabilityZoneId":"use1-az1"}}`,
		`{"Placement":{"AvailabilityZoneId":"us-east-1a"}}`,
		`{"Placement":{"GroupName":"rack-a"},"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop"}}}`,
	} {
		silent(t, spec, validate.In(validate.Spring2023))
	}
}

// What a type that the catalogue does not list can do is unknown, and unknown
// is no fault.
func TestUnknownTypes(t *testing.T) {
	for _, spec := range []string{
		`{"InstanceType":"zz9.large","Placement":{"Tenancy":"host"}}`,
	} {
		silent(t, spec, validate.Strict(), validate.Advise())
	}
}

// silent checks that a request breaks no rule.
func silent(t *testing.T, spec string, opts ...validate.Option) {
	t.Helper()
	v, err := validate.NewValidator(Rules(), opts...)
	if err != nil {
		t.Fatal(err)
	}
	in, err := ruletest.Decode(spec)
	if err != nil {
		t.Fatal(err)
	}
	if report := v.Check(in); len(report.Violations) > 0 {
		t.Errorf("%s:\n%s", spec, report)
	}
}
