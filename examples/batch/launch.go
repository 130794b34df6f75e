package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
)

// launchAll makes a plan, or resumes one, and runs it. The batches go one after
// another, for output that is always the same.
func launchAll(ctx context.Context, o options, stdin io.Reader, stdout io.Writer) error {
	l, err := connect(ctx, o.endpoint)
	if err != nil {
		return err
	}
	plan, spec, err := prepare(l, o)
	if err != nil {
		return err
	}
	if o.live && !confirm(stdin, stdout,
		fmt.Sprintf("Launch %d instances, which cost money until they are terminated?", plan.Max())) {
		return errors.New("nothing launched")
	}

	// From here on an interrupt must not keep the outcome from being told.
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	file := planFile(o.plan)
	if o.resume == "" {
		if err := file.create(plan); err != nil {
			return err
		}
	}

	p := newProgress(stdout)
	result, err := l.Run(ctx, plan, spec,
		launcher.Save(file.save), launcher.Progress(p.show), launcher.Concurrency(1), launcher.Wait(launcher.Running))
	p.end()
	if o.live && len(result.Instances) > 0 {
		fmt.Fprintln(stdout, "To end them: aws ec2 terminate-instances --instance-ids", strings.Join(result.IDs(), " "))
	}
	if err != nil && len(result.Attempts) > 0 {
		return fmt.Errorf("%w\nto go on: -resume %s", err, o.plan)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%d of %d instances run.\n", running(result), plan.Max())
	return nil
}

// running returns how many instances were seen running.
func running(result *launcher.Result) int {
	n := 0
	for _, i := range result.Instances {
		if i.State != nil && i.State.Name == types.InstanceStateNameRunning {
			n++
		}
	}
	return n
}

// prepare returns the plan to run, new or resumed, and the spec that it is made
// from.
func prepare(l launcher.Launcher, o options) (plan launcher.Plan, spec launch.Spec, err error) {
	if o.resume != "" {
		if plan, err = planFile(o.resume).load(); err != nil {
			return plan, spec, err
		}
		spec, err = workers(o.ids, plan.Max())
		return plan, spec, err
	}
	if spec, err = workers(o.ids, o.count); err != nil {
		return plan, spec, err
	}
	opts := []launcher.PlanOption{launcher.Split()}
	if o.ids.fallback != "" {
		opts = append(opts, launcher.Alternatives(launcher.Alternative{Subnet: o.ids.fallback}))
	}
	plan, err = l.Plan(spec, "", opts...)
	return plan, spec, err
}
