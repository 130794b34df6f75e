package launcher_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

func TestTheErrorOfSeveralBatchesHasALineForEach(t *testing.T) {
	srv := launchtest.Start(t)
	lost := launchtest.Answer(400, "text/html", "<html></html>")
	srv.Fail("RunInstances", launchtest.Pass(), refuse(400, "InsufficientInstanceCapacity"), lost, refuse(400, "VcpuLimitExceeded"))
	hidden(srv)
	result, err := newLauncher(srv.Client(), launcher.Concurrency(1)).Launch(t.Context(), build(t, base().Count(launch.Between(150, 500))), launcher.Split())
	if err == nil {
		t.Fatal("no error")
	}
	token := result.Unknown()[0].Token
	want := []string{
		`instances may run, settle client token "` + token + `": 100 of at least 150 instances launched, 500 asked for`,
		`	batch 2: instances may run, settle client token "` + token + `": `,
		`	batch 1: nothing launched: `,
		`	batch 3: nothing launched: `,
	}
	got := strings.Split(err.Error(), "\n")
	for i := range min(len(got), len(want)) {
		got[i] = got[i][:min(len(got[i]), len(want[i]))]
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTheErrorOfManyInstancesIsShort(t *testing.T) {
	srv := launchtest.Start(t, launchtest.VisibleAfter(10_000))
	l := newLauncher(srv.Client())
	result, err := l.Launch(t.Context(), build(t, base().Count(launch.Exactly(300))), launcher.Wait(launcher.Running))
	if err == nil || len(result.IDs()) != 300 {
		t.Fatalf("got %d instances and %v", len(result.IDs()), err)
	}
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != 11 || !strings.HasSuffix(lines[10], "and 290 more") {
		t.Errorf("got %d lines, the last of them %q", len(lines), lines[len(lines)-1])
	}
}

// Of several batches, the one that failed is named, and what the others did counts.
func TestTheErrorOfOneBatchOfSeveralTellsOfTheWholeLaunch(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client(), launcher.Concurrency(1))
	for want, opts := range map[string][]launcher.Option{
		"launched, but not as asked: batch 1: nothing launched: operation error": nil,
		"instances may run, settle client token ":                                {launcher.LaunchID("web")},
	} {
		srv.Fail("RunInstances", launchtest.Pass(), refuse(400, "VcpuLimitExceeded"))
		_, err := l.Launch(t.Context(), build(t, base().Count(launch.Between(1, 4))), append(opts, launcher.BatchSize(2))...)
		e, ok := errors.AsType[*launcher.Error](err)
		if !ok || !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), ": batch 1: ") {
			t.Errorf("got %v, want %s", err, want)
		} else if e.Requests != 2 || e.Batch != "1" || e.Answer.Class != answer.Quota {
			t.Errorf("got %+v", e)
		}
	}
}

// A rule of a house has the code that IAM answers with, and is none of EC2's.
func TestTheActionOnWhatAGuardRefusesIsToCorrectTheRequest(t *testing.T) {
	srv := launchtest.Start(t)
	v, err := validate.NewValidator(launch.Rules(), validate.Also(&validate.Rule{
		ID: "house-key-unsupported", Summary: "keys must not be given", Source: validate.Source{Page: "https://wiki.example.com/keys"},
		Code: "UnauthorizedOperation", Given: []string{"KeyName"}, Check: func(p *validate.Pass) { p.Reportf("KeyName", "must not be given") },
	}))
	if err != nil {
		t.Fatal(err)
	}
	l := newLauncher(srv.Client(launch.GuardWith(v)), launcher.Concurrency(1))
	const correct = "Correct the request as the report says: it was not sent."
	for action, opts := range map[string][]launcher.Option{
		correct: nil,
		"Look by Reconcile for what an earlier call may have launched. If there is none: " + correct: {launcher.LaunchID("web"), launcher.BatchSize(2)},
	} {
		_, err = l.Launch(t.Context(), build(t, base().KeyName("ops").Count(launch.Between(3, 4))), opts...)
		e, ok := errors.AsType[*launcher.Error](err)
		if !ok || e.Answer.Action != action || e.Answer.Class != answer.InvalidRequest || (e.Outcome == launcher.Refused) != (opts == nil) {
			t.Errorf("got %v, %+v", err, e)
		}
		if opts != nil && !strings.Contains(err.Error(), "batch 0: refused, but an earlier call may have launched, settle client token ") {
			t.Errorf("got %v", err)
		}
	}
}

func TestErrorsReadBackWithTheirText(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client(), launcher.Concurrency(1))
	spec := build(t, base().Count(launch.Between(3, 4)))
	lost := launchtest.Disconnect()
	launches := func(fault launchtest.Fault, opts ...launcher.Option) func() error {
		return func() error {
			srv.Fail("RunInstances", fault, fault, fault, fault, fault, fault)
			_, err := l.Launch(t.Context(), spec, opts...)
			return err
		}
	}
	split, id := launcher.BatchSize(2), launcher.LaunchID("web")
	for name, run := range map[string]func() error{
		"refused":               launches(refuse(403, "UnauthorizedOperation")),
		"refused in batches":    launches(refuse(403, "UnauthorizedOperation"), split),
		"refused under an ID":   launches(refuse(403, "UnauthorizedOperation"), id),
		"unknown":               launches(lost),
		"unknown in batches":    launches(lost, split),
		"not sent under an ID":  func() error { _, err := l.Launch(t.Context(), spec, id, launcher.Timeout(-1)); return err },
		"not sent":              func() error { _, err := l.Launch(t.Context(), spec, launcher.Timeout(-1)); return err },
		"refused by the guard":  func() error { return &launcher.Error{Err: &validate.Error{}} },
		"of a cause with lines": func() error { return &launcher.Error{Err: errors.New("a\nb")} },
		"without a cause":       func() error { return &launcher.Error{} },
	} {
		err := run()
		text, failed := json.Marshal(err)
		var stored launcher.Error
		if failed != nil || json.Unmarshal(text, &stored) != nil || stored.Error() != err.Error() {
			t.Errorf("%s: written\n%v\nread\n%v", name, err, &stored)
		}
		if again, _ := json.Marshal(&stored); !bytes.Equal(text, again) {
			t.Errorf("%s: written\n%s\nand again\n%s", name, text, again)
		}
	}
	var forged launcher.Error
	if err := json.Unmarshal([]byte(`{"message":"a\r\u001b[2J\n\tb"}`), &forged); err != nil || forged.Error() != "a\\r\\x1b[2J\n\tb" {
		t.Errorf("got %v, %q", err, forged.Error())
	}
}

// Each batch says once that nothing of it was sent.
func TestErrorsOfSeveralBatchesDoNotRepeatThemselves(t *testing.T) {
	srv := launchtest.Start(t)
	ctx, cancel := context.WithCancel(t.Context())
	spec := build(t, base().Count(launch.Exactly(6)))
	l := newLauncher(srv.Client())
	p, err := l.Plan(spec, "text", launcher.BatchSize(2), launcher.Split())
	if err != nil {
		t.Fatal(err)
	}
	cancelled := errors.New("the disk is full")
	_, err = l.Run(ctx, p, spec, launcher.Save(func(launcher.Plan) error { cancel(); return cancelled }))
	if text := err.Error(); strings.Contains(text, "sent: not sent") || !strings.Contains(text, "the disk is full") {
		t.Errorf("got %q", text)
	}
}

func TestResultsPrintOnOneLine(t *testing.T) {
	var none *launcher.Result
	r := &launcher.Result{
		Attempts:   []launcher.Attempt{{Outcome: launcher.Unknown}, {Outcome: launcher.Launched}},
		Instances:  []types.Instance{{InstanceId: new("i-1")}},
		Terminated: []string{"i-1"}, Orphans: []string{"i-2"},
	}
	if got, want := none.String()+"; "+r.String(), "no result; 1 instance of 2 attempts, 1 unknown, 1 terminated, 1 orphaned"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestInstancesWithoutAnIDCountForNothing(t *testing.T) {
	r := &launcher.Result{Instances: []types.Instance{{}, {InstanceId: new("")}, {InstanceId: new("i-1")}, {InstanceId: new("i-1")}}}
	if got := r.IDs(); len(got) != 1 || got[0] != "i-1" {
		t.Errorf("IDs %q", got)
	}
	if got := r.String(); !strings.HasPrefix(got, "1 instance of ") {
		t.Errorf("the result prints as %q", got)
	}
}
