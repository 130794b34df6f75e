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

// Until is what [Launcher.Wait] waits for.
type Until uint8

const (
	// Running: every instance is running.
	Running Until = iota + 1
	// StatusOK: every instance is running and has passed the checks of system
	// and instance status.
	StatusOK
)

// Wait waits until every instance is ready, for at most [WaitFor]. It looks
// soon, then less often. An instance that ends meanwhile is given up at once,
// the others are waited for; one that EC2 does not show yet may still come.
//
// It returns the IDs that are ready. The error joins an [*InstanceError] for
// each of the others.
func (l Launcher) Wait(ctx context.Context, ids []string, until Until, opts ...RunOption) (ready []string, err error) {
	s, err := settingsWith(l, append(slices.Clip(opts), Wait(until)))
	if err == nil {
		err = l.ready(ctx)
	}
	if err == nil && len(ids) == 0 {
		err = errors.New("there are no instances to wait for")
	}
	if err != nil {
		return nil, err
	}
	w := l.await(ctx, ids, s)
	return w.readyOf(ids), join(w.failed)
}

// An InstanceError is an instance that did not get ready.
type InstanceError struct {
	ID      string
	State   types.InstanceStateName // as seen last; empty when it was never seen
	Reason  answer.Reason           // EC2's reason for the state, and what to do
	Message string                  // EC2's text with that reason
	Err     error                   // why the wait ended before; nil when the instance ended
}

// Error says in what state the instance is and why.
func (e *InstanceError) Error() string {
	if e == nil {
		return "the InstanceError is nil"
	}
	text := fmt.Sprintf("instance %q ", e.ID)
	switch {
	case e.State == "":
		text += "was not seen"
	default:
		text += "is " + string(e.State)
	}
	if e.Err != nil {
		text += ": " + message(e.Err)
	}
	switch {
	case e.Message != "":
		text += ": " + e.Message
	case e.Reason.Code != "":
		text += ": " + e.Reason.Code
	}
	return line(text)
}

// Unwrap returns Err.
func (e *InstanceError) Unwrap() error {
	if e == nil {
		return nil
	}
	return e.Err
}

// errNotReady ends a wait that took too long.
var errNotReady = errors.New("not ready in time")

// await waits for instances.
func (l Launcher) await(ctx context.Context, ids []string, s settings) *watch {
	w := &watch{Launcher: l, s: s, missing: uniq(ids), seen: &Result{}, ready: map[string]bool{}}
	begun := l.clock().Now()
	for delay := 2 * time.Second; len(w.missing) > 0; delay = min(delay*3/2, 30*time.Second) {
		left := s.waitFor - l.clock().Now().Sub(begun)
		if left <= 0 {
			w.giveUp(errNotReady)
		} else if err := l.clock().Sleep(ctx, min(delay, left)); err != nil {
			w.giveUp(err)
		} else if err := w.look(ctx); err != nil && !passing(err) {
			w.giveUp(worded(message(err), err))
		}
	}
	return w
}

// uniq returns ids in their order, each once.
func uniq(ids []string) []string {
	var once []string
	known := map[string]bool{}
	for _, id := range ids {
		if !known[id] {
			known[id] = true
			once = append(once, id)
		}
	}
	return once
}

// passing reports whether a failed look may succeed next time.
func passing(err error) bool {
	a := answer.Of(err)
	return a.Class == answer.Transient || a.Class == answer.Throttling || a.Class == answer.NotReady
}

// A watch is a wait on its way.
type watch struct {
	Launcher
	s       settings
	missing []string // IDs that are neither ready nor failed
	ready   map[string]bool
	failed  []error
	lost    int // of those that failed, how many have ended or are late
	seen    *Result
}

// readyOf returns those of the IDs that are ready.
func (w *watch) readyOf(ids []string) []string {
	var ready []string
	for _, id := range uniq(ids) {
		if w.ready[id] {
			ready = append(ready, id)
		}
	}
	return ready
}

// look asks for the instances that are missing.
func (w *watch) look(ctx context.Context) error {
	found, err := w.list(ctx, w.s, "instance-id", w.missing)
	w.seen.see(found)
	var running []string
	for _, i := range found {
		id := aws.ToString(i.InstanceId)
		switch {
		case !slices.Contains(w.missing, id) || i.State == nil:
		case ended(i.State.Name):
			w.drop(id)
			w.failed = append(w.failed, instanceError(i, nil))
			w.lost++
		case i.State.Name == types.InstanceStateNameRunning:
			running = append(running, id)
		}
	}
	if err == nil && w.s.wait == StatusOK && len(running) > 0 {
		running, err = w.checked(ctx, running)
	}
	for _, id := range running {
		w.drop(id)
		w.ready[id] = true
	}
	return err
}

// checked returns those of the instances whose status checks have passed.
func (w *watch) checked(ctx context.Context, ids []string) (passed []string, err error) {
	for chunk := range slices.Chunk(ids, 100) {
		out, err := ask(ctx, w.Launcher, w.s, describeRequests, func(ctx context.Context,
			opts ...func(*ec2.Options)) (*ec2.DescribeInstanceStatusOutput, error) {
			return w.api.DescribeInstanceStatus(ctx, &ec2.DescribeInstanceStatusInput{InstanceIds: chunk}, opts...)
		})
		if err != nil {
			return passed, err
		}
		for _, i := range out.InstanceStatuses {
			if id := aws.ToString(i.InstanceId); slices.Contains(chunk, id) && statusOK(i.InstanceStatus) &&
				statusOK(i.SystemStatus) {
				passed = append(passed, id)
			}
		}
	}
	return passed, nil
}

func statusOK(s *types.InstanceStatusSummary) bool {
	return s != nil && s.Status == types.SummaryStatusOk
}

func (w *watch) drop(id string) {
	w.missing = slices.DeleteFunc(w.missing, func(m string) bool { return m == id })
}

// giveUp fails what is missing.
func (w *watch) giveUp(err error) {
	states := map[string]types.Instance{}
	for _, i := range w.seen.Instances {
		states[aws.ToString(i.InstanceId)] = i
	}
	for _, id := range w.missing {
		i, ok := states[id]
		if !ok {
			i.InstanceId = &id
		}
		w.failed = append(w.failed, instanceError(i, err))
		if err == errNotReady {
			w.lost++
		}
	}
	w.missing = nil
}

// instanceError tells of an instance as it was seen last.
func instanceError(i types.Instance, err error) *InstanceError {
	e := &InstanceError{ID: aws.ToString(i.InstanceId), Err: err}
	if i.State != nil {
		e.State = i.State.Name
	}
	if i.StateReason != nil && aws.ToString(i.StateReason.Code) != "" {
		e.Reason = answer.OfReason(*i.StateReason.Code)
		e.Message = aws.ToString(i.StateReason.Message)
	}
	return e
}
