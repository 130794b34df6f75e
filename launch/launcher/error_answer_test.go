package launcher_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// Whoever asks the dictionary about an error of the launcher gets what the
// error says itself, also of one that was stored as JSON.
func TestTheDictionaryReadsErrorsOfTheLauncher(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", refuse(500, "InsufficientInstanceCapacity"))
	spec := build(t, base().Count(launch.Exactly(2)))
	_, err := launcher.New(srv.Client()).Launch(t.Context(), spec)
	e, ok := errors.AsType[*launcher.Error](err)
	if !ok {
		t.Fatalf("got %v", err)
	}
	if got := answer.Of(err); got.Class != answer.Capacity || got != e.Answer {
		t.Errorf("got %v, want %v", got, e.Answer)
	}
	text, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	var stored launcher.Error
	if err := json.Unmarshal(text, &stored); err != nil {
		t.Fatal(err)
	}
	if got := answer.Of(&stored); got.Class != answer.Capacity {
		t.Errorf("the stored error is read as %v", got)
	}
}
