package network_test

import (
	"testing"

	"github.com/ec2launch/ec2launch/internal/inventory"
	"github.com/ec2launch/ec2launch/internal/nocompile"
	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func TestRules(t *testing.T) {
	ruletest.Run(t, network.Rules())
	ruletest.Style(t, network.Rules())
}

func TestInventory(t *testing.T) {
	inventory.Run(t, inventory.Load(t, "testdata/inventory.json"), network.Rules())
}

func TestExclusions(t *testing.T) { nocompile.Run(t, "testdata/nocompile") }
