package inventory

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/validate"
)

// TestErrorsNameTheFileAndTheEntry: whoever changes a figure looks for what else
// states it.
func TestErrorsNameTheFileAndTheEntry(t *testing.T) {
	file := filepath.Join(t.TempDir(), "inventory.json")
	if err := os.WriteFile(file, []byte(`[{"id": "at most five", "rules": ["count-limit"]}]`), 0o600); err != nil {
		t.Fatal(err)
	}
	wiki := validate.Source{Page: "https://wiki.example.com/launches"}
	v, err := validate.NewValidator([]*validate.Rule{
		{ID: "count-limit", Summary: "at most 5", Source: wiki, Code: "Client", Members: []string{"MaxCount"}, Tag: "max=5"},
		{ID: "key-limit", Summary: "at most 5", Source: wiki, Code: "Client", Members: []string{"KeyName"}, Tag: "max=5"},
	})
	if err != nil {
		t.Fatal(err)
	}
	entry := Load(t, file)[0]
	for _, tt := range []struct {
		spec  string
		valid bool
		want  string // nothing where all is well
	}{
		{`{"MaxCount":5}`, true, ""},
		{`{"MaxCount":6}`, false, ""},
		{`{"MaxCount":6}`, true, "must break no rule, and breaks [count-limit]:"},
		{`{"MaxCount":5}`, false, "must break one of [count-limit], and breaks none:"},
		{`{"KeyName":"abcdef"}`, true, "breaks rules of other entries, [key-limit]:"},
		{`{"MaxCount":"5"}`, true, `{"MaxCount":"5"}: line 1, column 13: MaxCount: `},
	} {
		err := entry.check(v, "a case", []byte(tt.spec), tt.valid)
		if tt.want == "" {
			if err != nil {
				t.Error(err)
			}
		} else if want := fmt.Sprintf("%s: at most five, a case, in %v: %s", file, validate.Latest, tt.want); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s, valid %t: got %v, want %s", tt.spec, tt.valid, err, want)
		}
	}
}
