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

func TestLoadPutsAliasesInTheirPlaces(t *testing.T) {
	p, err := yaml.Load(strings.NewReader("tags: [{key: &name maxCount, pattern: &any .+}, {key: owner, pattern: *any}]\n" +
		"instanceTypes: &types [m7i.*, t3.micro]\nimageNames: *types\n*name : 4\n"))
	want := policy.Policy{
		Tags:          []policy.Tag{{Key: "maxCount", Pattern: ".+"}, {Key: "owner", Pattern: ".+"}},
		InstanceTypes: []string{"m7i.*", "t3.micro"}, ImageNames: []string{"m7i.*", "t3.micro"}, MaxCount: 4,
	}
	if err != nil || !reflect.DeepEqual(p, want) {
		t.Errorf("got %+v, %v", p, err)
	}
}

func TestLoadRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"maxCount: 1\nmaxCount: 2":                        "line 2, column 1: maxCount: repeated field; it stands already at line 1, column 1",
		"page: a\npage: b\npage: c":                       "\tline 3, column 1: page: repeated field; it stands already at line 1, column 1",
		"tags:\n- key: a\n  key: b":                       "line 3, column 3: tags[0].key: repeated field; it stands already at line 2, column 3",
		"page: a\nmaxCount: b: c":                         "line 2, column 12: a colon cannot stand here; put a text with a colon in quotes",
		strings.Repeat("a: b\n", 1<<14) + "c: d: e":       "line 16385, column 5: a colon cannot stand here",
		"page: b: c":                                      "line 1, column 8: a colon cannot stand here",
		"page: a\r  maxCount: 1":                          "line 2, column 11: a colon cannot stand here",
		"page: a\n\nimages: [*x]\nmaxCount: 1":            "line 3, column 10: no anchor of this name stands before; put a text that begins with * in quotes",
		"page: a\nimages: @x":                             "line 2, column 9: a value cannot begin with this character; put a text that begins with it in quotes",
		"tags:\n\t- key: a":                               "line 2, column 1: a value cannot begin with this character; put a text that begins with it in quotes, and indent by blanks",
		"tags:\n- key: a\n  pattern: \"\\d{4}\"":          `line 3, column 13: in double quotes, \ begins an escape; put a text with \ in single quotes`,
		"images:\n- a\nb: c\n- d":                         "line 4, column 1: did not find expected key while parsing a block mapping that begins at line 1, column 1",
		"page: a\nimages: [b\nmaxCount: 1":                "line 3, column 9: did not find expected ',' or ']' while parsing a flow sequence that begins at line 2, column 9",
		"images: [a,\n b]\npage: [c\n":                    "line 4, column 1: did not find expected ',' or ']' while parsing a flow sequence that begins at line 3, column 7",
		"page: \"a\n  b\"\nmaxCount: \"1\n":               "line 4, column 1: found unexpected end of stream while scanning a quoted scalar that begins at line 3, column 11",
		"page: a\nmaxCount: .inf":                         "line 2, column 11: a number has decimal digits alone, without a 0 before them",
		"imageOwners: [012345678901]":                     "line 1, column 15: a number has decimal digits alone, without a 0 before them; put a text in quotes",
		`{"imageNames": ["\ud83d\ude00", 1]}`:             "line 1, column 33: imageNames[1]: must be a text, not a number",
		"page: a\nmaxCount: 0x10":                         "line 2, column 11: a number has decimal digits alone, without a 0 before them",
		"page: a\nmaxCount: 1.5":                          "line 2, column 11: maxCount: must be a whole number in decimal digits",
		"page: a\n[maxCount]: 1":                          "line 2, column 1: the name of a field must be a text",
		"page: a\n~: 1":                                   "line 2, column 1: the name of a field must be a text",
		"tags: [&a {key: b}, {<<: *a}]":                   "line 1, column 22: a policy has no merge keys; write the fields here",
		"page: !house a":                                  "line 1, column 7: a policy has no tags",
		"!a page: b":                                      "line 1, column 1: a policy has no tags",
		"%YAML 1.2\n---\nmaxCount: 1":                     "line 1, column 1: leave out the line that begins with %YAML",
		"instanceTypes: [x]\ninstanceTypes: 1":            "policy: line 2, column 1: instanceTypes: repeated field; it stands already at line 1, column 1",
		"page: \"" + strings.Repeat(`\0`, 100<<10) + `"`:  "longer than 256 KiB",
		"page: " + strings.Repeat("<", 255<<10):           "page: must be an address",
		"page: !!str a":                                   "line 1, column 7: a policy has no tags",
		"tags: !a [{key: b}]":                             "line 1, column 7: a policy has no tags",
		"page: a\n...\nmaxCount: 1":                       "line 3, column 1: there is more than one document",
		"requireIMDSv2: true\nmaxCounts: 1":               `line 2, column 1: maxCounts: unknown field; did you mean "maxCount"?`,
		"tags:\n- key: owner\n- key: cost\n  pattern: (":  "line 4, column 3: tags[1].pattern: must be a regular expression: missing closing )",
		"images:\n  - ami-0abcdef1234567890\n  - 7":       "line 3, column 5: images[1]: must be a text, not a number",
		"images: &a [7]\nimageOwners: *a":                 "2 faults\n\tline 1, column 13: images[0]: must be a text",
		"maxCount: yes\n":                                 "line 1, column 11: maxCount: must be a number, not a text",
		"requireIMDSv2: on\n":                             "line 1, column 16: requireIMDSv2: must be true or false, not a text",
		"requireIMDSv2: TRUE\ntrue: 1":                    `line 2, column 1: true: unknown field`,
		"requireIMDSv2: true\n\"a.b[0]\": 1":              "line 2, column 1: \"a.b[0]\": unknown field",
		"maxCount: 1\n" + strings.Repeat("ü", 40) + ": 1": `line 2, column 1: "` + strings.Repeat(`\u00fc`, 32) + `\u2026": unknown field`,
		"maxCounts: 1\nimage: []":                         "2 faults\n\tline 1, column 1: maxCounts: unknown",
		"maxCount: [":                                     "did not find expected node content",
		"a: \x00":                                         "control characters are not allowed",
		strings.Repeat("- ", 20) + "a":                    "exceeded max depth of 16",
		"- maxCount: 1":                                   "line 1, column 1: must be an object, not a list",
		"requireIMDSv2: true\n---\nmaxCount: 1":           "line 2, column 1: there is more than one document",
		"&a [*a]":                                         "line 1, column 5: lists and objects stand more than 16 deep in one another",
		"{}":                                              "line 1, column 1: it requires nothing",
		"":                                                "line 1, column 1: the document is empty",
		"# nothing":                                       "line 1, column 1: the document is empty",
		"null":                                            "line 1, column 1: must be an object, not null",
		"page: " + strings.Repeat("x", 256<<10):           "longer than 256 KiB",
		"images:\n- &a " + strings.Repeat("x", 10_000) + strings.Repeat("\n- *a", 10_000): "longer than 256 KiB",
		"page: &a " + strings.Repeat("x", 10_000) + strings.Repeat("\n*a : 1", 10_000):    "longer than 256 KiB",
	} {
		p, err := yaml.Load(strings.NewReader(text))
		if err == nil || !strings.HasPrefix(err.Error(), "policy: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%.80q: got %v, want %s", text, err, want)
		}
		if _, ok := errors.AsType[*policy.Error](err); !ok && want != "longer than 256 KiB" {
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
