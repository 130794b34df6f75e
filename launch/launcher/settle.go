package launcher

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
)

// Settle finds out what became of a launch whose outcome is unknown: it sends
// each request of it that is unknown once more under its old client token, for
// which EC2 launches once. The spec must be the one that was launched; it is
// not checked again. What is refused now stays Unknown, since it may have been
// launched before. After a roll-back, settling might launch what is not
// wanted: see [RollBack].
//
// The result is never nil and has the instances of those requests alone. The
// error is an [*Error]; nil when all are launched. An error that leaves nothing
// unknown cannot be settled.
func (l Launcher) Settle(ctx context.Context, spec launch.Spec, failed error, opts ...RunOption) (*Result, error) {
	result := &Result{}
	failed = readable("the launch", failed)
	s, err := settingsWith(l, opts)
	if err == nil {
		err = l.readyLaunch(ctx, spec)
	}
	unknown := unknownIn(failed)
	if len(unknown) == 0 {
		return result, &Error{Outcome: outcomeIn(failed), Err: errors.Join(err, errors.New("the error has no outcome that can be settled: give the one that the launch returned"))}
	}
	var failures []*Error
	for _, e := range unknown {
		a, instances := l.settle(ctx, spec, e, s, err)
		result.see(instances)
		result.Attempts = append(result.Attempts, a)
		if a.Err != nil {
			failures = append(failures, a.Err)
		}
	}
	return result, summary(result, failures, nil)
}

// settle settles one request, unless something keeps it from being sent.
func (l Launcher) settle(ctx context.Context, spec launch.Spec, e *Error, s settings, kept error) (Attempt, []types.Instance) {
	a := Attempt{Batch: e.Batch, Number: e.Attempt, Alternative: e.Alternative, Token: e.Token, Min: e.Min, Max: e.Max}
	in := spec.Input()
	if kept == nil && e.Alternative != (Alternative{}) {
		kept = e.Alternative.change(in)
	}
	if kept == nil && (e.Min < 1 || e.Max < e.Min || e.Max > maxRequest) {
		kept = fmt.Errorf("the error tells of %d to %s; want 1 to %d", e.Min, counted(e.Max, "instance"), maxRequest)
	}
	if kept != nil {
		a.Err = newError(a, &notSent{kept}, newSecret(nil))
		return a, nil
	}
	in.MinCount, in.MaxCount = new(int32(e.Min)), new(int32(e.Max))
	in.ClientToken = new(e.Token)
	in.DryRun = nil
	return l.attempt(ctx, in, a, s, false)
}

// unknownIn returns the attempts of unknown outcome that an error tells of,
// each token once.
func unknownIn(err error) []*Error {
	var found []*Error
	var walk func(error)
	walk = func(err error) {
		before := len(found)
		switch e := err.(type) {
		case interface{ Unwrap() []error }:
			for _, part := range e.Unwrap() {
				walk(part)
			}
		case interface{ Unwrap() error }:
			walk(e.Unwrap())
		}
		e, ok := err.(*Error)
		if ok && e != nil && e.Outcome == Unknown && e.Token != "" && len(found) == before &&
			!slices.ContainsFunc(found, func(f *Error) bool { return f.Token == e.Token }) {
			found = append(found, e)
		}
	}
	walk(err)
	return found
}

// outcomeIn returns the outcome that an error tells of. Of one that is none of
// a launch, it is not known.
func outcomeIn(err error) Outcome {
	if e, ok := errors.AsType[*Error](err); ok && e != nil {
		return e.Outcome
	}
	return Unknown
}
