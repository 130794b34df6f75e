package main

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTableIsFresh(t *testing.T) {
	want, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../wire_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("wire_gen.go is not what the SDK sends; run go generate ./launch/launchtest (-want +got):\n%s", diff)
	}
}
