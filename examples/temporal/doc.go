// Package temporal runs a [launcher.Plan] as a Temporal workflow, which outlives
// its workers: one that dies is replaced by another, which goes on.
//
// The plan is the input of the workflow. Its steps are the activities: a batch
// is launched, what is unknown is reconciled, the instances are waited for, and
// those of a plan that rolls back are terminated if they are too few. A step may
// be done twice, since the client tokens are part of the plan.
//
// The spec is not part of the workflow, so that Temporal stores no user data.
// The worker has it:
//
//	w := worker.New(c, "launches", worker.Options{})
//	w.RegisterWorkflow(temporal.Launch)
//	w.RegisterActivity(&temporal.Steps{Launcher: launcher.New(ec2.NewFromConfig(cfg)), Spec: spec})
//
// The launch ID is the ID of the workflow, so that a plan runs only once: which
// alternatives were tried, the history of the workflow alone tells.
//
//	plan, err := launcher.Launcher{}.Plan(spec, "crawl-2026-11-21", launcher.Split())
//	c.ExecuteWorkflow(ctx, client.StartWorkflowOptions{
//		ID: plan.LaunchID(), TaskQueue: "launches",
//		WorkflowIDReusePolicy: enums.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE,
//	}, temporal.Launch, plan)
//
// Each worker keeps to EC2's request limits by itself. Of several, EC2 may
// refuse some requests, which then are sent again.
package temporal
