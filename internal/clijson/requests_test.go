package clijson_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

// TestRequests reads, writes and reads again the repository's requests, and
// those of the larger collection that may stand beside it.
func TestRequests(t *testing.T) {
	files, err := filepath.Glob("../../launch/testdata/requests/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("the repository's requests: %v, %v", files, err)
	}
	more, err := filepath.Glob("../../../shared/corpus/*.json")
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, more...)
	for _, file := range files {
		if filepath.Base(file) == "index.json" {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		in, err := decode(string(text))
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(file), err)
			continue
		}
		doc, err := clijson.Encode(in, clijson.Reveal())
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(file), err)
			continue
		}
		again, err := decode(string(doc))
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(file), err)
		}
		if diff := cmp.Diff(in, again, sdk); diff != "" {
			t.Errorf("%s (-want +got):\n%s", filepath.Base(file), diff)
		}
	}
}
