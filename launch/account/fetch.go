package account

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"

	"github.com/ec2launch/ec2launch/validate"
)

// Parallel is how many calls [Fetch] has under way at most. It is far below what
// the bucket of EC2's Describe calls holds.
const Parallel = 8

// Fetch asks the account what a request and its launch template name, see the
// package comment. The error is that of the context, or says that there is no
// client or no request; whatever EC2 refuses is in [Snapshot.Unread].
func Fetch(ctx context.Context, api API, r Request) (*Snapshot, error) {
	if api == nil || r == nil {
		return nil, errors.New("account: Fetch needs a client and a request")
	}
	in := r.Input()
	if in == nil {
		return nil, errors.New("account: there is no request to ask about")
	}
	f := fetch{api: api, snapshot: &Snapshot{read: time.Now(), live: true, things: map[string]map[string]any{}}}
	plan := planOf(in)
	if len(plan) > 0 && plan[0].Resource == validate.LaunchTemplate.Name() {
		f.ask(ctx, plan[:1])
		plan = planOf(f.snapshot.effective(in))
	}
	f.ask(ctx, slices.DeleteFunc(plan, func(l Lookup) bool { return l.Resource == validate.LaunchTemplate.Name() }))
	f.ask(ctx, f.leads())
	return f.snapshot, ctx.Err()
}

// A fetch fills a snapshot.
type fetch struct {
	api      API
	mu       sync.Mutex // guards snapshot while calls are under way
	snapshot *Snapshot
}

// ask makes look-ups at the same time and waits for all of them.
func (f *fetch) ask(ctx context.Context, plan []Lookup) {
	var all sync.WaitGroup
	free := make(chan struct{}, Parallel)
	for _, l := range plan {
		free <- struct{}{}
		all.Go(func() {
			defer func() { <-free }()
			f.lookUp(ctx, l)
		})
	}
	all.Wait()
	slices.SortFunc(f.snapshot.unread, func(a, b Unread) int { return strings.Compare(a.String(), b.String()) })
}

// lookUp makes one look-up. EC2 refuses a call whole where one of several IDs
// does not exist: then each is asked for by itself.
func (f *fetch) lookUp(ctx context.Context, l Lookup) {
	q := questionOf(l.Resource)
	found, err := q.ask(ctx, f.api, l.IDs)
	code := ""
	if api, ok := errors.AsType[smithy.APIError](err); ok {
		code = api.ErrorCode()
	}
	switch missing := slices.Contains(q.notFound, code); {
	case missing && len(l.IDs) > 1:
		for _, id := range l.IDs {
			f.lookUp(ctx, Lookup{l.Resource, l.Call, []string{id}})
		}
		return
	case missing:
		found = map[string]any{l.IDs[0]: nil}
	case err == nil && !q.hides:
		for _, id := range l.IDs {
			if _, there := found[id]; !there {
				found[id] = nil
			}
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if err != nil && found == nil {
		f.snapshot.unread = append(f.snapshot.unread, Unread{l, code})
		return
	}
	f.snapshot.add(l.Resource, found)
}

func questionOf(resource string) question {
	at := slices.IndexFunc(questions, func(q question) bool { return q.resource == resource })
	return questions[at]
}

// leads lists what the answers lead to: the VPCs of the subnets, and the
// snapshots that the image maps to devices.
func (f *fetch) leads() (plan []Lookup) {
	var vpcs, snapshots []string
	for _, thing := range f.snapshot.things[validate.Subnet.Name()] {
		if subnet, ok := thing.(*types.Subnet); ok {
			vpcs = append(vpcs, text(subnet.VpcId)...)
		}
	}
	for _, thing := range f.snapshot.things[validate.Image.Name()] {
		image, _ := thing.(*types.Image)
		if image == nil {
			continue
		}
		for _, m := range image.BlockDeviceMappings {
			if m.Ebs != nil {
				snapshots = append(snapshots, text(m.Ebs.SnapshotId)...)
			}
		}
	}
	for _, lead := range []struct {
		resource string
		ids      []string
	}{
		{validate.Vpc.Name(), vpcs},
		{validate.Snapshot.Name(), snapshots},
	} {
		var ids []string
		for _, id := range distinct(lead.ids) {
			if _, known := f.snapshot.Find(lead.resource, id); !known {
				ids = append(ids, id)
			}
		}
		if len(ids) > 0 {
			slices.Sort(ids)
			plan = append(plan, Lookup{lead.resource, questionOf(lead.resource).call, ids})
		}
	}
	return plan
}
