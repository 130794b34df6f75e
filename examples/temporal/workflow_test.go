package temporal_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	commonpb "go.temporal.io/api/common/v1"
	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/converter"
	"go.temporal.io/sdk/log"
	sdktemporal "go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/testsuite"

	"github.com/ec2launch/ec2launch/examples/temporal"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/network"
)

const (
	subnetA = "subnet-0aaaaaaaaaaaaaaaa"
	subnetB = "subnet-0bbbbbbbbbbbbbbbb"
)

// workers asks for exactly n workers in one subnet.
func workers(n int32) launch.Spec {
	spec, err := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).
		Network(network.InSubnet(subnetA)).Count(launch.Exactly(n)).UserDataText("swordfish").Build()
	if err != nil {
		panic(err)
	}
	return spec
}

func newPlan(t testing.TB, n int32, opts ...launcher.PlanOption) launcher.Plan {
	t.Helper()
	plan, err := launcher.Launcher{}.Plan(workers(n), "crawl-2026-11-21", append(opts, launcher.Split())...)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// newSteps returns the steps of a worker that launches n workers.
func newSteps(client launcher.API, n int32) *temporal.Steps {
	return &temporal.Steps{Launcher: launcher.New(client, launcher.WithClock(new(skippingClock))), Spec: workers(n)}
}

// A skippingClock skips the time that it is asked to wait.
type skippingClock struct {
	mu      sync.Mutex
	skipped time.Duration
}

func (c *skippingClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Add(c.skipped)
}

func (c *skippingClock) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.skipped += d
	return ctx.Err()
}

// newTemporal returns Temporal's test environment, in which time that nobody
// works in is skipped.
func newTemporal(steps any) *testsuite.TestWorkflowEnvironment {
	var suite testsuite.WorkflowTestSuite
	suite.SetLogger(log.NewStructuredLogger(slog.New(slog.DiscardHandler)))
	env := suite.NewTestWorkflowEnvironment()
	env.SetTestTimeout(time.Minute)
	env.RegisterWorkflow(temporal.Launch)
	env.RegisterActivity(steps)
	return env
}

// outcome returns what the workflow reports, also where it fails.
func outcome(t testing.TB, env *testsuite.TestWorkflowEnvironment) (temporal.Report, error) {
	t.Helper()
	if !env.IsWorkflowCompleted() {
		t.Fatal("the workflow has not ended")
	}
	var report temporal.Report
	err := env.GetWorkflowError()
	if failure, ok := errors.AsType[*sdktemporal.ApplicationError](err); ok {
		if err := failure.Details(&report); err != nil {
			t.Fatal(err)
		}
	} else if err := env.GetWorkflowResult(&report); err != nil {
		t.Fatal(err)
	}
	return report, err
}

// expectOnce fails the test unless n instances are alive and the report has
// each of them once.
func expectOnce(t testing.TB, srv *launchtest.Server, report temporal.Report, n int) {
	t.Helper()
	var alive []string
	for _, i := range srv.Instances() {
		alive = append(alive, i.ID)
	}
	reported := report.IDs()
	slices.Sort(alive)
	slices.Sort(reported)
	if srv.Alive() != n || !slices.Equal(alive, reported) {
		t.Errorf("%d instances are alive and %d are reported, want %d", len(alive), len(reported), n)
	}
}

// endpoint in the environment has the test binary be a worker that launches
// there, by the plan on its standard input.
const endpoint = "TEMPORAL_TEST_ENDPOINT"

func TestMain(m *testing.M) {
	url := os.Getenv(endpoint)
	if url == "" {
		os.Exit(m.Run())
	}
	var plan launcher.Plan
	if err := json.NewDecoder(os.Stdin).Decode(&plan); err != nil {
		panic(err)
	}
	client := ec2.NewFromConfig(launchtest.ConfigFor(url))
	newTemporal(newSteps(client, int32(plan.Max()))).ExecuteWorkflow(temporal.Launch, plan)
}

// The process is killed when it has launched something of which it has no
// answer. Of all that it did, nothing is left but the input of the workflow.
func TestKilledProcessIsReplacedByAnother(t *testing.T) {
	srv := launchtest.Start(t)
	launched := make(chan struct{})
	tell := func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			close(launched)
			launchtest.Hang()(asked).ServeHTTP(w, r)
		})
	}
	srv.Fail("RunInstances", launchtest.Pass(), launchtest.Pass(), launchtest.ExecuteThen(tell))
	plan := newPlan(t, 500)

	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	worker := exec.CommandContext(t.Context(), program)
	worker.Env = append(os.Environ(), endpoint+"="+srv.URL())
	worker.Stdin = strings.NewReader(plan.String())
	worker.Stdout, worker.Stderr = io.Discard, os.Stderr
	if err := worker.Start(); err != nil {
		t.Fatal(err)
	}
	<-launched
	if err := worker.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := worker.Wait(); err == nil {
		t.Fatal("the process was not killed")
	}
	before := srv.Alive()

	env := newTemporal(newSteps(srv.Client(), 500))
	env.ExecuteWorkflow(temporal.Launch, plan)
	report, err := outcome(t, env)
	if err != nil || before < 100 || len(report.Ready) != 500 {
		t.Errorf("%d instances ran before and %d do after: %v", before, len(report.Ready), err)
	}
	expectOnce(t, srv, report, 500)
}

// mortal are the steps of workers of which the first to launch a batch dies
// before it can tell.
type mortal struct{ *temporal.Steps }

func (m *mortal) LaunchBatch(ctx context.Context, plan launcher.Plan, path string) (launcher.Attempt, error) {
	a, err := m.Steps.LaunchBatch(ctx, plan, path)
	if activity.GetInfo(ctx).Attempt == 1 {
		return launcher.Attempt{}, errors.New("the worker has died")
	}
	return a, err
}

func TestBatchIsRepeatedAfterItsWorkerHasDied(t *testing.T) {
	srv := launchtest.Start(t)
	env := newTemporal(&mortal{newSteps(srv.Client(), 500)})
	env.ExecuteWorkflow(temporal.Launch, newPlan(t, 500))
	report, err := outcome(t, env)
	if err != nil || len(report.Ready) != 500 {
		t.Errorf("%d instances run: %v", len(report.Ready), err)
	}
	expectOnce(t, srv, report, 500)
	tokens := map[string]int{}
	for _, r := range srv.Requests() {
		if r.Action == "RunInstances" {
			tokens[r.ClientToken]++
		}
	}
	for token, n := range tokens {
		if n != 2 {
			t.Errorf("token %s was sent %d times, want once by each of two workers", token, n)
		}
	}
}

// A batch that a dead worker may have launched is refused to the next one:
// that says nothing of what the first has launched.
func TestNoAlternativeWhileABatchMayBeLaunched(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 0), launchtest.Subnet(subnetB, "us-east-1b"))
	env := newTemporal(&mortal{newSteps(srv.Client(), 10)})
	plan := newPlan(t, 10, launcher.Alternatives(launcher.Alternative{Subnet: subnetB}))
	env.ExecuteWorkflow(temporal.Launch, plan)
	report, err := outcome(t, env)
	if err == nil || len(report.Attempts) != 1 || report.Attempts[0].Outcome != launcher.Unknown {
		t.Errorf("got %v with %v", err, report.Attempts)
	}
	expectOnce(t, srv, report, 0)
	for _, r := range srv.Requests() {
		if r.Action == "RunInstances" && r.ClientToken != plan.Batches()[0].Token {
			t.Errorf("token %s was sent, of an alternative", r.ClientToken)
		}
	}
}

func TestBatchWithoutCapacityGoesOnElsewhere(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 25), launchtest.Subnet(subnetB, "us-east-1b"))
	env := newTemporal(newSteps(srv.Client(), 50))
	env.ExecuteWorkflow(temporal.Launch, newPlan(t, 50, launcher.BatchSize(10), launcher.Alternatives(launcher.Alternative{Subnet: subnetB})))
	report, err := outcome(t, env)
	if err != nil || len(report.Attempts) != 8 {
		t.Errorf("got %v after %d attempts, want the 3 that find no room repeated", err, len(report.Attempts))
	}
	expectOnce(t, srv, report, 50)
}

// The answers of a batch are lost until no worker tries any more, and so is
// every look: until the end.
func TestLostBatchIsReconciled(t *testing.T) {
	srv := launchtest.Start(t)
	for range 50 {
		srv.Fail("RunInstances", launchtest.ExecuteThen(launchtest.Disconnect()))
	}
	for range 15 {
		srv.Fail("DescribeInstances", launchtest.Disconnect())
	}
	env := newTemporal(newSteps(srv.Client(), 10))
	env.ExecuteWorkflow(temporal.Launch, newPlan(t, 10))
	report, err := outcome(t, env)
	if err != nil || len(report.Ready) != 10 {
		t.Errorf("got %v with %+v", err, report)
	}
	expectOnce(t, srv, report, 10)
}

func TestTooFewInstances(t *testing.T) {
	for _, tt := range []struct {
		name  string
		opts  []launcher.PlanOption
		alive int
	}{
		{"are kept", nil, 20},
		{"are terminated by a plan that rolls back", []launcher.PlanOption{launcher.RollBack()}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 25))
			env := newTemporal(newSteps(srv.Client(), 50))
			env.ExecuteWorkflow(temporal.Launch, newPlan(t, 50, append(tt.opts, launcher.BatchSize(10))...))
			report, err := outcome(t, env)
			if err == nil || srv.Alive() != tt.alive || len(report.IDs()) != 20 || len(report.Terminated) != 20-tt.alive {
				t.Errorf("got %v; %d alive of %d, %d terminated", err, srv.Alive(), len(report.IDs()), len(report.Terminated))
			}
		})
	}
}

func TestCancelledLaunchIsHeardOutAndCleanedUp(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 25), launchtest.Subnet(subnetB, "us-east-1b"))
	env := newTemporal(newSteps(srv.Client(), 50))
	env.SetOnActivityStartedListener(func(info *activity.Info, _ context.Context, _ converter.EncodedValues) {
		if info.ActivityType.Name == "LaunchBatch" {
			env.CancelWorkflow()
		}
	})
	env.ExecuteWorkflow(temporal.Launch, newPlan(t, 50, launcher.BatchSize(10), launcher.RollBack(), launcher.Alternatives(launcher.Alternative{Subnet: subnetB})))
	report, err := outcome(t, env)
	if err == nil || srv.Alive() != 0 || len(report.Attempts) != 5 || len(report.Terminated) != 20 {
		t.Errorf("got %v; %d alive, %d attempts, %d terminated", err, srv.Alive(), len(report.Attempts), len(report.Terminated))
	}
}

// storage is all that Temporal is given to store.
type storage struct {
	converter.DataConverter
	mu   sync.Mutex
	text strings.Builder
}

func (s *storage) ToPayload(value any) (*commonpb.Payload, error) {
	p, err := s.DataConverter.ToPayload(value)
	s.note(p)
	return p, err
}

func (s *storage) ToPayloads(values ...any) (*commonpb.Payloads, error) {
	p, err := s.DataConverter.ToPayloads(values...)
	for _, one := range p.GetPayloads() {
		s.note(one)
	}
	return p, err
}

func (s *storage) note(p *commonpb.Payload) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text.Write(p.GetData())
}

func TestTemporalStoresNoUserData(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 0))
	srv.Fail("RunInstances", launchtest.Refuse(400, "InvalidParameterValue", "Invalid value: c3dvcmRmaXNo (swordfish)"))
	env := newTemporal(newSteps(srv.Client(), 20))
	store := &storage{DataConverter: converter.GetDefaultDataConverter()}
	env.SetDataConverter(store)
	env.ExecuteWorkflow(temporal.Launch, newPlan(t, 20, launcher.BatchSize(10)))
	if _, err := outcome(t, env); err == nil {
		t.Error("the workflow succeeded without capacity")
	}
	text := store.text.String()
	if !strings.Contains(text, "InvalidParameterValue") || !strings.Contains(text, `"launchId"`) {
		t.Errorf("what is stored lacks plan or answer:\n%s", text)
	}
	if strings.Contains(text, "swordfish") || strings.Contains(text, "c3dvcmRmaXNo") {
		t.Errorf("what is stored shows user data:\n%s", text)
	}
}
