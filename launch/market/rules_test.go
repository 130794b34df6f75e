package market

import (
	"testing"

	"github.com/ec2launch/ec2launch/internal/inventory"
	"github.com/ec2launch/ec2launch/internal/nocompile"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func TestRules(t *testing.T) { ruletest.Run(t, Rules()) }

func TestStyle(t *testing.T) { ruletest.Style(t, Rules()) }

func TestInventory(t *testing.T) {
	inventory.Run(t, inventory.Load(t, "testdata/inventory.json"), Rules())
}

func TestNoCompile(t *testing.T) { nocompile.Run(t, "testdata/nocompile") }

// What a type that the catalogue does not list can do is unknown, and unknown
// is no fault.
func TestUnknownTypes(t *testing.T) {
	v, err := validate.NewValidator(Rules(), validate.Strict(), validate.Advise())
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range []string{
		`{"InstanceType":"zz9.large","InstanceMarketOptions":{"MarketType":"spot"},"Placement":{"Tenancy":"dedicated"}}`,
		`{"InstanceType":"zz9.large","InstanceMarketOptions":{"MarketType":"spot"},"CreditSpecification":{"CpuCredits":"unlimited"}}`,
	} {
		in, err := ruletest.Decode(spec)
		if err != nil {
			t.Fatal(err)
		}
		if report := v.Check(in); len(report.Violations) > 0 {
			t.Errorf("%s:\n%s", spec, report)
		}
	}
}
