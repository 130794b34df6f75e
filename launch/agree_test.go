//go:build !race

package launch

import (
	"testing"

	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// Every rule on launches reads what it says it reads, on the examples of all.
func TestRulesAgreeWithTheirDeclarations(t *testing.T) { ruletest.Agree(t, launchRules()) }
