package launchtest_test

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestDiff(t *testing.T) {
	with := func(data string) *ec2.RunInstancesInput {
		in := request("token", 1)
		in.UserData = &data
		return in
	}
	tests := []struct {
		reason    string
		want, got *ec2.RunInstancesInput
		shows     []string // nothing: equal
	}{
		{"equal", request("token", 1), request("token", 1), nil},
		{"an empty list", request("token", 1), func() *ec2.RunInstancesInput {
			in := request("token", 1)
			in.SecurityGroupIds = []string{}
			return in
		}(), nil},
		{"both nil", nil, nil, nil},
		{"nothing sent", request("token", 1), nil, []string{"ami-0abcdef1234567890"}},
		{"another member", request("token", 1), request("other", 1), []string{"ClientToken", "token", "other"}},
		{"equal user data", with("YQ=="), with("YQ=="), nil},
		{"other user data of the same length", with("YQ=="), with("Yg=="), []string{"UserData", "4 characters", "different"}},
		{"user data missing", with("YQ=="), request("token", 1), []string{"UserData", "4 characters"}},
		{"user data added", request("token", 1), with("YQ=="), []string{"UserData", "4 characters"}},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			diff := launchtest.Diff(test.want, test.got)
			if (diff == "") != (test.shows == nil) {
				t.Fatalf("got %q, want a difference: %t", diff, test.shows != nil)
			}
			for _, text := range test.shows {
				if !strings.Contains(diff, text) {
					t.Errorf("does not show %q:\n%s", text, diff)
				}
			}
			if strings.Contains(diff, "YQ==") || strings.Contains(diff, "Yg==") {
				t.Errorf("shows user data:\n%s", diff)
			}
		})
	}
}

func TestDiffLeavesItsArgumentsAlone(t *testing.T) {
	want, got := request("token", 1), request("token", 1)
	want.UserData, got.UserData = new("YQ=="), new("Yg==")
	launchtest.Diff(want, got)
	if *want.UserData != "YQ==" || *got.UserData != "Yg==" {
		t.Errorf("user data is now %q and %q", *want.UserData, *got.UserData)
	}
}
