package temporal_test

import (
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
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

// workers asks for workers in one subnet.
func workers(n launch.Count) launch.Spec {
	spec, err := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).
		Network(network.InSubnet(subnetA)).Count(n).UserDataText("swordfish").Build()
	if err != nil {
		panic(err)
	}
	return spec
}

func newPlan(t testing.TB, spec launch.Spec, opts ...launcher.PlanOption) launcher.Plan {
	t.Helper()
	plan, err := launcher.Launcher{}.Plan(spec, "crawl-2026-11-21", append(opts, launcher.Split())...)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// newSteps returns the steps of a worker.
func newSteps(client launcher.API, spec launch.Spec) *temporal.Steps {
	return &temporal.Steps{Launcher: launcher.New(client, launcher.WithClock(new(launchtest.SkippingClock))), Spec: spec}
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

// lost is a launch whose answer is lost.
func lost() launchtest.Fault { return launchtest.ExecuteThen(launchtest.Disconnect()) }

// forever queues more faults of an action than there will be requests.
func forever(srv *launchtest.Server, action string, fault launchtest.Fault, match func(url.Values) bool) {
	for range 200 {
		srv.Fail(action, func(asked http.Handler) http.Handler {
			failing := fault(asked)
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if match(r.Form) {
					failing.ServeHTTP(w, r)
					return
				}
				asked.ServeHTTP(w, r)
			})
		})
	}
}
