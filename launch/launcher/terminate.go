package launcher

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/answer"
)

// maxTerminate is the most instances that one request ends.
const maxTerminate = 100

// Terminate ends instances, within [RollBackFor] whether or not the context is
// done: clean-up must go on where the launch has been given up. One that EC2
// does not show yet is tried until then. It returns the IDs of those that it
// has ended and of those that it has not, which may run and cost money; the
// error says why. The launch ID of what was ended is used up: a new launch needs
// a new one.
func (l Launcher) Terminate(ctx context.Context, ids []string, opts ...RunOption) (ended, orphans []string, err error) {
	s, err := settingsWith(l, opts)
	if err == nil {
		err = l.ready(ctx)
	}
	if err != nil && !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded) {
		return nil, slices.Clone(ids), err
	}
	ctx, cancel := bound(ctx, s.rollBackFor)
	defer cancel()
	return l.terminate(ctx, ids, s)
}

// terminate ends instances. A single one that cannot be ended fails a whole
// request, so a request that fails is cut in two until that one is alone.
func (l Launcher) terminate(ctx context.Context, ids []string, s settings) (ended, orphans []string, err error) {
	var failures []error
	give := func(err error, ids ...string) {
		orphans = append(orphans, ids...)
		failures = append(failures, worded(fmt.Sprintf("terminating %s: %s", few(ids), message(err)), err))
	}
	queue := slices.Collect(slices.Chunk(uniq(ids), maxTerminate))
	begun := l.clock().Now()
	for delay := time.Second; len(queue) > 0; delay = min(2*delay, 15*time.Second) {
		var later [][]string
		var last error
		for len(queue) > 0 {
			chunk := queue[0]
			queue = queue[1:]
			named, err := l.end(ctx, chunk, s)
			ended = append(ended, named...)
			chunk = slices.DeleteFunc(slices.Clone(chunk), func(id string) bool { return slices.Contains(named, id) })
			code := answer.Of(err).Code
			switch {
			case err == nil:
			case ctx.Err() != nil || err == errNotNamed || passing(err) && code != "InvalidInstanceID.NotFound":
				later, last = append(later, chunk), err
			case len(chunk) > 1 && isolates(code):
				queue = append(queue, chunk[:len(chunk)/2], chunk[len(chunk)/2:])
			case code == "InvalidInstanceID.NotFound":
				later, last = append(later, chunk), err
			default:
				give(err, chunk...)
			}
		}
		queue = later
		left := s.rollBackFor - l.clock().Now().Sub(begun)
		if len(queue) > 0 && (left <= 0 || l.clock().Sleep(ctx, min(delay, left)) != nil) {
			give(last, slices.Concat(queue...)...)
			break
		}
	}
	return ended, orphans, join(failures)
}

// isolates reports whether one of several instances may be to blame.
func isolates(code string) bool {
	switch code {
	case "InvalidInstanceID.NotFound", "InvalidInstanceID.Malformed", "OperationNotPermitted", "IncorrectInstanceState":
		return true
	}
	return false
}

// few lists IDs, the first ones of many.
func few(ids []string) string {
	const most = 3
	if len(ids) <= most {
		return fmt.Sprintf("%q", ids)
	}
	return fmt.Sprintf("%q and %d more", ids[:most], len(ids)-most)
}

// end makes one call, and returns the IDs that the answer names.
func (l Launcher) end(ctx context.Context, ids []string, s settings) (named []string, err error) {
	done, err := l.limits.take(ctx, terminateInstances, len(ids))
	if err != nil {
		return nil, err
	}
	defer done(true)
	out, err := ask(ctx, l, s, terminateRequests, func(ctx context.Context,
		opts ...func(*ec2.Options)) (*ec2.TerminateInstancesOutput, error) {
		return l.api.TerminateInstances(ctx, &ec2.TerminateInstancesInput{InstanceIds: slices.Clone(ids)}, opts...)
	})
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if slices.ContainsFunc(out.TerminatingInstances, func(c types.InstanceStateChange) bool { return aws.ToString(c.InstanceId) == id }) {
			named = append(named, id)
		}
	}
	if len(named) < len(ids) {
		return named, errNotNamed
	}
	return named, nil
}

// errNotNamed is a success that does not read as one.
var errNotNamed = errors.New("the answer does not name all instances: the endpoint may not be EC2")
