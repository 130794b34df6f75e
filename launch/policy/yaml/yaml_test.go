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
		"maxCount: 1\nmaxCount: 2":                        "line 2, column 1: maxCount: repeated field; it stands already at line 1, column 1",
		"tags:\n- key: a\n  key: b":                       "line 3, column 3: tags[0].key: repeated field; it stands already at line 2, column 3",
		"page: a\nmaxCount: b: c":                         "line 2: a colon cannot stand here; put a text with a colon in quotes",
		strings.Repeat("a: b\n", 1<<14) + "c: d: e":       "policy: a colon cannot stand here",
		"page: b: c":                                      "line 1: a colon cannot stand here",
		"page: a\n\nimages: [*x]\nmaxCount: 1":            "line 3: no &x stands before *x; put a text that begins with * in quotes",
		"page: a\nimages: @x":                             "line 2: a value cannot begin with this character; put a text that begins with it in quotes",
		"tags:\n\t- key: a":                               "line 2: a value cannot begin with this character; put a text that begins with it in quotes, and indent by blanks",
		"tags:\n- key: a\n  pattern: \"\\d{4}\"":          `line 3: in double quotes, \ begins an escape; put a text with \ in single quotes`,
		"images:\n- a\nb: c\n- d":                         "line 4: did not find expected key",
		"page: a\nimages: [b\nmaxCount: 1":                "line 2: did not find expected ',' or ']'",
		"page: \"a\nmaxCount: 1":                          "line 1: found unexpected end of stream",
		"page: a\nmaxCount: .inf":                         "line 2: unsupported value: +Inf",
		"page: a\n[maxCount]: 1":                          "line 2, column 1: the name of a field must be a text",
		"page: a\n~: 1":                                   "line 2, column 1: the name of a field must be a text",
		"page: a\n...\nmaxCount: 1":                       "line 3: did not find expected <document start>",
		"requireIMDSv2: true\nmaxCounts: 1":               `line 2, column 1: maxCounts: unknown field; did you mean "maxCount"?`,
		"tags:\n- key: owner\n- key: cost\n  pattern: (":  "line 4, column 3: tags[1].pattern: must be a regular expression: missing closing )",
		"images:\n  - ami-0abcdef1234567890\n  - 7":       "line 3, column 5: images[1]: must be a text, not a number",
		"maxCount: yes\n":                                 "line 1, column 1: maxCount: must be a number, not true or false",
		"requireIMDSv2: true\n\"a.b[0]\": 1":              "line 2, column 1: \"a.b[0]\": unknown field",
		"maxCount: 1\n" + strings.Repeat("ü", 40) + ": 1": `line 2, column 1: "` + strings.Repeat(`\u00fc`, 32) + `\u2026": unknown field`,
		"maxCounts: 1\nimage: []":                         "2 faults\n\tline 1, column 1: maxCounts: unknown",
		"maxCount: [":                                     "line 1",
		"- maxCount: 1":                                   "line 1, column 1: must be an object, not a list",
		"requireIMDSv2: true\n---\nmaxCount: 1":           "line 2, column 1: there is more than one document",
		"&a [*a]":                                         "line 1: anchor 'a' value contains itself",
		"{}":                                              "line 1, column 1: it requires nothing",
		"":                                                "line 1, column 1: the document is empty",
		"# nothing":                                       "line 1, column 1: the document is empty",
		"null":                                            "line 1, column 1: must be an object, not null",
		"page: " + strings.Repeat("x", 1<<20):             "longer than 1 MiB",
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
	_, err := yaml.Load(strings.NewReader(strings.Repeat("maxCount: 1\n", 1000)))
	if wrong, ok := errors.AsType[*policy.Error](err); !ok || len(wrong.Faults) != 100 {
		t.Errorf("got %.200v", err)
	}
	if _, err := yaml.Load(iotest.ErrReader(errors.New("gone"))); err == nil || !strings.Contains(err.Error(), "gone") {
		t.Errorf("got %v", err)
	}
	if _, err := yaml.Load(nil); err == nil {
		t.Error("nil is read")
	}
}
