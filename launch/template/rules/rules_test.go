package rules

import (
	"slices"
	"testing"

	"github.com/ec2launch/ec2launch/validate/ruletest"
)

var all = slices.Concat(Rules(), CallRules(), AccountRules(), MergeRules())

func TestRules(t *testing.T) { ruletest.Run(t, all) }

func TestStyle(t *testing.T) { ruletest.Style(t, all) }

func TestAgree(t *testing.T) { ruletest.Agree(t, all) }
