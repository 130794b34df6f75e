package account_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch/account"
	"github.com/ec2launch/ec2launch/validate"
)

func TestPreflightRepeatsWhatEC2SaysToTheDryRun(t *testing.T) {
	a := &ec2Account{codes: map[string]string{"": "UnauthorizedOperation", "RunInstances": "InvalidParameterCombination"},
		says: "Foo cannot be combined with bar."}
	report, err := account.Preflight(t.Context(), a.client(), build(t, base()))
	if err != nil {
		t.Fatal(err)
	}
	want := `EC2 answers InvalidParameterCombination: "Foo cannot be combined with bar."; ` +
		`correct the request: sent unchanged, it is refused again`
	if got := report.Violations[len(report.Violations)-1]; got.Rule != "dry-run" || got.Message != want {
		t.Errorf("got %v", got)
	}
}

// What EC2 says may repeat the request, and is as long as it likes.
func TestPreflightPrintsNoSecretOfTheDryRun(t *testing.T) {
	encoded := strings.Repeat("aB3-", 50)
	for name, said := range map[string]string{
		"user data":             "Invalid user data: password=swordfish-and-more",
		"encoded authorization": "You may not. Encoded authorization failure message: " + encoded,
		"several lines":         "one\ntwo",
		"long":                  strings.Repeat("x", 1<<16),
	} {
		a := &ec2Account{codes: map[string]string{"": "UnauthorizedOperation"}, says: said}
		spec := build(t, base().UserDataText("#!/bin/sh\npassword=swordfish-and-more\n"))
		report, err := account.Preflight(t.Context(), a.client(), spec)
		if err != nil || report.Err() == nil || report.Violations[len(report.Violations)-1].Rule != "dry-run" {
			t.Fatalf("%s: %v, %v", name, report, err)
		}
		text := report.String()
		if strings.Contains(text, "swordfish") || strings.Contains(text, encoded) || strings.Count(text, "\n") != len(report.Violations) ||
			len(text) > 3<<10 {
			t.Errorf("%s: got %s", name, text)
		}
	}
}

func TestPreflightAdvisesOfWhatTheAccountDidNotSay(t *testing.T) {
	every := map[string]string{"": "UnauthorizedOperation", "RunInstances": "DryRunOperation"}
	some := map[string]string{"DescribeVpcs": "UnauthorizedOperation", "DescribeImages": "InvalidAMIID.NotFound"}
	for _, tt := range []struct {
		codes  map[string]string
		want   []string
		refuse bool
	}{
		{every, []string{"UnauthorizedOperation for DescribeImages, ", "DescribeVpcs"}, false},
		{some, []string{"UnauthorizedOperation for DescribeVpcs"}, true},
	} {
		report, err := account.Preflight(t.Context(), (&ec2Account{codes: tt.codes}).client(), build(t, base()))
		if err != nil || (report.Err() != nil) != tt.refuse || len(report.Warnings()) > 0 {
			t.Errorf("got %v, %v", report, err)
		}
		advice := slices.DeleteFunc(slices.Clone(report.Violations), func(v validate.Violation) bool { return v.Rule != "account-unread" })
		if len(advice) != 1 || advice[0].Severity != validate.SeverityAdvice {
			t.Fatalf("with %v: got %v", slices.Sorted(maps.Keys(tt.codes)), report)
		}
		for _, want := range tt.want {
			if !strings.Contains(advice[0].Message, want) {
				t.Errorf("got %q, want it to say %q", advice[0].Message, want)
			}
		}
	}
}
