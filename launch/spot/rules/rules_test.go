package rules

import (
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func TestRules(t *testing.T) { ruletest.Run(t, Rules()) }

func TestStyle(t *testing.T) { ruletest.Style(t, Rules()) }

func TestAgree(t *testing.T) { ruletest.Agree(t, Rules()) }

func TestTheLowestPriceIsNamed(t *testing.T) {
	call, err := ruletest.DecodeCall(validate.RequestSpotInstances, `{"SpotPrice":"0.0001"}`)
	if err != nil {
		t.Fatal(err)
	}
	report, _ := ruletest.Validator(t, Rules()).CheckCall(call)
	if !strings.Contains(report.String(), "0.001") {
		t.Errorf("got %v", report)
	}
}
