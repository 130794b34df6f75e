package rules

import (
	"testing"

	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func TestRules(t *testing.T) { ruletest.Run(t, Rules()) }

func TestStyle(t *testing.T) { ruletest.Style(t, Rules()) }

func TestAgree(t *testing.T) { ruletest.Agree(t, Rules()) }
