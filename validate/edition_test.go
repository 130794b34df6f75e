package validate_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/validate"
)

func TestEditionsReadAndPrintAsTheirNames(t *testing.T) {
	var names []string
	for _, e := range validate.Editions() {
		names = append(names, e.String())
		text, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var read validate.Edition
		if err := json.Unmarshal(text, &read); err != nil || read != e {
			t.Errorf("%s is read as %v: %v", text, read, err)
		}
		if parsed, err := validate.ParseEdition(e.String()); err != nil || parsed != e || e.String() == "" {
			t.Errorf("%q is parsed as %v: %v", e.String(), parsed, err)
		}
	}
	if got, err := validate.ParseEdition("latest"); err != nil || got != validate.Latest {
		t.Errorf("latest is %v: %v", got, err)
	}
	for _, name := range []string{"", "2024", "Latest", "Edition(1)"} {
		want := fmt.Sprintf("unknown edition %q: must be one of %s, latest", name, strings.Join(names, ", "))
		if got, err := validate.ParseEdition(name); err == nil || err.Error() != want {
			t.Errorf("%q is taken for %v: %v, want %s", name, got, err, want)
		}
	}
}

func TestEditionsBoundExamples(t *testing.T) {
	both := &validate.Rule{}
	since := &validate.Rule{Since: validate.Autumn2026}
	for _, tt := range []struct {
		name string
		rule *validate.Rule
		x    validate.Example
		want int
	}{
		{"unbounded", both, validate.Example{}, len(validate.Editions())},
		{"of the rule's", since, validate.Example{}, len(validate.Editions()) - 1},
		{"until", both, validate.Example{Until: validate.Spring2023}, 1},
		{"since", both, validate.Example{Since: validate.Autumn2026}, len(validate.Editions()) - 1},
		{"until before the rule", since, validate.Example{Until: validate.Spring2023}, 0},
	} {
		if got := tt.x.Editions(tt.rule); len(got) != tt.want {
			t.Errorf("%s: holds in %v, want %d editions", tt.name, got, tt.want)
		}
	}
}
