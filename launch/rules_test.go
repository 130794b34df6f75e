package launch

import (
	"testing"

	"github.com/ec2launch/ec2launch/internal/inventory"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// The examples of all areas run against the rules of all areas.
func TestRules(t *testing.T) { ruletest.Run(t, Rules()) }

func TestStyle(t *testing.T) { ruletest.Style(t, Rules()) }

func TestInventory(t *testing.T) {
	inventory.Run(t, inventory.Load(t, "testdata/inventory.json"), Rules())
}
