package rules

import (
	"slices"
	"testing"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
	"github.com/ec2launch/ec2launch/validate/ruletest/inventory"
)

var all = slices.Concat(Rules(), AccountRules())

func TestRules(t *testing.T) { ruletest.Run(t, all) }

func TestStyle(t *testing.T) { ruletest.Style(t, all) }

func TestInventory(t *testing.T) {
	inventory.Run(t, inventory.Load(t, "testdata/inventory.json"), Rules())
}

func TestAgree(t *testing.T) {
	ruletest.Agree(t, all, `{"InstanceType":"t2.micro","Placement":{"Tenancy":"dedicated"},`+
		`"InstanceMarketOptions":{"MarketType":"spot"}}`)
}

func TestWhatOnlyLaterDocumentationStatesIsNoFaultIn2023(t *testing.T) {
	for _, spec := range []string{
		`{"Placement":{"AvailabilityZone":"us-east-1a","AvailabilityZoneId":"use1-az1"}}`,
		`{"Placement":{"AvailabilityZoneId":"us-east-1a"}}`,
		`{"Placement":{"GroupName":"rack-a"},"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":` +
			`{"SpotInstanceType":"persistent","InstanceInterruptionBehavior":"stop"}}}`,
	} {
		if found := ruletest.Check(t, Rules(), spec, validate.In(validate.Spring2023)); len(found) > 0 {
			t.Errorf("%s: %v", spec, found)
		}
	}
}

// What a type that the catalogue does not list can do is unknown.
func TestUnknownTypesAreNoFault(t *testing.T) {
	const spec = `{"InstanceType":"zz9.large","Placement":{"Tenancy":"host"}}`
	if found := ruletest.Check(t, Rules(), spec, validate.Strict(), validate.Advise()); len(found) > 0 {
		t.Error(found)
	}
}
