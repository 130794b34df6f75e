package network

import (
	"testing"
	"github.com/ec2launch/ec2launch/internal/inventory"
	"github.com/ec2launch/ec2launch/validate/ruletest"
	"os"
)

func TestScratchRules(t *testing.T) { ruletest.Run(t, interfaceRules()); ruletest.Style(t, interfaceRules()) }
func TestScratchInventory(t *testing.T) {
	if _, err := os.Stat("/tmp/w/invB.json"); err != nil { t.Skip() }
	inventory.Run(t, inventory.Load(t, "/tmp/w/invB.json"), interfaceRules())
}
