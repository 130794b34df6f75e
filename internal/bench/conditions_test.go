package main

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// TestTheChainTestsWhatTheRulesTest holds the chain against the rules on every
// example that sets no other members than the rich request.
func TestTheChainTestsWhatTheRulesTest(t *testing.T) {
	judged := map[bool]int{}
	for rule, in := range examples() {
		report := rules.Check(in)
		want := len(report.Violations) == 0
		judged[want]++
		if got := byHand(in); got != want {
			t.Errorf("%s, %.400s: byHand, of byhand*.go, says %t, the rules\n%v", rule, documentOf(in), got, report)
		}
	}
	if judged[true] < 100 || judged[false] < 100 {
		t.Errorf("the chain was asked of %d good requests and %d bad ones", judged[true], judged[false])
	}
}

// TestOthersAcceptWhatTheRulesAccept finds conditions that validator/v10 or JSON
// Schema were given too strictly.
func TestOthersAcceptWhatTheRulesAccept(t *testing.T) {
	for rule, in := range examples() {
		if !byHand(in) {
			continue
		}
		if err := mapRules.Struct(in); err != nil {
			t.Errorf("%s, %.400s: validator/v10 says %v", rule, documentOf(in), err)
		}
		if err := schema.Validate(decodedOf(in)); err != nil {
			t.Errorf("%s, %.400s: JSON Schema says %v", rule, documentOf(in), err)
		}
	}
}

// TestHowMuchOthersExpress holds the counts that the comparison rests on: a
// condition that is lost makes the other side look faster than it is.
func TestHowMuchOthersExpress(t *testing.T) {
	for _, test := range []struct {
		name    string
		accepts func(*ec2.RunInstancesInput) bool
		least   int
	}{
		{"validator/v10", mapRulesAccept, 53},
		{"JSON Schema", func(in *ec2.RunInstancesInput) bool { return schemaAccepts(decodedOf(in)) }, 69},
	} {
		if n, all := expressed(test.accepts); n < test.least {
			t.Errorf("%s expresses %d of %d rules, want %d", test.name, n, all, test.least)
		}
	}
}
