package rules

import (
	"testing"

	"github.com/ec2launch/ec2launch/validate/ruletest"
	"github.com/ec2launch/ec2launch/validate/ruletest/inventory"
)

func TestRules(t *testing.T) { ruletest.Run(t, Rules()) }

func TestAgree(t *testing.T) {
	ruletest.Agree(t, Rules(), `{"NetworkInterfaces":[{"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
		`{"InstanceMarketOptions":{"SpotOptions":{"MaxPrice":"0.1"}},"TagSpecifications":`+
			`[{"ResourceType":"spot-instances-request","Tags":[{"Key":"Name","Value":"web"}]}]}`)
}

func TestStyle(t *testing.T) { ruletest.Style(t, Rules()) }

func TestInventory(t *testing.T) {
	inventory.Run(t, inventory.Load(t, "testdata/inventory.json"), Rules())
}
