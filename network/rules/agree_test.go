package rules_test

import (
	"testing"

	"github.com/ec2launch/ec2launch/network/rules"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// TestAgree shows that each rule reads what it says it reads.
func TestAgree(t *testing.T) { ruletest.Agree(t, rules.Rules()) }
