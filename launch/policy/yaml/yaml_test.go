package yaml_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

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
		"maxCount: 1\nmaxCount: 2": "already set",
		"maxCounts: 1":             "unknown field",
		"maxCount: [":              "yaml",
		"":                         "",
	} {
		p, err := yaml.Load(strings.NewReader(text))
		if err == nil {
			_, err = p.Rules()
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
	if _, err := yaml.Load(iotest.ErrReader(errors.New("gone"))); err == nil || !strings.Contains(err.Error(), "gone") {
		t.Errorf("got %v", err)
	}
}
