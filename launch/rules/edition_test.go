package rules

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/internal/sdktest"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// testdata/members-2023.txt lists the members of the request syntax of spring
// 2023; what a request has besides is unknown to that edition.
func TestEveryNewerMemberIsUnknownTo2023(t *testing.T) {
	text, err := os.ReadFile("testdata/members-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	old := strings.Fields(string(text))
	var want []string
	for _, path := range members.Paths() {
		within := func(newer string) bool {
			return strings.HasPrefix(path, newer+".") || strings.HasPrefix(path, newer+"[].")
		}
		if !slices.Contains(old, path) && !slices.ContainsFunc(want, within) {
			want = append(want, path)
		}
	}
	if diff := cmp.Diff(want, membersSince2023); diff != "" {
		t.Errorf("members since 2023 (-want +got):\n%s", diff)
	}
	v := ruletest.Validator(t, Rules(), validate.In(validate.Spring2023))
	for _, path := range want {
		in := new(ec2.RunInstancesInput)
		sdktest.Set(in, path)
		found := func(v validate.Violation) bool { return v.Rule == "edition-member-unknown" }
		if !slices.ContainsFunc(v.Check(in).Violations, found) {
			t.Errorf("%s passes in 2023", path)
		}
	}
}
