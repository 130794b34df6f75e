package answer_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/answer"
)

// verdict is a Reason without its texts.
type verdict struct {
	Class                                               answer.Class
	Known, LaunchFailed, Relaunch, OtherZone, OtherType bool
}

func verdictOf(r answer.Reason) verdict {
	return verdict{r.Class, r.Known, r.LaunchFailed, r.Relaunch, r.OtherZone, r.OtherType}
}

func TestEachStateReasonHasItsMeaning(t *testing.T) {
	want := map[string]verdict{
		"Client.InstanceInitiatedShutdown":    {answer.NotReady, true, false, false, false, false},
		"Client.InstanceTerminated":           {answer.NotReady, true, false, false, false, false},
		"Client.InternalError":                {answer.InvalidRequest, true, true, false, false, false},
		"Client.InvalidSnapshot.NotFound":     {answer.NotReady, true, true, false, false, false},
		"Client.UserInitiatedHibernate":       {answer.NotReady, true, false, false, false, false},
		"Client.UserInitiatedShutdown":        {answer.NotReady, true, false, false, false, false},
		"Client.VolumeLimitExceeded":          {answer.Quota, true, true, false, false, false},
		"Server.InsufficientInstanceCapacity": {answer.Capacity, true, true, true, true, true},
		"Server.InternalError":                {answer.Transient, true, true, true, false, false},
		"Server.ScheduledStop":                {answer.NotReady, true, false, false, false, false},
		"Server.SpotInstanceShutdown":         {answer.Capacity, true, false, true, true, true},
		"Server.SpotInstanceTermination":      {answer.Capacity, true, false, true, true, true},
	}
	got := map[string]verdict{}
	for r := range answer.Reasons() {
		if r.Known {
			got[r.Code] = verdictOf(answer.OfReason(r.Code))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestUnknownStateReasonsAreReadByPrefixAndRest(t *testing.T) {
	for code, want := range map[string]verdict{
		"Server.InsufficientHostCapacity": {Class: answer.Capacity, Relaunch: true, OtherZone: true, OtherType: true},
		"Server.NeverHeardOf":             {Class: answer.Transient, Relaunch: true},
		"Client.NeverHeardOf":             {Class: answer.InvalidRequest},
		"Client.InstanceLimitExceeded":    {Class: answer.Quota, OtherType: true},
		"Client.InvalidThing.NotFound":    {Class: answer.NotReady},
		"InternalError":                   {Class: answer.Unknown},
		"pending":                         {Class: answer.Unknown},
		"Server.*":                        {Class: answer.Transient, Relaunch: true},
		"(unknown)":                       {Class: answer.Unknown},
		"":                                {Class: answer.Unknown},
	} {
		r := answer.OfReason(code)
		if diff := cmp.Diff(want, verdictOf(r)); diff != "" || r.Code != code || r.Action == "" {
			t.Errorf("%q: code %q, action %q (-want +got):\n%s", code, r.Code, r.Action, diff)
		}
	}
}
