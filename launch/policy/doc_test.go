package policy_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/policy"
)

func TestTheDocumentationListsTheRules(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "//\t") && strings.Contains(line, " policy-") {
			got = append(got, strings.Join(strings.Fields(line)[1:], " "))
		}
	}
	var want []string
	alone := each(t)
	for field := range reflect.TypeFor[policy.Policy]().Fields() {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		p, ok := alone[name]
		if !ok {
			continue
		}
		var ids []string
		for _, r := range rules(t, p) {
			if name != "volumeKeys" || r.ID != "policy-volume-encryption-required" { // which keys need
				ids = append(ids, r.ID)
			}
		}
		want = append(want, field.Name+" "+strings.Join(ids, ", "))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rules in doc.go (-want +got):\n%s", diff)
	}
}
