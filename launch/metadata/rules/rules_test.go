package rules

import (
	"testing"

	"github.com/ec2launch/ec2launch/validate/ruletest"
	"github.com/ec2launch/ec2launch/validate/ruletest/inventory"
)

var all = slices.Concat(Rules(), AccountRules())

func TestRules(t *testing.T) { ruletest.Run(t, all) }

func TestAgree(t *testing.T) { ruletest.Agree(t, all) }

func TestStyle(t *testing.T) { ruletest.Style(t, all) }

func TestInventory(t *testing.T) {
	inventory.Run(t, inventory.Load(t, "testdata/inventory.json"), Rules())
}
