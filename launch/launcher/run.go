package launcher

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
)

// Run sends the batches of a plan that was made from the spec, a few at a time.
// After a crash, or an error, it resumes: the same plan run again, on any
// machine, launches what is missing and answers with all the instances, since
// EC2 launches for a client token only once. With [Save], it is the plan saved
// last that resumes.
//
// A batch refused for want of capacity goes on to the next alternative; other
// refusals end the run, as does the context. No batch is sent any more once
// fewer than the spec's MinCount can come of it. What was launched is kept
// unless the plan says [RollBack]. The run succeeds when at least MinCount
// instances were launched and no outcome is unknown.
//
// A batch is Refused only where no earlier run can have launched it. A run
// without [Save] cannot know that, so it leaves Unknown what EC2 refuses and
// what it does not send.
//
// The result is never nil; the error is an [*Error].
func (l Launcher) Run(ctx context.Context, plan Plan, spec launch.Spec, opts ...RunOption) (*Result, error) {
	s, err := settingsWith(l, opts)
	if err == nil {
		err = l.readyLaunch(ctx, spec)
	}
	if err == nil {
		err = plan.matches(spec)
	}
	if err == nil && len(plan.alternatives) > 0 && s.save == nil {
		err = errors.New("the Plan has alternatives, and a run that resumes must know which were tried: use Save")
	}
	if err != nil {
		unsaved := s.save == nil && len(plan.alternatives) == 0
		return plan.kept(err, func(b Batch) bool { return b.Sent || unsaved })
	}
	return l.drive(ctx, plan, spec, s)
}

// RunBatch sends one batch of a plan, by its path, and no alternative: a step
// of a run, for a workflow engine that drives it by itself. [Plan.Advance]
// tells what follows a refusal. The step can be repeated, since its client
// token is part of the plan, but before that the plan must say so, see
// [Plan.MarkSent].
//
// The result is never nil; the error is an [*Error].
func (l Launcher) RunBatch(ctx context.Context, plan Plan, spec launch.Spec, path string, opts ...RunOption) (*Result,
	error) {
	result := &Result{LaunchID: plan.launchID}
	s, err := settingsWith(l, opts)
	if err == nil {
		err = l.readyLaunch(ctx, spec)
	}
	if err == nil {
		err = plan.matches(spec)
	}
	i := plan.find(path)
	if err == nil && i < 0 {
		err = fmt.Errorf("the Plan has no batch %.64q", path)
	}
	if err != nil {
		return plan.kept(err, func(b Batch) bool { return b.Sent && b.Path == path })
	}
	b := plan.batches[i]
	a, instances := l.batch(ctx, plan, spec, b, s, !b.Sent)
	result.see(instances)
	result.Attempts = []Attempt{a}
	if a.Err != nil {
		return result, a.Err
	}
	return result, nil
}

// kept is what a plan comes to that is kept from being sent: the batches that
// may have been sent before are as unknown as they were.
func (p Plan) kept(err error, sent func(Batch) bool) (*Result, error) {
	result := &Result{LaunchID: p.launchID}
	var failures []*Error
	for _, b := range p.batches {
		if sent(b) {
			a := p.unknown(b, &notSent{err})
			result.Attempts = append(result.Attempts, a)
			failures = append(failures, a.Err)
		}
	}
	if len(failures) == 0 {
		return result, nothing(err)
	}
	return result, summary(result, failures, nil)
}

// batch sends one batch.
func (l Launcher) batch(ctx context.Context, plan Plan, spec launch.Spec, b Batch, s settings, fresh bool) (Attempt, []types.Instance) {
	a := plan.attempt(b)
	in, err := plan.request(spec, b)
	if err != nil {
		a.Outcome = unsent(fresh)
		a.Err = newError(a, &notSent{err}, newSecret(nil))
		return a, nil
	}
	return l.attempt(ctx, in, a, s, fresh)
}

// A drive is a run of a plan on its way.
type drive struct {
	Launcher
	ctx  context.Context
	s    settings
	plan Plan
	spec launch.Spec

	waiting []string       // paths of batches to send
	flying  map[string]int // paths of batches on their way, and their sizes
	ended   chan ending
	stopped bool
	tried   map[string]bool

	result   *Result
	failures []*Error // of batches that are given up
	others   []error  // of callbacks, and of what was not sent
	done     int
}

// An ending is a batch that has been sent.
type ending struct {
	attempt   Attempt
	instances []types.Instance
}

func (l Launcher) drive(ctx context.Context, plan Plan, spec launch.Spec, s settings) (*Result, error) {
	d := &drive{
		Launcher: l, ctx: ctx, s: s, plan: plan, spec: spec,
		flying: map[string]int{}, ended: make(chan ending, s.concurrency), tried: map[string]bool{},
		result: &Result{LaunchID: plan.launchID},
	}
	if plan.own != "" {
		d.result.LaunchID = ""
	}
	for _, b := range plan.batches {
		d.waiting = append(d.waiting, b.Path)
	}
	for {
		for d.next() {
		}
		if len(d.flying) == 0 {
			break
		}
		d.take(<-d.ended)
	}
	d.leave()
	return d.finish()
}

// next sends a batch, and reports whether it did.
func (d *drive) next() bool {
	if d.stopped || len(d.waiting) == 0 || len(d.flying) >= d.s.concurrency {
		return false
	}
	if err := d.ctx.Err(); err != nil {
		d.stop(err)
		return false
	}
	if d.possible() < d.plan.min && len(d.result.Attempts) > 0 {
		d.stopped = true
		return false
	}
	path := d.waiting[0]
	b := d.plan.batches[d.plan.find(path)]
	fresh := !b.Sent && d.s.save != nil
	if fresh && !d.keep(d.plan.mark(path, true)) {
		return false
	}
	d.waiting = d.waiting[1:]
	d.tried[path] = true
	d.flying[path] = b.Max
	plan := d.plan
	go func() {
		e := ending{attempt: plan.unknown(b, errors.New("a callback ended the goroutine of the batch"))}
		defer func() { d.ended <- e }()
		e.attempt, e.instances = d.batch(d.ctx, plan, d.spec, b, d.s, fresh)
	}()
	return true
}

// keep goes over to a plan once that is saved, and reports whether it is.
func (d *drive) keep(plan Plan) bool {
	if err := guarded("Save", func() error { return d.s.save(plan) }); err != nil {
		d.stop(fmt.Errorf("the plan was not saved: %w", err))
		return false
	}
	d.plan = plan
	return true
}

// stop sends no batch any more.
func (d *drive) stop(err error) {
	if !d.stopped {
		d.others = append(d.others, &notSent{err})
	}
	d.stopped = true
}

// possible returns how many instances can come of the launch at most.
func (d *drive) possible() int {
	n := len(d.result.IDs())
	for _, size := range d.flying {
		n += size
	}
	for _, path := range d.waiting {
		n += d.plan.batches[d.plan.find(path)].Max
	}
	return n
}

// take deals with the end of a batch.
func (d *drive) take(e ending) {
	a := e.attempt
	delete(d.flying, a.Batch)
	d.result.see(e.instances)
	d.result.Attempts = append(d.result.Attempts, a)
	moved := false
	if a.Outcome == Refused && d.s.save != nil {
		moved = d.move(a)
	}
	if !moved {
		d.done++
		if a.Err != nil {
			d.failures = append(d.failures, a.Err)
			d.stopped = d.stopped || final(a)
		}
	}
	err := d.s.tell(d.ctx, Event{
		LaunchID: d.result.LaunchID, Attempt: a, Done: d.done, Batches: len(d.plan.batches),
		Launched: len(d.result.Instances), Max: d.plan.max,
	})
	if err != nil {
		d.others = append(d.others, err)
		d.s.progress, d.s.log = nil, defaults().log
	}
}

// move has the plan go on after a refusal, and reports whether the batch is
// tried again in some way.
func (d *drive) move(a Attempt) bool {
	next, ok := d.plan.Advance(a)
	if !ok {
		d.keep(d.plan.mark(a.Batch, false))
		return false
	}
	if !d.keep(next) || d.stopped {
		return false
	}
	var paths []string
	for _, b := range next.batches {
		if b.Path == a.Batch || len(b.Path) == len(a.Batch)+2 && b.Path[:len(a.Batch)+1] == a.Batch+"." {
			paths = append(paths, b.Path)
		}
	}
	d.waiting = slices.Insert(d.waiting, 0, paths...)
	return true
}

// final reports whether a batch that failed so keeps the rest from being sent:
// unless it lacks capacity, they would fail like it.
func final(a Attempt) bool {
	_, short := errors.AsType[*Shortfall](error(a.Err))
	switch a.Outcome {
	case Launched:
		return !short
	case Refused:
		return a.Err.Answer.Class != answer.Capacity
	}
	said := a.Err.Answer // refused now, while an earlier run may have launched
	return said.Class == answer.Idempotency || said.Refused() && said.Class != answer.Capacity
}

// leave notes the batches that an earlier run may have sent and this one has
// not.
func (d *drive) leave() {
	for _, path := range d.waiting {
		b := d.plan.batches[d.plan.find(path)]
		if known := d.s.save != nil && !b.Sent; known || d.tried[path] {
			continue
		}
		a := d.plan.unknown(b, errors.New("an earlier run may have sent it, this one has not"))
		d.result.Attempts = append(d.result.Attempts, a)
		d.failures = append(d.failures, a.Err)
	}
}
