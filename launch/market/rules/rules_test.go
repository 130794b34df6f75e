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
	ruletest.Agree(t, all,
		`{"HibernationOptions":{"Configured":true},"InstanceMarketOptions":{"MarketType":"spot",`+
			`"SpotOptions":{"SpotInstanceType":"persistent"}}}`,
		`{"HibernationOptions":{"Configured":true},"InstanceMarketOptions":{"MarketType":"spot",`+
			`"SpotOptions":{"InstanceInterruptionBehavior":"hibernate"}}}`)
}

func TestALowPriceIsNoFaultIn2023(t *testing.T) {
	const spec = `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0.0005"}}}`
	if found := ruletest.Check(t, Rules(), spec, validate.In(validate.Spring2023)); len(found) > 0 {
		t.Error(found)
	}
}

// What a type that the catalogue does not list can do is unknown.
func TestUnknownTypesAreNoFault(t *testing.T) {
	const spot = `{"InstanceType":"zz9.large","InstanceMarketOptions":{"MarketType":"spot"},`
	for _, spec := range []string{
		spot + `"Placement":{"Tenancy":"dedicated"}}`,
		spot + `"CreditSpecification":{"CpuCredits":"unlimited"}}`,
	} {
		if found := ruletest.Check(t, Rules(), spec, validate.Strict(), validate.Advise()); len(found) > 0 {
			t.Errorf("%s: %v", spec, found)
		}
	}
}
