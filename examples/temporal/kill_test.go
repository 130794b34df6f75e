package temporal_test

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/examples/temporal"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

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
	newTemporal(newSteps(client, workers(launch.Exactly(int32(plan.Max()))))).ExecuteWorkflow(temporal.Launch, plan)
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
	plan := newPlan(t, workers(launch.Exactly(500)))

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
	ended := make(chan error, 1)
	go func() { ended <- worker.Wait() }()
	select {
	case <-launched:
	case err := <-ended:
		t.Fatal("the process ended before it could be killed: ", err)
	}
	if err := worker.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err == nil {
		t.Fatal("the process was not killed")
	}
	before := srv.Alive()

	env := newTemporal(newSteps(srv.Client(), workers(launch.Exactly(500))))
	env.ExecuteWorkflow(temporal.Launch, plan)
	report, err := outcome(t, env)
	if err != nil || before < 100 || len(report.Ready) != 500 {
		t.Errorf("%d instances ran before and %d do after: %v", before, len(report.Ready), err)
	}
	expectOnce(t, srv, report, 500)
}
