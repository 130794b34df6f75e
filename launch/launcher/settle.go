package launcher

import (
	"context"
	"errors"
	"slices"

	"github.com/ec2launch/ec2launch/launch"
)

// Settle finds out what became of a launch whose outcome is unknown: it sends
// each request of it that is unknown once more under its old client token, for
// which EC2 launches once. The spec must be the one that was launched; it is
// not checked again. What is refused now stays Unknown, since it may have been
// launched before.
//
// The result is never nil and has the instances of those requests alone. The
// error is an [*Error]; nil when all are launched. An error that leaves nothing
// unknown cannot be settled.
func (l Launcher) Settle(ctx context.Context, spec launch.Spec, failed error, opts ...RunOption) (*Result, error) {
	result := &Result{}
	s, err := settingsWith(l, opts)
	if err == nil {
		err = l.readySpec(ctx, spec)
	}
	unknown := unknownIn(failed)
	if err == nil && len(unknown) == 0 {
		err = errors.New("the error leaves no outcome unknown")
	}
	if err != nil {
		return result, &Error{Outcome: outcomeOfAny(unknown), Err: err}
	}
	var failures []*Error
	for _, e := range unknown {
		in := spec.Input()
		if e.Alternative != (Alternative{}) {
			if err := e.Alternative.change(in); err != nil {
				return result, &Error{Outcome: Unknown, Token: e.Token, Err: err}
			}
		}
		in.MinCount, in.MaxCount = new(int32(e.Min)), new(int32(e.Max))
		in.ClientToken = new(e.Token)
		a := Attempt{Batch: e.Batch, Number: e.Attempt, Alternative: e.Alternative, Token: e.Token, Min: e.Min,
			Max: e.Max}
		a, instances := l.attempt(ctx, in, a, s, false)
		result.see(instances)
		result.Attempts = append(result.Attempts, a)
		if a.Err != nil {
			failures = append(failures, a.Err)
		}
	}
	return result, summary(result, failures, nil)
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

func outcomeOfAny(unknown []*Error) Outcome {
	if len(unknown) > 0 {
		return Unknown
	}
	return Refused
}
