package launcher

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// A reply is what came of one call of RunInstances.
type reply struct {
	requests int  // that reached the wire, as far as is known
	refused  bool // EC2 has launched nothing for any of them
	answers  []*ec2.RunInstancesOutput
	err      error
}

// slack is what a client gets to return in once its context has ended.
const slack = 500 * time.Millisecond

// errNothing is a client that breaks its contract.
var errNothing = errors.New("the client returned neither an answer nor an error")

// errAbandoned is the end of a call that does not return.
var errAbandoned = errors.New("the client did not return at the end of its context")

// run calls RunInstances once, which may send several requests. It returns at
// the latest when the time of a request and the grace are over, also if the
// client does not.
func (l Launcher) run(ctx context.Context, in *ec2.RunInstancesInput, s settings, replay bool) reply {
	turn := turn{limits: l.limits}
	if err := turn.begin(ctx); err != nil {
		return reply{refused: true, err: &notSent{err}}
	}
	defer turn.end()
	callCtx, cancel := bound(ctx, s.timeout)
	defer cancel()
	w := &wire{want: sent{
		token:  aws.ToString(in.ClientToken),
		min:    int(aws.ToInt32(in.MinCount)),
		max:    int(aws.ToInt32(in.MaxCount)),
		dryRun: aws.ToBool(in.DryRun),
	}}
	w.begin = func(callCtx context.Context) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return turn.begin(callCtx)
	}
	w.end = func() {
		turn.end()
		if ctx.Err() != nil {
			cancel()
		}
	}
	defer context.AfterFunc(ctx, func() {
		if s.grace == 0 || w.idle() {
			cancel()
			return
		}
		time.AfterFunc(s.grace, cancel)
	})()

	out, err := l.call(callCtx, in, append(slices.Clip(s.sdk), retryOnce(replay), w.watch))
	requests, refused, ran, answers := w.report()
	if out != nil && !slices.Contains(answers, out) {
		answers = append(answers, out)
	}
	if err == nil && len(answers) == 0 {
		err = errNothing
	}
	if err != nil && ctx.Err() != nil && !errors.Is(err, ctx.Err()) {
		err = errors.Join(err, ctx.Err())
	}
	_, real := l.api.(*ec2.Client) // which sends nothing unless the SDK's stack has run
	return reply{
		requests: requests,
		refused:  err != nil && refused && (ran || real) && len(answers) == 0 && !errors.Is(err, errAbandoned),
		answers:  answers,
		err:      err,
	}
}

// call calls the client, and leaves it behind if it does not return at the end
// of its context.
func (l Launcher) call(ctx context.Context, in *ec2.RunInstancesInput,
	opts []func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
	type result struct {
		out *ec2.RunInstancesOutput
		err error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		r.err = guarded("the client", func() (err error) {
			r.out, err = l.api.RunInstances(ctx, in, opts...)
			return err
		})
		done <- r
	}()
	select {
	case r := <-done:
		return r.out, r.err
	case <-ctx.Done():
	}
	timer := time.NewTimer(slack)
	defer timer.Stop()
	select {
	case r := <-done:
		return r.out, r.err
	case <-timer.C:
		return nil, errors.Join(errAbandoned, ctx.Err())
	}
}

// A turn is what the requests of a call, one after the other, take of the limit
// for requests.
type turn struct {
	limits *limiter

	mu    sync.Mutex
	taken func(spent bool) // nil between requests
}

// begin waits for the turn of the next request, unless it has come already.
func (t *turn) begin(ctx context.Context) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.taken != nil {
		return nil
	}
	var err error
	t.taken, err = t.limits.take(ctx, runRequests, 1)
	return err
}

func (t *turn) end() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.taken != nil {
		t.taken(true)
		t.taken = nil
	}
}

// bound detaches a context from its end, and ends it after d.
func bound(ctx context.Context, d time.Duration) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), d)
}
