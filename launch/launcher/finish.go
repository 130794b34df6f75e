package launcher

import (
	"slices"

	"github.com/ec2launch/ec2launch/launch/answer"
)

// finish waits if that was asked for, rolls back if it must, and puts all that
// went wrong into one error.
func (d *drive) finish() (*Result, error) {
	got := len(d.result.IDs())
	others := d.said()
	if d.s.wait != 0 && got > 0 && got >= d.plan.min {
		w := d.await(d.ctx, d.result.IDs(), d.s)
		d.result.see(w.seen.Instances)
		got -= w.lost
		others = append(others, w.failed...)
	}
	short := &Shortfall{Got: got, Min: d.plan.min, Max: d.plan.max}
	if d.plan.rollBack && got < d.plan.min && len(d.result.Attempts) > 0 {
		if err := d.rollBack(); err != nil {
			others = append(others, err)
		}
		short.Terminated, short.Orphans = len(d.result.Terminated), len(d.result.Orphans)
	}
	failures := slices.DeleteFunc(d.failures, func(e *Error) bool {
		return got >= d.plan.min && e.Outcome == Refused && e.Answer.Class == answer.Capacity
	})
	if got < d.plan.min && got > 0 && (len(d.plan.batches) > 1 || len(failures) == 0) ||
		short.Terminated+short.Orphans > 0 {
		others = append([]error{short}, others...)
	}
	err := summary(d.result, failures, others)
	if e, ok := err.(*Error); ok && short.Terminated > 0 {
		e.Answer.Action = afterRollBack
	}
	return d.result, err
}

// said is what callbacks failed with, without the user data that they may know.
func (d *drive) said() []error {
	if len(d.others) == 0 {
		return nil
	}
	secret := newSecret(d.spec.Input().UserData)
	errs := make([]error, len(d.others))
	for i, err := range d.others {
		errs[i] = secret.clean(err)
	}
	return errs
}

// afterRollBack is what to do once a roll-back has used up the launch ID.
const afterRollBack = "Look by Reconcile for what is unknown, and end by Terminate what is left; then launch again " +
	"under a new launch ID or client token, since the old one is used up."

// summary returns one error for all that went wrong; nil when nothing did.
func summary(result *Result, failures []*Error, others []error) error {
	if len(failures) == 0 && len(others) == 0 {
		return nil
	}
	requests := 0
	for _, a := range result.Attempts {
		requests += a.Requests
	}
	if len(failures) == 1 && len(others) == 0 && isAll(result, failures[0]) {
		e := *failures[0]
		e.Requests = requests
		return &e
	}
	slices.SortStableFunc(failures, func(a, b *Error) int { return int(a.Outcome) - int(b.Outcome) })
	e := &Error{}
	var all []error
	for _, f := range failures {
		all = append(all, f)
	}
	switch foremost := foremost(failures); len(foremost) {
	case 0:
	case 1:
		*e = *foremost[0]
	default:
		e.Answer = foremost[0].Answer
	}
	e.Outcome, e.Requests = outcomeOf(result), requests
	if e.Err = causes(append(others, all...)); len(all) == 0 {
		e.Err = join(others)
	}
	return e
}

// isAll reports whether the failure of one batch is that of the launch as a whole.
func isAll(result *Result, e *Error) bool {
	other := func(a Attempt) bool { return a.Batch != e.Batch }
	return !slices.ContainsFunc(result.Attempts, other) && e.Outcome == outcomeOf(result)
}

// foremost returns the failures of unknown outcome, which come first, or all if
// there is none.
func foremost(failures []*Error) []*Error {
	known := slices.IndexFunc(failures, func(e *Error) bool { return e.Outcome != Unknown })
	if known <= 0 {
		return failures
	}
	return failures[:known]
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
