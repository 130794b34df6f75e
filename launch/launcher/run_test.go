package launcher_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/network"
)

// store keeps the plan that was saved last, as JSON.
type store struct{ text []byte }

func (s *store) save(p launcher.Plan) (err error) {
	s.text, err = json.Marshal(p)
	return err
}

func (s *store) plan(t *testing.T) launcher.Plan {
	t.Helper()
	var p launcher.Plan
	if err := json.Unmarshal(s.text, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// distinct fails the test unless the result names n instances, each once, and
// as many are alive.
func distinct(t *testing.T, srv *launchtest.Server, result *launcher.Result, n int) {
	t.Helper()
	ids := result.IDs()
	slices.Sort(ids)
	if len(slices.Compact(ids)) != n || srv.Alive() != n {
		t.Errorf("%d instances in the result, %d alive, want %d", len(result.IDs()), srv.Alive(), n)
	}
}

func TestFiveHundredInFiveBatches(t *testing.T) {
	srv := launchtest.Start(t)
	spec := build(t, base().Count(launch.Exactly(500)))
	result, err := newLauncher(srv.Client()).Launch(t.Context(), spec, launcher.Split())
	if err != nil {
		t.Fatal(err)
	}
	distinct(t, srv, result, 500)
	tokens := map[string]bool{}
	for _, r := range srv.Requests() {
		tokens[r.ClientToken] = true
	}
	if len(srv.Requests()) != 5 || len(tokens) != 5 || len(result.Attempts) != 5 {
		t.Errorf("%d requests under %d tokens, %d attempts", len(srv.Requests()), len(tokens), len(result.Attempts))
	}
}

func TestTheSpecStaysAsItIs(t *testing.T) {
	srv := launchtest.Start(t)
	spec := build(t, base().Count(launch.Exactly(5)))
	p := plan(t, spec, launcher.Split(), launcher.BatchSize(2))
	before, planned := spec.Input(), p.String()
	if _, err := newLauncher(srv.Client()).Run(t.Context(), p, spec); err != nil {
		t.Fatal(err)
	}
	if diff := launchtest.Diff(before, spec.Input()); diff != "" || p.String() != planned {
		t.Errorf("the run changed the spec or the plan:\n%s", diff)
	}
}

// A run that ends at any step is resumed from the plan saved last, or from the
// plan as it was made, and launches what is missing.
func TestARunResumes(t *testing.T) {
	byOne(t)
	for _, saved := range []bool{true, false} {
		for stopAfter := range 7 {
			srv := launchtest.Start(t)
			spec := build(t, base().Count(launch.Exactly(50)))
			p := plan(t, spec, launcher.Split(), launcher.BatchSize(10))
			l := newLauncher(srv.Client(), launcher.Concurrency(1), launcher.Grace(0))
			ctx, cancel := context.WithCancel(t.Context())
			steps := 0
			var disk store
			if err := disk.save(p); err != nil {
				t.Fatal(err)
			}
			step := func(p launcher.Plan) error {
				if steps++; steps > stopAfter {
					cancel()
				}
				return disk.save(p)
			}
			l.Run(ctx, p, spec, launcher.Save(step))
			cancel()
			before := srv.Alive()
			if saved {
				p = disk.plan(t)
			}
			result, err := newLauncher(srv.Client()).Run(t.Context(), p, spec, launcher.Save(disk.save))
			if err != nil {
				t.Fatal(err)
			}
			distinct(t, srv, result, 50)
			if stopAfter < 5 && before == 50 {
				t.Errorf("the run was not interrupted after step %d", stopAfter)
			}
		}
	}
}

func TestTwoRunsOfAPlanAtOnceLaunchOnce(t *testing.T) {
	srv := launchtest.Start(t)
	spec := build(t, base().Count(launch.Exactly(50)))
	p := plan(t, spec, launcher.Split(), launcher.BatchSize(10))
	l := newLauncher(srv.Client())
	results := make(chan *launcher.Result, 2)
	for range 2 {
		go func() {
			result, _ := l.Run(t.Context(), p, spec)
			results <- result
		}()
	}
	for range 2 {
		distinct(t, srv, <-results, 50)
	}
}

func TestABatchWithoutCapacity(t *testing.T) {
	byOne(t)
	for _, tt := range []struct {
		name         string
		count        launch.Count
		opts         []launcher.Option
		alive        int
		err          bool
		orphans      int
		wantRequests int
	}{
		{"enough is launched all the same", launch.Between(300, 500), nil, 400, false, 0, 5},
		{"an exact number stops and keeps", launch.Exactly(500), nil, 200, true, 0, 3},
		{"an exact number is rolled back", launch.Exactly(500), []launcher.Option{launcher.RollBack()}, 0, true, 0, 3},
	} {
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", launchtest.Pass(), launchtest.Pass(), refuse(500, "InsufficientInstanceCapacity"))
		opts := append(tt.opts, launcher.Split(), launcher.Concurrency(1))
		result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base().Count(tt.count)), opts...)
		if (err != nil) != tt.err || srv.Alive() != tt.alive || runs(srv) != tt.wantRequests {
			t.Errorf("%s: %v, %d alive after %d requests", tt.name, err, srv.Alive(), runs(srv))
		}
		if short, ok := errors.AsType[*launcher.Shortfall](err); tt.err && (!ok || short.Got != 200 || short.Min != 500 || outcome(t, err) != launcher.Launched) {
			t.Errorf("%s: got %v, want a shortfall", tt.name, err)
		}
		if tt.alive == 0 && (len(result.Terminated) != 200 || len(result.Orphans) != 0) {
			t.Errorf("%s: %d terminated, orphans %v", tt.name, len(result.Terminated), result.Orphans)
		}
	}
}

func TestABatchThatIsUnknown(t *testing.T) {
	byOne(t)
	for _, tt := range []struct {
		count launch.Count
		runs  int
	}{{launch.Exactly(500), 3}, {launch.Between(100, 500), 5}} {
		srv := launchtest.Start(t)
		lost := launchtest.ExecuteThen(launchtest.Disconnect())
		srv.Fail("RunInstances", launchtest.Pass(), launchtest.Pass(), lost, lost, lost)
		hidden(srv)
		spec := build(t, base().Count(tt.count))
		result, err := newLauncher(srv.Client()).Launch(t.Context(), spec, launcher.Split(), launcher.Concurrency(1))
		unknown := result.Unknown()
		if err == nil || outcome(t, err) != launcher.Unknown || len(unknown) != 1 || unknown[0].Batch != "2" || unknown[0].Max != 100 {
			t.Errorf("got %v with %v", err, unknown)
		}
		if got := runs(srv) - 2; got != tt.runs {
			t.Errorf("%d batches were sent, want %d", got, tt.runs)
		}
		if !strings.Contains(err.Error(), unknown[0].Token) {
			t.Errorf("the error does not name the token: %v", err)
		}
	}
}

// Refusals that every batch would meet end the run.
func TestRefusalsThatEndTheRun(t *testing.T) {
	byOne(t)
	for code, class := range map[string]answer.Class{"VcpuLimitExceeded": answer.Quota, "ExpiredToken": answer.Auth, "InvalidAMIID.NotFound": answer.NotReady} {
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", launchtest.Pass(), refuse(400, code))
		spec := build(t, base().Count(launch.Between(1, 500)))
		p := plan(t, spec)
		var disk store
		l := newLauncher(srv.Client(), launcher.Concurrency(1), launcher.Save(disk.save))
		result, err := l.Run(t.Context(), p, spec)
		e, ok := errors.AsType[*launcher.Error](err)
		if !ok || e.Outcome != launcher.Launched || e.Answer.Class != class || runs(srv) != 2 {
			t.Errorf("%s: got %v after %d requests", code, err, runs(srv))
		}
		distinct(t, srv, result, 100)
		if result, err = l.Run(t.Context(), disk.plan(t), spec); err != nil {
			t.Errorf("%s: resumed: %v", code, err)
		}
		distinct(t, srv, result, 500)
	}
}

// A run that resumes cannot know what an earlier one has launched, unless its
// plan says that it was not sent.
func TestOnlyWhatWasNotSentBeforeIsRefused(t *testing.T) {
	spec := build(t, base())
	for _, tt := range []struct {
		name string
		opts []launcher.RunOption
		plan launcher.Plan
		want launcher.Outcome
	}{
		{"without Save", nil, plan(t, spec), launcher.Unknown},
		{"with Save", []launcher.RunOption{launcher.Save(func(launcher.Plan) error { return nil })}, plan(t, spec), launcher.Refused},
		{"with Save, sent before", []launcher.RunOption{launcher.Save(func(launcher.Plan) error { return nil })}, plan(t, spec).MarkSent("0"), launcher.Unknown},
	} {
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", refuse(403, "UnauthorizedOperation"))
		_, err := newLauncher(srv.Client()).Run(t.Context(), tt.plan, spec, tt.opts...)
		if err == nil || outcome(t, err) != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
	}
}

// What every batch would meet ends a run also where it may not say so.
func TestARefusalEndsARunThatCannotRefuse(t *testing.T) {
	srv := launchtest.Start(t)
	for range 5 {
		srv.Fail("RunInstances", refuse(403, "UnauthorizedOperation"))
	}
	spec := build(t, base().Count(launch.Between(1, 500)))
	_, err := newLauncher(srv.Client(), launcher.Concurrency(1)).Run(t.Context(), plan(t, spec), spec)
	if err == nil || outcome(t, err) != launcher.Unknown || runs(srv) != 1 {
		t.Errorf("got %v after %d requests", err, runs(srv))
	}
}

func TestAPlanThatIsNotSavedIsNotSent(t *testing.T) {
	srv := launchtest.Start(t)
	spec := build(t, base())
	for name, save := range map[string]func(launcher.Plan) error{
		"fails":  func(launcher.Plan) error { return errors.New("disk full") },
		"panics": func(launcher.Plan) error { panic("disk full") },
	} {
		_, err := newLauncher(srv.Client()).Run(t.Context(), plan(t, spec), spec, launcher.Save(save))
		if err == nil || outcome(t, err) != launcher.Refused || !strings.Contains(err.Error(), "disk full") {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if len(srv.Requests()) != 0 {
		t.Error("the batch was sent")
	}
}

func TestAlternatives(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Subnet(subnetB, "us-east-1b"), launchtest.Capacity("us-east-1a", 0), launchtest.Capacity("us-east-1b", 4))
	spec := build(t, base().Count(count(4)).Network(network.InSubnet(subnetA)))
	result, err := newLauncher(srv.Client()).Launch(t.Context(), spec, launcher.Alternatives(
		launcher.Alternative{InstanceType: types.InstanceTypeM7aLarge}, launcher.Alternative{Subnet: subnetB}, launcher.Alternative{Subnet: subnetA}))
	if err != nil {
		t.Fatal(err)
	}
	distinct(t, srv, result, 4)
	var got []string
	for _, r := range srv.Requests() {
		in := r.Input()
		got = append(got, string(in.InstanceType)+" "+*in.SubnetId)
	}
	want := []string{"m7i.large " + subnetA, "m7a.large " + subnetA, "m7i.large " + subnetB}
	if !slices.Equal(got, want) || len(result.Attempts) != 3 {
		t.Errorf("tried %q, want %q", got, want)
	}
	if tokens := []string{result.Attempts[0].Token, result.Attempts[1].Token, result.Attempts[2].Token}; len(slices.Compact(tokens)) != 3 {
		t.Errorf("tokens %q: want one for each attempt", tokens)
	}
}

// No other zone while the outcome in one is unknown, and no other
// request for what is not want of capacity.
func TestAlternativesAreNotTried(t *testing.T) {
	lost := launchtest.ExecuteThen(launchtest.Disconnect())
	for name, faults := range map[string][]launchtest.Fault{
		"after a lost answer":                 {lost, lost, lost},
		"after a lost answer, then a refusal": {lost, refuse(500, "InsufficientInstanceCapacity")},
		"after a mismatch":                    {refuse(400, "IdempotentParameterMismatch")},
		"after a quota":                       {refuse(400, "VcpuLimitExceeded")},
	} {
		srv := launchtest.Start(t, launchtest.Subnet(subnetB, "us-east-1b"))
		srv.Fail("RunInstances", faults...)
		hidden(srv)
		spec := build(t, base().Network(network.InSubnet(subnetA)))
		_, err := newLauncher(srv.Client()).Launch(t.Context(), spec, launcher.Alternatives(launcher.Alternative{Subnet: subnetB}))
		if err == nil || runs(srv) != len(faults) {
			t.Errorf("%s: %v after %d requests", name, err, runs(srv))
		}
	}
}

// A run that ends between two alternatives goes on with the second: the first
// may have capacity again by then.
func TestAlternativesOutliveACrash(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Subnet(subnetB, "us-east-1b"))
	srv.Fail("RunInstances", refuse(500, "InsufficientInstanceCapacity"), launchtest.ExecuteThen(launchtest.Hang()))
	spec := build(t, base().Count(count(3)).Network(network.InSubnet(subnetA)))
	p := plan(t, spec, launcher.Alternatives(launcher.Alternative{Subnet: subnetB}))
	hidden(srv)
	var disk store
	_, err := newLauncher(srv.Client()).Run(t.Context(), p, spec, launcher.Save(disk.save), launcher.Timeout(200*time.Millisecond))
	if err == nil || outcome(t, err) != launcher.Unknown || srv.Alive() != 3 {
		t.Fatalf("got %v with %d alive", err, srv.Alive())
	}
	result, err := newLauncher(srv.Client()).Run(t.Context(), disk.plan(t), spec, launcher.Save(disk.save))
	if err != nil {
		t.Fatal(err)
	}
	distinct(t, srv, result, 3)
}

func TestBatchesThatAreTooLargeAreHalved(t *testing.T) {
	byOne(t)
	srv := launchtest.Start(t)
	client := srv.Client()
	small := wrapper{client, func(ctx context.Context, in *ec2.RunInstancesInput, opts ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
		if *in.MaxCount > 25 {
			srv.Fail("RunInstances", refuse(400, "ResourceCountExceeded"))
		}
		return client.RunInstances(ctx, in, opts...)
	}}
	spec := build(t, base().Count(launch.Exactly(200)))
	result, err := newLauncher(small, launcher.Concurrency(1)).Launch(t.Context(), spec, launcher.Split())
	if err != nil {
		t.Fatal(err)
	}
	distinct(t, srv, result, 200)
	if runs(srv) != 14 { // 2 of 100, 4 of 50, 8 of 25
		t.Errorf("%d requests", runs(srv))
	}

	srv.Fail("RunInstances", refuse(400, "ResourceCountExceeded"))
	if _, err := newLauncher(client).Launch(t.Context(), spec); err == nil || outcome(t, err) != launcher.Refused {
		t.Errorf("an exact number that may not be split: got %v", err)
	}
}

func TestWorkflowSteps(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Subnet(subnetB, "us-east-1b"), launchtest.Capacity("us-east-1a", 0))
	l := newLauncher(srv.Client())
	spec := build(t, base().Network(network.InSubnet(subnetA)))
	p := plan(t, spec, launcher.Alternatives(launcher.Alternative{Subnet: subnetB}))
	result, err := l.RunBatch(t.Context(), p, spec, "0")
	if err == nil || outcome(t, err) != launcher.Refused {
		t.Fatal(err)
	}
	var stored launcher.Result // what a workflow engine keeps
	text, err := json.Marshal(result)
	if err != nil || json.Unmarshal(text, &stored) != nil {
		t.Fatal(err)
	}
	open := stored.Attempts[0]
	open.Outcome = launcher.Unknown
	if _, moved := p.Advance(open); moved {
		t.Error("an unknown outcome moved the plan")
	}
	next, moved := p.Advance(stored.Attempts[0])
	if !moved || next.Batches()[0].Attempt != 1 {
		t.Fatalf("the plan went on to %v", next)
	}
	if _, again := next.Advance(stored.Attempts[0]); again {
		t.Error("one refusal moved the plan twice")
	}
	if _, err = l.RunBatch(t.Context(), next, spec, "0"); err != nil || srv.Alive() != 1 {
		t.Errorf("got %v, %d alive", err, srv.Alive())
	}
	if _, err := l.RunBatch(t.Context(), p, spec, "7"); err == nil || !strings.Contains(err.Error(), `no batch "7"`) {
		t.Errorf("got %v", err)
	}
}

func TestResultsReadBack(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.Pass(), refuse(400, "VcpuLimitExceeded"))
	result, err := newLauncher(srv.Client(), launcher.Concurrency(1)).Launch(t.Context(), build(t, base().Count(launch.Between(1, 200))))
	if err == nil {
		t.Fatal("no error")
	}
	text, err := json.Marshal(result)
	if err != nil {
		t.Fatal(err)
	}
	var again launcher.Result
	if err := json.Unmarshal(text, &again); err != nil {
		t.Fatal(err)
	}
	twice, err := json.Marshal(&again)
	if err != nil || !bytes.Equal(text, twice) || again.Attempts[1].Err.Answer.Class != answer.Quota {
		t.Errorf("%v: written\n%s\nand again\n%s", err, text, twice)
	}
}
