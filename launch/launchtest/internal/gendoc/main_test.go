package main

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDocumentationIsFresh(t *testing.T) {
	got, err := os.ReadFile("../../serve_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(generate()), string(got)); diff != "" {
		t.Errorf("serve_gen.go is not what the code serves; run go generate ./launch/launchtest (-want +got):\n%s", diff)
	}
}
