package yaml_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/ec2launch/ec2launch/launch/policy"
	"github.com/ec2launch/ec2launch/launch/policy/yaml"
)

func ExampleLoad() {
	house, err := yaml.Load(strings.NewReader(`
requireIMDSv2: true
instanceTypes: [m7i.*, t3.micro]
tags:
  - key: owner
    pattern: .+@example\.com
maxVCPUs: 64
`))
	fmt.Println(house.InstanceTypes, house.Tags[0].Pattern, err)
	// Output: [m7i.* t3.micro] .+@example\.com <nil>
}

func TestLoadRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"maxCount: 1\nmaxCount: 2":                       "already set",
		"requireIMDSv2: true\nmaxCounts: 1":              `line 2, column 1: maxCounts: unknown field; did you mean "maxCount"?`,
		"tags:\n- key: owner\n- key: cost\n  pattern: (": "line 4, column 3: tags[1].pattern: must be a regular expression: missing closing )",
		"images:\n  - ami-0abcdef1234567890\n  - 7":      "line 3, column 5: images[1]: must be a text, not a number",
		"maxCount: yes\n":                                "line 1, column 1: maxCount: must be a number, not true or false",
		"requireIMDSv2: true\n\"a.b[0]\": 1":             "line 1, column 1: \"a.b[0]\": unknown field",
		"maxCounts: 1\nimage: []":                        "2 faults\n\tline 1, column 1: maxCounts: unknown",
		"maxCount: [":                                    "line 1",
		"- maxCount: 1":                                  "line 1, column 1: must be an object, not a list",
		"requireIMDSv2: true\n---\nmaxCount: 1":          "line 2: there is more than one document",
		"&a [*a]":                                        "",
		"{}":                                             "line 1, column 1: it requires nothing",
		"":                                               "the document is empty",
		"# nothing":                                      "the document is empty",
		"null":                                           "line 1, column 1: must be an object, not null",
		"page: " + strings.Repeat("x", 1<<20):            "longer than 1 MiB",
	} {
		p, err := yaml.Load(strings.NewReader(text))
		if err == nil || !strings.HasPrefix(err.Error(), "policy: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%.80q: got %v, want %s", text, err, want)
		}
		if _, ok := errors.AsType[*policy.Error](err); !ok && want != "longer than 1 MiB" {
			t.Errorf("%.80q: the error is a %T", text, err)
		}
		if !reflect.DeepEqual(p, policy.Policy{}) {
			t.Errorf("%.80q: there is a policy beside the error", text)
		}
	}
	if _, err := yaml.Load(iotest.ErrReader(errors.New("gone"))); err == nil || !strings.Contains(err.Error(), "gone") {
		t.Errorf("got %v", err)
	}
	if _, err := yaml.Load(nil); err == nil {
		t.Error("nil is read")
	}
}
