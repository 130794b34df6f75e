package launcher_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestTheErrorOfARollBackSaysWhatItEndedAndThatTheLaunchIDIsUsedUp(t *testing.T) {
	protected := slices.Repeat([]launchtest.Fault{spare(third, "OperationNotPermitted")}, 1000)
	for _, tt := range []struct {
		faults []launchtest.Fault
		want   launcher.Shortfall
		text   string
	}{
		{nil, launcher.Shortfall{Got: 10, Min: 20, Max: 20, Terminated: 10},
			"10 launched and ended again by the roll-back; a new launch needs a new launch ID"},
		{protected, launcher.Shortfall{Got: 10, Min: 20, Max: 20, Terminated: 9, Orphans: 1},
			"9 launched and ended again by the roll-back; 1 not ended by the roll-back; a new launch needs a new launch ID"},
	} {
		e, ok := errors.AsType[*launcher.Error](shortfall(t, t.Context(), tt.faults...).err)
		if !ok || !strings.Contains(e.Error(), tt.text) {
			t.Fatalf("got %v, want it to say %q", e, tt.text)
		}
		if e.Answer.Class != answer.Capacity || !strings.Contains(e.Answer.Action, "new launch ID") ||
			strings.Contains(e.Answer.Action, "same client token") {
			t.Errorf("got %v, %s", e.Answer, e.Answer.Action)
		}
		text, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var stored launcher.Error
		if err := json.Unmarshal(text, &stored); err != nil {
			t.Fatal(err)
		}
		for _, err := range []error{e, &stored} {
			if short, ok := errors.AsType[*launcher.Shortfall](err); !ok || *short != tt.want {
				t.Errorf("got %+v, want %+v: %v", short, tt.want, err)
			}
		}
		if stored.Answer != e.Answer {
			t.Errorf("the answer reads back as %v, %s", stored.Answer, stored.Answer.Action)
		}
	}
}

// What a roll-back could not end runs, and is still that of the launch ID.
func TestTheErrorOfARollBackThatEndedNothingUsesUpNoLaunchID(t *testing.T) {
	forbidden := slices.Repeat([]launchtest.Fault{refuse(403, "UnauthorizedOperation")}, 1000)
	end := shortfall(t, t.Context(), forbidden...)
	e, ok := errors.AsType[*launcher.Error](end.err)
	if !ok || !strings.Contains(e.Error(), "10 not ended by the roll-back\n") || strings.Contains(e.Answer.Action, "launch ID") {
		t.Errorf("got %v, %s", end.err, e.Answer.Action)
	}
}

// An answer that there was not is none of unknown class.
func TestTheJSONOfAnErrorWithoutAnAnswerTellsOfNone(t *testing.T) {
	e := &launcher.Error{Outcome: launcher.Launched, Requests: 1, Err: &launcher.Shortfall{Got: 84, Min: 250, Max: 500}}
	text, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"outcome":"launched","requests":1,"answered":false,"shortfall":{"got":84,"min":250,"max":500},` +
		`"message":"launched, but not as asked: 84 of at least 250 instances launched, 500 asked for"}`
	if string(text) != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
	e.Answer.Answered = true
	if text, err = json.Marshal(e); err != nil || !strings.Contains(string(text), `"class":"unknown"`) {
		t.Errorf("of an answer that is not known: %s, %v", text, err)
	}
}

// Settling under another spec would launch that.
func TestARunWithAnotherSpecAsksForTheRightOne(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	spec, other := build(t, base().Count(count(4))), build(t, base().Count(count(4)).KeyName("ops"))
	for _, size := range []int{2, 4} {
		p := plan(t, spec, launcher.Split(), launcher.BatchSize(size))
		_, err := l.Run(t.Context(), p, other)
		if outcome(t, err) != launcher.Unknown ||
			err.Error() != "not sent, but an earlier call may have launched: give the Spec that the Plan was made from: their fingerprints differ" {
			t.Errorf("in batches of %d: got %v", size, err)
		}
	}
}
