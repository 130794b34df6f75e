package launcher_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/network"
)

// What is left of a plan whose batch was sent for an alternative is settled
// there: a client token is zonal, and launches again in another subnet.
func TestSettlingWhatARunHasLeftKeepsToItsAlternative(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Subnet(subnetB, "us-east-1b"), launchtest.Capacity("us-east-1a", 0))
	spec := build(t, base().Count(launch.Exactly(4)).Network(network.InSubnet(subnetA)))
	p := plan(t, spec, launcher.Split(), launcher.BatchSize(2), launcher.Alternatives(launcher.Alternative{Subnet: subnetB}))
	var disk store
	l := newLauncher(srv.Client(), launcher.Concurrency(1), launcher.Save(disk.save))
	if _, err := l.Run(t.Context(), p, spec); err != nil {
		t.Fatal(err)
	}
	hidden(srv)
	srv.Fail("RunInstances", refuse(403, "UnauthorizedOperation"))
	left, failed := l.Run(t.Context(), disk.plan(t), spec)
	if failed == nil || len(left.Unknown()) != 2 {
		t.Fatalf("%d unknown: %v", len(left.Unknown()), failed)
	}
	for _, a := range left.Unknown() {
		if a.Alternative.Subnet != subnetB || a.Err.Alternative.Subnet != subnetB {
			t.Errorf("batch %s is left without its alternative: %+v", a.Batch, a)
		}
	}
	settled, err := l.Settle(t.Context(), spec, failed)
	if err != nil || len(settled.IDs()) != 4 || srv.Alive() != 4 {
		t.Errorf("%d settled, %d alive: %v", len(settled.IDs()), srv.Alive(), err)
	}
}

// An error that does not tell of a launch does not tell that nothing runs.
func TestSettlingRefusesNothingThatItDoesNotKnow(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	spec := build(t, base())
	lost := &launcher.Error{Outcome: launcher.Unknown, Token: "x", Min: 1, Max: 1}
	for name, tt := range map[string]struct {
		failed error
		want   launcher.Outcome
	}{
		"nil":             {nil, launcher.Unknown},
		"text alone":      {fmt.Errorf("launching: %v", lost), launcher.Unknown},
		"without a token": {&launcher.Error{}, launcher.Unknown},
		"refused":         {&launcher.Error{Outcome: launcher.Refused}, launcher.Refused},
		"launched":        {fmt.Errorf("launching: %w", &launcher.Error{Outcome: launcher.Launched}), launcher.Launched},
	} {
		if _, err := l.Settle(t.Context(), spec, tt.failed); outcome(t, err) != tt.want || !strings.Contains(err.Error(), "no outcome that can be settled") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n := len(srv.Requests()); n != 0 {
		t.Errorf("%d requests were sent", n)
	}
}

// What cannot be sent is as unknown as before, under its token; the rest is
// settled.
func TestSettlingNamesTheTokensThatItDoesNotSettle(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	spec := build(t, base())
	errs := errors.Join(
		&launcher.Error{Token: "none", Min: 0, Max: 1}, &launcher.Error{Token: "beyond 32 bit", Min: 1, Max: math.MaxInt},
		&launcher.Error{Token: "two zones", Min: 1, Max: 1, Alternative: launcher.Alternative{Zone: "us-east-1b", Subnet: subnetA}},
		&launcher.Error{Token: "good", Min: 1, Max: 1})
	result, err := l.Settle(t.Context(), spec, errs)
	var tokens []string
	for _, a := range result.Unknown() {
		tokens = append(tokens, a.Token)
		if !strings.Contains(err.Error(), fmt.Sprintf("not sent, but an earlier call may have launched, settle client token %q: ", a.Token)) {
			t.Errorf("the error does not tell of %q: %v", a.Token, err)
		}
	}
	if want := []string{"none", "beyond 32 bit", "two zones"}; !slices.Equal(tokens, want) || len(result.IDs()) != 1 || srv.Alive() != 1 {
		t.Errorf("%q unknown, want %q; %d alive", tokens, want, srv.Alive())
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if result, err = l.Settle(cancelled, spec, errs); len(result.Unknown()) != 4 || outcome(t, err) != launcher.Unknown || !errors.Is(err, context.Canceled) {
		t.Errorf("%d unknown of a cancelled context: %v", len(result.Unknown()), err)
	}
}

// Of the error of several batches, JSON keeps the text: no token of one of them
// is taken for all.
func TestAnErrorOfSeveralBatchesThatWasStoredSettlesNoneOfThem(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client(), launcher.Concurrency(1))
	spec := build(t, base().Count(launch.Between(1, 4)))
	lost := launchtest.Disconnect()
	srv.Fail("RunInstances", lost, lost, lost, lost, lost, lost)
	hidden(srv)
	_, failed := l.Launch(t.Context(), spec, launcher.Split(), launcher.BatchSize(2))
	e, ok := errors.AsType[*launcher.Error](failed)
	if !ok || e.Outcome != launcher.Unknown || e.Requests != 6 || e.Token+e.Batch != "" || e.Max != 0 || e.Answer.Class.String() != "transient" {
		t.Fatalf("the whole has members of one batch: %+v", e)
	}
	text, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	var stored launcher.Error
	if err := json.Unmarshal(text, &stored); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Settle(t.Context(), spec, &stored); err == nil || outcome(t, err) != launcher.Unknown || srv.Alive() != 0 {
		t.Errorf("%v with %d alive", err, srv.Alive())
	}
}
