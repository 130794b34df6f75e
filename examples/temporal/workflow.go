package temporal

import (
	"fmt"
	"slices"
	"time"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"

	"github.com/ec2launch/ec2launch/launch/launcher"
)

// Launch is the workflow. It launches all batches at once, and goes on round by
// round to the alternatives of those that EC2 refuses for want of capacity.
//
// It fails if fewer than the MinCount of the plan run, or if it stays unknown
// what became of a batch. The details of its [temporal.ApplicationError] are the
// report.
//
// A workflow that is cancelled hears out what it has sent, and cleans up.
func Launch(ctx workflow.Context, plan launcher.Plan) (Report, error) {
	var steps *Steps
	lasting, _ := workflow.NewDisconnectedContext(within(ctx, 5*time.Minute))
	report := Report{LaunchID: plan.LaunchID()}

	sent := map[string]bool{} // by client token
	for ctx.Err() == nil {
		round := unsent(plan, sent)
		if len(round) == 0 {
			break
		}
		var answers []workflow.Future
		for _, b := range round {
			sent[b.Token] = true
			answers = append(answers, workflow.ExecuteActivity(lasting, steps.LaunchBatch, plan, b.Path))
		}
		for i, answer := range answers {
			var a launcher.Attempt
			if err := answer.Get(lasting, &a); err != nil {
				a = unknown(plan, round[i], err)
			}
			report.Attempts = append(report.Attempts, a)
			plan, _ = plan.Advance(a)
		}
	}

	var err error
	if report.unknown() > 0 {
		if report, err = do(lasting, steps.Reconcile, report); err != nil {
			return report, err
		}
	}
	if len(report.IDs()) >= plan.Min() {
		if report, err = do(within(ctx, 15*time.Minute), steps.Wait, report); err != nil {
			return report, err
		}
	}
	if plan.RollsBack() && len(report.Ready) < plan.Min() && len(report.IDs()) > 0 {
		if report, err = do(lasting, steps.Terminate, report); err != nil {
			return report, err
		}
	}
	if n := report.unknown(); n > 0 || len(report.Ready) < plan.Min() {
		text := fmt.Sprintf("%d of at least %d instances became ready, and of %d batches the outcome is unknown",
			len(report.Ready), plan.Min(), n)
		return report, failed(text, report)
	}
	return report, nil
}

// within bounds each activity, and so the time in which Temporal notices that
// its worker has died.
func within(ctx workflow.Context, d time.Duration) workflow.Context {
	return workflow.WithActivityOptions(ctx, workflow.ActivityOptions{
		StartToCloseTimeout: d,
		RetryPolicy:         &temporal.RetryPolicy{MaximumAttempts: 5},
	})
}

// unsent returns the batches of the plan whose client tokens have not been sent.
func unsent(plan launcher.Plan, sent map[string]bool) []launcher.Batch {
	var left []launcher.Batch
	for _, b := range plan.Batches() {
		if !sent[b.Token] {
			left = append(left, b)
		}
	}
	return left
}

// unknown returns the attempt of a batch of which no worker could tell what
// became of it.
func unknown(plan launcher.Plan, b launcher.Batch, err error) launcher.Attempt {
	attempts := plan.Unsettled().Attempts
	a := attempts[slices.IndexFunc(attempts, func(a launcher.Attempt) bool { return a.Token == b.Token })]
	a.Err.Err = err
	return a
}

// do takes a step that adds to the report.
func do(ctx workflow.Context, step any, report Report) (Report, error) {
	var next Report
	if err := workflow.ExecuteActivity(ctx, step, report).Get(ctx, &next); err != nil {
		return report, failed(err.Error(), report)
	}
	return next, nil
}

// failed is the error of a launch, with what is known of it.
func failed(text string, report Report) error {
	return temporal.NewNonRetryableApplicationError(text, "LaunchFailed", nil, report)
}
