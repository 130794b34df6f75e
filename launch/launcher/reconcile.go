package launcher

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/answer"
)

// Reconcile looks for the instances of a launch by the client tokens of its
// attempts, and launches nothing. It returns the result with all that it found:
// an attempt whose instances are all there, or some of them still after
// [SettleFor], is Launched. One of which none was found stays Unknown, since
// EC2 may show them later, and the error says how long it was looked for them;
// [Launcher.Run] or [Launcher.Settle] settles it for sure, where EC2 takes the
// request.
//
// The given result is not changed. After a crash, [Plan.Unsettled] has one. The
// error is an [*Error]; nil when nothing is unknown any more.
func (l Launcher) Reconcile(ctx context.Context, result *Result, opts ...RunOption) (*Result, error) {
	r := result.clone()
	s, err := settingsWith(l, opts)
	if err == nil {
		err = l.ready(ctx)
	}
	if err != nil {
		return r, &Error{Outcome: outcomeOf(r), Err: err}
	}
	begun := l.clock().Now()
	var lookErr error
	for look, delay := 1, 2*time.Second; len(r.Unknown()) > 0; look, delay = look+1, min(2*delay, 15*time.Second) {
		left := s.settleFor - l.clock().Now().Sub(begun)
		settled := look > minLooks && left <= 0
		if lookErr = l.reconcile(ctx, r, s, settled); lookErr != nil && !passing(lookErr) || settled ||
			len(r.Unknown()) == 0 {
			break
		}
		if lookErr = l.clock().Sleep(ctx, max(time.Millisecond, min(delay, left))); lookErr != nil {
			break
		}
	}
	return r, unsettled(r, s.settleFor, lookErr)
}

// minLooks is how often Reconcile looks at least before it takes none for none.
const minLooks = 3

// Unsettled returns a result that knows nothing: every batch is Unknown. It is
// what [Launcher.Reconcile] starts from after a crash.
func (p Plan) Unsettled() *Result {
	r := &Result{LaunchID: p.launchID}
	for _, b := range p.batches {
		r.Attempts = append(r.Attempts, p.unknown(b, errors.New("whether it was sent is not known")))
	}
	return r
}

// attempt returns what is sent of a batch next.
func (p Plan) attempt(b Batch) Attempt {
	a := Attempt{Batch: b.Path, Number: b.Attempt, Token: b.Token, Min: b.Min, Max: b.Max}
	if b.Attempt > 0 {
		a.Alternative = p.alternatives[b.Attempt-1]
	}
	return a
}

// unknown returns that with an outcome that is unknown.
func (p Plan) unknown(b Batch, why error) Attempt {
	a := p.attempt(b)
	a.Err = newError(a, why, newSecret(nil))
	return a
}

// reconcile looks once. Settled says that what is seen is all there is.
func (l Launcher) reconcile(ctx context.Context, r *Result, s settings, settled bool) error {
	prefix := ""
	if r.LaunchID != "" {
		prefix = group(r.LaunchID)
	}
	found, err := l.find(ctx, s, prefix, tokensOf(r.Unknown())...)
	r.see(found)
	if err != nil {
		return err
	}
	byToken := map[string][]types.Instance{}
	for _, i := range r.Instances {
		t := aws.ToString(i.ClientToken)
		byToken[t] = append(byToken[t], i)
	}
	for n, a := range r.Attempts {
		of := byToken[a.Token]
		delete(byToken, a.Token)
		if a.Outcome != Unknown || a.Token == "" || len(of) == 0 {
			continue
		}
		a.IDs = distinctIDs(of)
		if len(a.IDs) >= a.Max || settled {
			settle(&a, of)
		}
		r.Attempts[n] = a
	}
	r.addOthers(byToken)
	return nil
}

// settle makes an attempt Launched, unless EC2 had refused its token because it
// belongs to another request.
func settle(a *Attempt, instances []types.Instance) {
	if a.Err != nil && a.Err.Answer.Class == answer.Idempotency {
		return
	}
	a.Outcome, a.Err = Launched, nil
	if err := verify(instances, a.Min, a.Max); err != nil {
		a.Err = newError(*a, err, newSecret(nil))
	}
}

// addOthers adds the instances that attempts of the launch have launched of
// which the result does not tell: an alternative, for instance. Of these only
// the token is known.
func (r *Result) addOthers(byToken map[string][]types.Instance) {
	if r.LaunchID == "" {
		return
	}
	for _, t := range slices.Sorted(maps.Keys(byToken)) {
		if strings.HasPrefix(t, group(r.LaunchID)) {
			ids := distinctIDs(byToken[t])
			r.Attempts = append(r.Attempts, Attempt{Token: t, Outcome: Launched, IDs: ids, Min: len(ids),
				Max: len(ids)})
		}
	}
}

// unsettled returns the error of a result some of whose outcomes are unknown, though
// it was looked for their instances that long, or what kept that from being done.
func unsettled(r *Result, long time.Duration, err error) error {
	unknown := r.Unknown()
	if len(unknown) == 0 {
		return nil
	}
	within := fmt.Sprintf("within %v", long)
	if err != nil {
		within = "yet"
	}
	var failures []*Error
	for _, a := range unknown {
		seen := fmt.Sprintf("no instances of it were found %s", within)
		if n := len(a.IDs); n > 0 {
			seen = fmt.Sprintf("%s with its token found", counted(n, "instance"))
		}
		e := newError(a, errors.New(seen), newSecret(nil))
		if a.Err != nil {
			*e = *a.Err
			e.Err = worded(seen+": "+message(a.Err.Err), a.Err.Err)
		}
		failures = append(failures, e)
	}
	var others []error
	if err != nil {
		others = append(others, err)
	}
	return summary(r, failures, others)
}
