package launcher_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/network"
)

// The plan of a run that ends while a batch is refused knows of that: resumed,
// it goes on to the alternative.
func TestARefusalThatComesWhenTheRunEndsIsSaved(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Subnet(subnetB, "us-east-1b"), launchtest.Capacity("us-east-1a", 0))
	ended := make(chan struct{})
	srv.Fail("RunInstances",
		doing(func() { <-ended }, refuse(500, "InsufficientInstanceCapacity")),
		refuse(403, "UnauthorizedOperation"))
	spec := build(t, base().Count(launch.Exactly(2)).Network(network.InSubnet(subnetA)))
	p := plan(t, spec, launcher.Split(), launcher.BatchSize(1), launcher.Alternatives(launcher.Alternative{Subnet: subnetB}))
	var disk store
	l := newLauncher(srv.Client(), launcher.Save(disk.save))
	var once sync.Once
	if _, err := l.Run(t.Context(), p, spec, launcher.Progress(func(launcher.Event) { once.Do(func() { close(ended) }) })); outcome(t, err) != launcher.Refused {
		t.Fatal(err)
	}
	result, err := l.Run(t.Context(), disk.plan(t), spec)
	if err != nil {
		t.Errorf("resumed: %v", err)
	}
	distinct(t, srv, result, 2)
}

// A run without Save cannot know what an earlier one has launched, also where
// it is kept from sending.
func TestARunWithoutSaveThatSendsNothingRefusesNothing(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	spec := build(t, base().Count(launch.Exactly(4)))
	p := plan(t, spec, launcher.Split(), launcher.BatchSize(2))
	if _, err := l.Run(t.Context(), p, spec); err != nil {
		t.Fatal(err)
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for name, run := range map[string]func() (*launcher.Result, error){
		"cancelled context": func() (*launcher.Result, error) { return l.Run(cancelled, p, spec) },
		"bad option":        func() (*launcher.Result, error) { return l.Run(t.Context(), p, spec, launcher.Timeout(-1)) },
		"another spec":      func() (*launcher.Result, error) { return l.Run(t.Context(), p, build(t, base())) },
		"no client":         func() (*launcher.Result, error) { return launcher.Launcher{}.Run(t.Context(), p, spec) },
	} {
		result, err := run()
		if outcome(t, err) != launcher.Unknown || len(result.Unknown()) != 2 {
			t.Errorf("%s: %d unknown: %v", name, len(result.Unknown()), err)
		}
	}
}

// A step that is kept from sending tells of its own batch alone.
func TestAStepThatSendsNothingTellsOfItsBatch(t *testing.T) {
	spec := build(t, base().Count(launch.Exactly(6)))
	p := plan(t, spec, launcher.Split(), launcher.BatchSize(2)).MarkSent("0").MarkSent("1")
	for path, want := range map[string][]string{"0": {"0"}, "1": {"1"}, "2": nil, "7": nil} {
		result, err := launcher.Launcher{}.RunBatch(t.Context(), p, spec, path)
		var got []string
		for _, a := range result.Unknown() {
			got = append(got, a.Batch)
		}
		if !slices.Equal(got, want) || (outcome(t, err) == launcher.Unknown) != (want != nil) {
			t.Errorf("batch %s: %q are unknown: %v", path, got, err)
		}
	}
}

// What EC2 refuses under a token that may have launched before says why it is
// unknown.
func TestARefusalThatLeavesOpenWhatRunsSaysWhy(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	spec := build(t, base())
	for name, launches := range map[string]func() error{
		"Run without Save":     func() error { _, err := l.Run(t.Context(), plan(t, spec), spec); return err },
		"Launch with LaunchID": func() error { _, err := l.Launch(t.Context(), spec, launcher.LaunchID("a")); return err },
		"Settle": func() error {
			_, err := l.Settle(t.Context(), spec, &launcher.Error{Token: "x", Min: 1, Max: 1})
			return err
		},
	} {
		srv.Fail("RunInstances", refuse(403, "UnauthorizedOperation"))
		err := launches()
		if !strings.HasPrefix(err.Error(), "refused, but an earlier call may have launched, settle client token ") {
			t.Errorf("%s: %v", name, err)
		}
		e, _ := errors.AsType[*launcher.Error](err)
		if want := "Look by Reconcile for what an earlier call may have launched. If there is none: Have the"; !strings.HasPrefix(e.Answer.Action, want) {
			t.Errorf("%s: the action is %q", name, e.Answer.Action)
		}
	}
}
