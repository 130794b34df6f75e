package api_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/api"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// A change of what is exported is a change of testdata/api.txt, and belongs into
// the changelog.
func TestExportedAPI(t *testing.T) {
	var got bytes.Buffer
	if err := api.Write(&got, "../.."); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/api.txt"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("what is exported changed; if that is meant, say so in CHANGELOG.md and run with -update (-was +is):\n%s", diff)
	}
}
