package aspects_test

import (
	"os"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/internal/aspects"
)

// TestDocumentsListTheAspects: what a newcomer reads of them is all of them.
func TestDocumentsListTheAspects(t *testing.T) {
	all := aspects.All()
	last := len(all) - 1
	first := strings.Join(all[:last], ", ")
	for file, want := range map[string]string{
		"../../CONTRIBUTING.md":            first + ", " + all[last],
		"../../validate/ruletest/style.go": first + " and " + all[last],
	} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(strings.ReplaceAll(string(data), "\n//", "")), " ")
		if !strings.Contains(text, want) {
			t.Errorf("%s does not list %s", file, want)
		}
	}
}

func TestAspectIsTheLastWord(t *testing.T) {
	for id, want := range map[string]bool{"volume-iops-range": true, "range": true, "volume-range-speed": false, "": false, "volume-": false} {
		if aspect, agreed := aspects.Of(id); agreed != want {
			t.Errorf("%q ends in %q: agreed is %t", id, aspect, agreed)
		}
	}
}
