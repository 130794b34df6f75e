package temporal_test

import (
	"fmt"

	"github.com/ec2launch/ec2launch/examples/temporal"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// Temporal's test environment stands for its server and a worker.
func ExampleLaunch() {
	srv := launchtest.New()
	defer srv.Close()
	spec := workers(launch.Exactly(500))
	plan, err := launcher.Launcher{}.Plan(spec, "crawl-2026-11-21", launcher.Split())
	if err != nil {
		fmt.Println(err)
		return
	}

	env := newTemporal(newSteps(srv.Client(), spec))
	env.ExecuteWorkflow(temporal.Launch, plan)
	var report temporal.Report
	err = env.GetWorkflowResult(&report)
	fmt.Println(len(report.Attempts), "batches,", len(report.Ready), "instances run:", err)
	// Output: 5 batches, 500 instances run: <nil>
}
