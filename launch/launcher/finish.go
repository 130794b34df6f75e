package launcher

import (
	"context"
	"errors"
	"slices"

	"github.com/ec2launch/ec2launch/launch/answer"
)

// finish waits if that was asked for, rolls back if it must, and puts all that
// went wrong into one error.
func (d *drive) finish() (*Result, error) {
	kept := d.result.IDs()
	causes := d.others
	if d.s.wait != 0 && len(kept) > 0 && len(kept) >= d.plan.min {
		var err error
		if kept, err = d.waitFor(d.ctx, d.result, d.s); err != nil {
			causes = append(causes, err)
		}
	}
	if d.plan.rollBack && len(kept) < d.plan.min && len(d.result.Attempts) > 0 {
		if err := d.rollBack(); err != nil {
			causes = append(causes, err)
		}
	}
	got := len(kept)
	failures := slices.DeleteFunc(d.failures, func(e *Error) bool {
		return got >= d.plan.min && e.Outcome == Refused && e.Answer.Class == answer.Capacity
	})
	if got < d.plan.min && got > 0 && (len(d.plan.batches) > 1 || len(failures) == 0) {
		causes = append([]error{&Shortfall{Got: got, Min: d.plan.min, Max: d.plan.max}}, causes...)
	}
	return d.result, summary(d.result, failures, causes)
}

// summary returns one error for all that went wrong; nil when nothing did.
func summary(result *Result, failures []*Error, causes []error) error {
	if len(failures) == 0 && len(causes) == 0 {
		return nil
	}
	if len(failures) == 1 && len(causes) == 0 && failures[0].Outcome == outcomeOf(result) {
		return failures[0]
	}
	slices.SortStableFunc(failures, func(a, b *Error) int { return int(a.Outcome) - int(b.Outcome) })
	e := &Error{}
	var all []error
	for _, f := range failures {
		all = append(all, f)
	}
	if len(failures) > 0 {
		*e = *failures[0]
	}
	e.Outcome, e.Requests = outcomeOf(result), 0
	for _, a := range result.Attempts {
		e.Requests += a.Requests
	}
	e.Err = errors.Join(append(causes, all...)...)
	return e
}

// outcomeOf returns the outcome of a launch as a whole.
func outcomeOf(result *Result) Outcome {
	switch {
	case len(result.Unknown()) > 0:
		return Unknown
	case len(result.Instances) > 0:
		return Launched
	}
	return Refused
}

// waitFor waits for the instances of a result and brings them up to date.
func (l Launcher) waitFor(ctx context.Context, result *Result, s settings) (ready []string, err error) {
	ready, seen, err := l.await(ctx, result.IDs(), s)
	result.see(seen)
	return ready, err
}
