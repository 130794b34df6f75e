package launcher_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launcher"
)

// listing is a client that gets the same list of instances always.
type listing struct {
	launcher.API
	instances []types.Instance
	owner     *string
}

func (l listing) DescribeInstances(context.Context, *ec2.DescribeInstancesInput, ...func(*ec2.Options)) (*ec2.DescribeInstancesOutput, error) {
	return &ec2.DescribeInstancesOutput{Reservations: []types.Reservation{{}, {OwnerId: l.owner, Instances: l.instances}}}, nil
}

// Whatever a list of instances holds, waiting and reconciling end with an error
// that is short and prints as it is.
func TestHostileListings(t *testing.T) {
	const broken = "a\r\nok: \x1b[2J\u202e"
	many := make([]types.Instance, 2_000)
	for i := range many {
		many[i] = types.Instance{InstanceId: new(fmt.Sprintf("i-%08x%s", i, broken)), State: &types.InstanceState{Name: types.InstanceStateNameTerminated}}
	}
	one := func(change func(*types.Instance)) []types.Instance {
		i := types.Instance{InstanceId: new("i-1"), State: &types.InstanceState{Name: types.InstanceStateNameTerminated}}
		change(&i)
		return []types.Instance{i}
	}
	for name, instances := range map[string][]types.Instance{
		"nothing":       nil,
		"no members":    make([]types.Instance, 1000),
		"no state":      one(func(i *types.Instance) { i.State = nil }),
		"unknown state": one(func(i *types.Instance) { i.State.Name = broken }),
		"reason": one(func(i *types.Instance) {
			i.StateReason = &types.StateReason{Code: new(broken), Message: new(strings.Repeat(broken, 1<<13))}
		}),
		"empty reason":      one(func(i *types.Instance) { i.StateReason = &types.StateReason{} }),
		"transition reason": one(func(i *types.Instance) { i.StateTransitionReason = new(strings.Repeat(broken, 1<<13)) }),
		"tags": one(func(i *types.Instance) {
			i.Tags = []types.Tag{{}, {Key: new(strings.Repeat(broken, 1<<13)), Value: new(broken)}}
		}),
		"token": one(func(i *types.Instance) { i.ClientToken = new(strings.Repeat(broken, 1<<13)) }),
		"many":  many,
	} {
		l := newLauncher(listing{instances: instances})
		check := func(what string, err error) {
			t.Helper()
			if err == nil {
				t.Errorf("%s, %s: no error", name, what)
			} else if text := err.Error(); len(text) > 8<<10 || strings.ContainsAny(text, "\r\n\x1b\u202e") {
				t.Errorf("%s, %s: %d bytes: %.300q", name, what, len(text), text)
			}
		}
		_, err := l.Wait(t.Context(), []string{"i-1"}, launcher.Running)
		check("waiting", err)
		_, err = l.Settle(t.Context(), build(t, base()), &launcher.Error{Token: "x", Min: 1, Max: 1})
		check("settling", err)
	}
}
