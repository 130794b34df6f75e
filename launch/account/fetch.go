package account

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

// Parallel is how many calls [Fetch] has under way at most. It is far below what
// the bucket of EC2's Describe calls holds.
const Parallel = 8

// Fetch asks the account what a request and its launch template name, see the
// package comment. The error is that of the context, or says that there is no
// client or no request; whatever is refused is in [Snapshot.Unread].
func Fetch(ctx context.Context, api API, r Request, opts ...Option) (*Snapshot, error) {
	if isNil(api) {
		return nil, errors.New("account: there is no client")
	}
	in := inputOf(r)
	if in == nil {
		return nil, errors.New("account: there is no request to ask about")
	}
	f := fetch{api: api, questions: slices.Clip(questions), snapshot: &Snapshot{read: time.Now(), live: true, things: map[string]map[string]any{}}}
	for _, o := range opts {
		if o == nil {
			return nil, errors.New("account: an option of Fetch is nil")
		}
		o(&f)
	}
	first, rest := f.rounds(in)
	f.ask(ctx, first)
	if len(first) > 0 {
		in = f.snapshot.effective(in)
		rest = slices.DeleteFunc(planOf(f.questions, in), func(l Lookup) bool { return slices.ContainsFunc(first, l.equal) })
	}
	f.ask(ctx, rest)
	f.ask(ctx, f.leads(in))
	f.snapshot.types = instancetype.FromDescribe(values(all(f.snapshot, validate.InstanceType)))
	return f.snapshot, ctx.Err()
}

// A fetch fills a snapshot.
type fetch struct {
	api       API
	questions []question
	mu        sync.Mutex // guards snapshot while calls are under way
	snapshot  *Snapshot
}

// rounds are the look-ups of a request: those that say what is launched, and all
// else.
func (f *fetch) rounds(in *ec2.RunInstancesInput) (first, rest []Lookup) {
	for _, l := range planOf(f.questions, in) {
		if f.questionOf(l).first {
			first = append(first, l)
		} else {
			rest = append(rest, l)
		}
	}
	return first, rest
}

// ask makes look-ups at the same time and waits for all of them. It begins none
// once the context has ended.
func (f *fetch) ask(ctx context.Context, plan []Lookup) {
	var all sync.WaitGroup
	free := make(chan struct{}, Parallel)
	for _, l := range plan {
		free <- struct{}{}
		if ctx.Err() != nil {
			break
		}
		all.Go(func() {
			defer func() { <-free }()
			f.lookUp(ctx, l)
		})
	}
	all.Wait()
	slices.SortFunc(f.snapshot.unread, func(a, b Unread) int { return strings.Compare(a.String(), b.String()) })
}

// lookUp makes one look-up. EC2 refuses a call whole where one of several IDs
// does not exist: then each half of them is asked for by itself.
func (f *fetch) lookUp(ctx context.Context, l Lookup) {
	q := f.questionOf(l)
	found, err := q.ask(ctx, f.api, l.IDs)
	switch missing := slices.Contains(q.notFound, code(err)); {
	case missing && len(l.IDs) > 1:
		half := len(l.IDs) / 2
		f.lookUp(ctx, Lookup{l.Resource, l.Call, l.IDs[:half]})
		f.lookUp(ctx, Lookup{l.Resource, l.Call, l.IDs[half:]})
		return
	case missing:
		found, err = map[string]any{l.IDs[0]: nil}, nil
	case err == nil && q.lists:
		for _, id := range l.IDs {
			if _, there := found[id]; !there {
				found[id] = nil
			}
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if err != nil {
		f.snapshot.unread = append(f.snapshot.unread, Unread{l, code(err)})
		return
	}
	f.snapshot.add(l.Resource, found)
}

// code is EC2's error code, and "" where it gave none.
func code(err error) string {
	if api, ok := errors.AsType[smithy.APIError](err); ok {
		return api.ErrorCode()
	}
	return ""
}

func (f *fetch) questionOf(l Lookup) question {
	at := slices.IndexFunc(f.questions, func(q question) bool { return q.resource == l.Resource && q.call == l.Call })
	return f.questions[at]
}

// values are what pointers point at.
func values[T any](pointers []*T) (list []T) {
	for _, p := range pointers {
		list = append(list, *p)
	}
	return list
}

// leads lists what the answers lead to.
func (f *fetch) leads(in *ec2.RunInstancesInput) (plan []Lookup) {
	for _, q := range f.questions {
		if q.led == nil {
			continue
		}
		var ids []string
		for _, id := range distinct(q.led(f.snapshot, in)) {
			if _, known := f.snapshot.Find(q.resource, id); !known {
				ids = append(ids, id)
			}
		}
		slices.Sort(ids)
		plan = append(plan, q.lookUps(ids)...)
	}
	return plan
}
