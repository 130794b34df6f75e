package api_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/api"
)

func TestEveryFaceHasAnExample(t *testing.T) {
	unshown, err := api.Unshown("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, face := range unshown {
		t.Errorf("%s: no Example of its package uses it and has an output", face)
	}
}

func TestUnshownListsWhatNoExampleUses(t *testing.T) {
	got, err := api.Unshown("testdata/unshown")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"lights.Candle", "lights.Lamp.Dim", "lights.NotRun", "lights.Rack.Empty", "lights.Unused",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Unshown (-want +got):\n%s", diff)
	}
}
