package launcher

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/launch/answer"
)

// replays is how often a request is sent again, under its token, that the SDK
// does not send again by itself: a success that cannot be read, above all.
const replays = 2

// attempt sends the request of a batch until its outcome is known, as far as
// sending it again can help. It returns every instance that it saw. Fresh says
// that the token has surely not been sent before: only then can it be refused.
func (l Launcher) attempt(ctx context.Context, in *ec2.RunInstancesInput, a Attempt, s settings, fresh bool) (Attempt,
	[]types.Instance) {
	secret := newSecret(in.UserData)
	seen := &Result{}
	fail := func(outcome Outcome, err error) (Attempt, []types.Instance) {
		a.Outcome, a.IDs = outcome, seen.IDs()
		a.Err = newError(a, err, secret)
		return a, seen.Instances
	}
	end, err := l.limits.take(ctx, runInstances, a.Max)
	if err != nil {
		return fail(unsent(fresh), &notSent{err})
	}
	refused := true
	begun := l.clock().Now()
	for try := 0; ; try++ {
		sent := sdkcopy.RunInstancesInput(*in)
		r := l.run(ctx, &sent, s, try > 0)
		a.Requests += r.requests
		refused = refused && r.refused
		err = r.err
		for _, out := range r.answers {
			seen.see(out.Instances)
		}
		for _, out := range r.answers {
			a.ReservationID = aws.ToString(out.ReservationId)
			incomplete := named(out.Instances)
			if incomplete == nil {
				end(true)
				return launched(a, seen, fail)
			}
			if r.err == nil {
				err = incomplete
			}
		}
		again := try < replays && replayable(r, err) || l.clock().Now().Sub(begun) < s.resources && appears(err)
		if !again || ctx.Err() != nil || l.pause(ctx, try) != nil {
			break
		}
	}
	end(!refused)
	switch {
	case refused && fresh:
		return fail(Refused, err)
	case refused:
		err = &refusedAgain{err}
	}
	if ctx.Err() == nil {
		if found, lookErr := l.find(ctx, s, "", a.Token); lookErr == nil {
			seen.see(found)
			if len(found) == a.Max && answer.Of(err).Class != answer.Idempotency {
				return launched(a, seen, fail)
			}
		}
	}
	return fail(Unknown, err)
}

// launched ends an attempt whose instances are all known.
func launched(a Attempt, seen *Result, fail func(Outcome, error) (Attempt, []types.Instance)) (Attempt,
	[]types.Instance) {
	if err := verify(seen.Instances, a.Min, a.Max); err != nil {
		return fail(Launched, err)
	}
	a.Outcome, a.IDs = Launched, seen.IDs()
	return a, seen.Instances
}

// refusedAgain is the refusal of a request that may have launched before, under
// the same client token.
type refusedAgain struct{ err error }

func (e *refusedAgain) Error() string {
	return "refused, but an earlier call may have launched: " + e.err.Error()
}
func (e *refusedAgain) Unwrap() error { return e.err }

// unsent is the outcome of an attempt that this process has not sent.
func unsent(fresh bool) Outcome {
	if fresh {
		return Refused
	}
	return Unknown
}

// replayable reports whether sending the request again may tell what became of
// it, where the SDK has not tried: after a success that does not read as one,
// and after throttling that the SDK does not know for it, but not where the
// client's quota of retries is used up.
func replayable(r reply, err error) bool {
	if r.err == nil || len(r.answers) > 0 {
		return true
	}
	a := answer.Of(err)
	_, usedUp := errors.AsType[ratelimit.QuotaExceededError](err)
	return a.Status/100 == 2 || a.Class == answer.Throttling && r.requests <= 1 && !usedUp
}

// appears reports whether a request was refused for a resource that EC2 may see
// in a while.
func appears(err error) bool {
	a := answer.Of(err)
	return a.Refused() && a.EventuallyConsistent || answer.InstanceProfileMissing(err)
}

// pause waits before another try: a second, then twice as long each time, with
// jitter.
func (l Launcher) pause(ctx context.Context, try int) error {
	d := time.Second << min(try, 4)
	return l.clock().Sleep(ctx, d/2+rand.N(d))
}
