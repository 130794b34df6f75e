package cloud

import (
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// described is an instance as the filters of DescribeInstances see it.
type described struct {
	types.Instance
	ReservationId string
	OwnerId       string
}

// describeInstances serves DescribeInstances.
func (g *Region) describeInstances(in *ec2.DescribeInstancesInput) (*ec2.DescribeInstancesOutput, error) {
	lasting, err := compile[types.Instance](slices.DeleteFunc(slices.Clone(in.Filters), passing), "DescribeInstances")
	if err != nil {
		return nil, err
	}
	found, next, err := listInstances(g, query{
		action: "DescribeInstances", ids: in.InstanceIds, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, look: true,
	}, func(_ string, i *instance) (described, bool) {
		if !g.visible(i) || !lasting.match(&i.Instance) {
			return described{}, false
		}
		return described{g.view(i), i.reservation.id, accountID}, true
	})
	if err != nil {
		return nil, err
	}
	out := &ec2.DescribeInstancesOutput{NextToken: next}
	for _, d := range found {
		last := len(out.Reservations) - 1
		if last < 0 || *out.Reservations[last].ReservationId != d.ReservationId {
			out.Reservations = append(out.Reservations, types.Reservation{
				ReservationId: new(d.ReservationId), OwnerId: new(accountID), Groups: []types.GroupIdentifier{},
			})
			last++
		}
		out.Reservations[last].Instances = append(out.Reservations[last].Instances, d.Instance)
	}
	return out, nil
}

// passing reports whether a filter looks at what may change with the state of an
// instance. The others are matched first: they spare a look at most instances.
func passing(f types.Filter) bool {
	switch name := value(f.Name); name {
	case "client-token", "image-id", "instance-id", "instance-type", "key-name":
		return false
	default:
		return !strings.HasPrefix(name, "tag:")
	}
}

// listInstances is list for instances, of which some cannot be seen yet. Naming
// one of those is naming none.
func listInstances[V any](g *Region, q query, view func(string, *instance) (V, bool)) ([]V, *string, error) {
	if err := q.check(); err != nil {
		return nil, nil, err
	}
	if q.look && value(q.nextToken) == "" && !value(q.dryRun) {
		if _, err := compile[V](q.filters, q.action); err != nil {
			return nil, nil, err
		}
		q.look = false
		g.look()
	}
	if !value(q.dryRun) {
		if _, err := g.named(q.ids); err != nil {
			return nil, nil, err
		}
	}
	return list(g, &g.instances, q, view)
}

// named returns the instances with the given IDs in the order of their launch.
// One that cannot be seen yet does not exist.
func (g *Region) named(ids []string) ([]*instance, error) {
	visible := collection[instance]{
		prefix: g.instances.prefix, what: g.instances.what, malformed: g.instances.malformed, notFound: g.instances.notFound,
		byID: map[string]*instance{}, numbers: g.instances.numbers,
	}
	for _, id := range ids {
		if i, ok := g.instances.byID[id]; ok && g.visible(i) {
			visible.byID[id] = i
		}
	}
	found, err := visible.findAll(ids)
	if err != nil {
		return nil, err
	}
	var named []*instance
	for _, id := range found {
		named = append(named, visible.byID[id])
	}
	return named, nil
}

// describeInstanceStatus serves DescribeInstanceStatus: by default for running
// instances only.
func (g *Region) describeInstanceStatus(in *ec2.DescribeInstanceStatusInput) (*ec2.DescribeInstanceStatusOutput, error) {
	found, next, err := listInstances(g, query{
		action: "DescribeInstanceStatus", ids: in.InstanceIds, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, look: true,
	}, func(_ string, i *instance) (types.InstanceStatus, bool) {
		state := g.state(i)
		if !g.visible(i) || state != types.InstanceStateNameRunning && !value(in.IncludeAllInstances) {
			return types.InstanceStatus{}, false
		}
		return g.status(i, state), true
	})
	return &ec2.DescribeInstanceStatusOutput{InstanceStatuses: found, NextToken: next}, err
}

// status returns what the status checks of an instance in that state say, and
// counts the look at them.
func (g *Region) status(i *instance, state types.InstanceStateName) types.InstanceStatus {
	summary, reachability := types.SummaryStatusNotApplicable, types.StatusType("")
	if state == types.InstanceStateNameRunning {
		summary, reachability = types.SummaryStatusOk, types.StatusTypePassed
		if i.checked++; i.checked <= g.CheckLooks {
			summary, reachability = types.SummaryStatusInitializing, types.StatusTypeInitializing
		}
	}
	checks := &types.InstanceStatusSummary{Status: summary}
	if reachability != "" {
		checks.Details = []types.InstanceStatusDetails{{Name: types.StatusNameReachability, Status: reachability}}
	}
	return types.InstanceStatus{
		AvailabilityZone:   &i.zone.Name,
		AvailabilityZoneId: &i.zone.ID,
		InstanceId:         i.InstanceId,
		InstanceState:      describeState(state),
		InstanceStatus:     checks,
		SystemStatus:       checks,
	}
}
