package cloud

import (
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// summoned returns the instances that a request which changes them names, after
// a look.
func (g *Region) summoned(ids []string, dryRun *bool) ([]*instance, error) {
	if len(ids) == 0 {
		return nil, wire.Missing("InstanceId")
	}
	g.look()
	named, err := g.named(ids)
	if err != nil {
		return nil, err
	}
	return named, dry(dryRun)
}

// change returns what a request has done to the state of an instance.
func (g *Region) change(i *instance, previous types.InstanceStateName) types.InstanceStateChange {
	return types.InstanceStateChange{
		InstanceId: i.InstanceId, PreviousState: describeState(previous), CurrentState: describeState(g.state(i)),
	}
}

// incorrect is the refusal of a request to instances that are in no state for
// it.
func incorrect(ids []string, what string) error {
	return wire.Refuse("IncorrectInstanceState", "The instance '%s' is not in a state from which it can be %s.", strings.Join(ids, ", "), what)
}

// inState returns the IDs of the instances that are in one of the states.
func (g *Region) inState(named []*instance, states ...types.InstanceStateName) []string {
	var ids []string
	for _, i := range named {
		if slices.Contains(states, g.state(i)) {
			ids = append(ids, *i.InstanceId)
		}
	}
	return ids
}

// stopInstances serves StopInstances.
func (g *Region) stopInstances(in *ec2.StopInstancesInput) (*ec2.StopInstancesOutput, error) {
	named, err := g.summoned(in.InstanceIds, in.DryRun)
	if err != nil {
		return nil, err
	}
	if ids := g.inState(named, types.InstanceStateNamePending, types.InstanceStateNameShuttingDown, types.InstanceStateNameTerminated); len(ids) > 0 {
		return nil, incorrect(ids, "stopped")
	}
	for _, i := range named {
		if i.attributes.disableStop {
			return nil, wire.Refuse("OperationNotPermitted",
				"The instance '%s' may not be stopped. Modify its 'disableApiStop' instance attribute and try again.", *i.InstanceId)
		}
		if i.spot != nil && i.spot.Type == types.SpotInstanceTypeOneTime {
			return nil, wire.Refuse("UnsupportedOperation",
				"You can't stop the Spot Instance '%s' because it is associated with a one-time Spot Instance request.", *i.InstanceId)
		}
		if i.RootDeviceType == types.DeviceTypeInstanceStore {
			return nil, wire.Refuse("UnsupportedOperation", "The instance '%s' does not have an 'ebs' root device type and cannot be stopped.", *i.InstanceId)
		}
	}
	out := new(ec2.StopInstancesOutput)
	for _, i := range named {
		previous := g.state(i)
		if previous == types.InstanceStateNameRunning {
			g.send(i, types.InstanceStateNameStopped, g.EndingLooks)
			i.ended, i.reason = g.Now(), nil
		}
		out.StoppingInstances = append(out.StoppingInstances, g.change(i, previous))
	}
	return out, nil
}

// startInstances serves StartInstances. A started instance gets a new public
// address.
func (g *Region) startInstances(in *ec2.StartInstancesInput) (*ec2.StartInstancesOutput, error) {
	named, err := g.summoned(in.InstanceIds, in.DryRun)
	if err != nil {
		return nil, err
	}
	if ids := g.inState(named, types.InstanceStateNameStopping, types.InstanceStateNameShuttingDown, types.InstanceStateNameTerminated); len(ids) > 0 {
		return nil, incorrect(ids, "started")
	}
	out := new(ec2.StartInstancesOutput)
	for _, i := range named {
		previous := g.state(i)
		if previous == types.InstanceStateNameStopped {
			g.send(i, types.InstanceStateNameRunning, g.PendingLooks)
			i.reason = nil
			i.LaunchTime = new(g.Now())
			for _, n := range i.interfaces {
				if n.public != "" {
					n.public = g.newPublicIPv4()
				}
			}
		}
		out.StartingInstances = append(out.StartingInstances, g.change(i, previous))
	}
	return out, nil
}

// rebootInstances serves RebootInstances, which changes no state.
func (g *Region) rebootInstances(in *ec2.RebootInstancesInput) (*ec2.RebootInstancesOutput, error) {
	named, err := g.summoned(in.InstanceIds, in.DryRun)
	if err != nil {
		return nil, err
	}
	for _, i := range named {
		if g.state(i) != types.InstanceStateNameRunning {
			return nil, incorrect([]string{*i.InstanceId}, "rebooted")
		}
	}
	for _, i := range named {
		i.checked = 0
	}
	return new(ec2.RebootInstancesOutput), nil
}

// terminateInstances serves TerminateInstances. A protected instance spares all that are named in its zone and makes the
// request fail, while those of other zones are terminated.
func (g *Region) terminateInstances(in *ec2.TerminateInstancesInput) (*ec2.TerminateInstancesOutput, error) {
	named, err := g.summoned(in.InstanceIds, in.DryRun)
	if err != nil {
		return nil, err
	}
	if err := g.spend("TerminateInstances instances", len(named)); err != nil {
		return nil, err
	}
	var protected []string
	spared := map[Zone]bool{}
	for _, i := range named {
		if i.attributes.disableTermination && !gone(g.state(i)) {
			protected = append(protected, *i.InstanceId)
			spared[i.zone] = true
		}
	}
	out := new(ec2.TerminateInstancesOutput)
	for _, i := range named {
		if spared[i.zone] {
			continue
		}
		previous := g.state(i)
		g.terminate(i)
		out.TerminatingInstances = append(out.TerminatingInstances, g.change(i, previous))
	}
	if len(protected) > 0 {
		return nil, wire.Refuse("OperationNotPermitted",
			"The instances '%s' may not be terminated. Modify their 'disableApiTermination' instance attribute and try again.",
			strings.Join(protected, ", "))
	}
	return out, nil
}

// terminate sends an instance to its end, unless it is on its way there.
func (g *Region) terminate(i *instance) {
	if gone(g.state(i)) {
		return
	}
	g.send(i, types.InstanceStateNameTerminated, g.EndingLooks)
	i.ended, i.reason = g.Now(), nil
	g.leaving = append(g.leaving, i)
}
