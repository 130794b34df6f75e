package cloud

import (
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// An instance is one launched instance. Its state follows from how often the Region has been looked at since.
type instance struct {
	types.Instance // as described, but for what follows from the state

	reservation *reservation
	zone        Zone
	interfaces  []*networkInterface
	volumes     []*volume
	spot        *types.SpotInstanceRequest // nil for an instance that is none

	born    int                     // looks before the launch
	aim     types.InstanceStateName // running, stopped or terminated: where it is or goes
	since   int                     // looks before it was sent there
	wait    int                     // looks until it is there
	checked int                     // looks at the status checks while running
	fixed   types.InstanceStateName // by SetState; empty otherwise
	reason  *types.StateReason      // of its state, where somebody has given one
	ended   time.Time               // when it was last stopped or terminated by request

	attributes attributes
}

// A reservation is what one request launched.
type reservation struct {
	id        string
	instances []*instance
}

// visible reports whether requests can see the instance yet.
func (g *Region) visible(i *instance) bool { return g.looks-i.born > g.HiddenLooks }

// state returns the state of an instance.
func (g *Region) state(i *instance) types.InstanceStateName {
	if i.fixed != "" {
		return i.fixed
	}
	if g.looks-i.since > i.wait {
		return i.aim
	}
	switch i.aim {
	case types.InstanceStateNameStopped:
		return types.InstanceStateNameStopping
	case types.InstanceStateNameTerminated:
		return types.InstanceStateNameShuttingDown
	}
	return types.InstanceStateNamePending
}

// send sends an instance to a state, in which it is after so many looks.
func (g *Region) send(i *instance, aim types.InstanceStateName, looks int) {
	g.count(i, -1)
	i.fixed = ""
	i.aim, i.since, i.wait = aim, g.looks, looks
	i.checked = 0
	g.count(i, 1)
}

// count adds n to the instances that are alive in the zone of one that is. No
// look changes whether it is.
func (g *Region) count(i *instance, n int) {
	if !gone(g.state(i)) {
		g.alive[i.zone] += n
	}
}

// gone reports whether an instance in that state is lost for good.
func gone(state types.InstanceStateName) bool {
	return state == types.InstanceStateNameShuttingDown || state == types.InstanceStateNameTerminated
}

// release takes from a terminated instance its volumes and network interfaces.
func (g *Region) release(i *instance) {
	for _, v := range i.volumes {
		v.instance = nil
		if v.deleted {
			g.volumes.remove(*v.VolumeId)
		}
	}
	for _, n := range i.interfaces {
		g.detach(n)
	}
	i.volumes, i.interfaces = nil, nil
}

// view returns the instance as EC2 would describe it now.
func (g *Region) view(i *instance) types.Instance {
	v := i.Instance
	state := g.state(i)
	v.State = describeState(state)
	v.StateReason = i.stateReason(state)
	v.StateTransitionReason = new("")
	if !i.ended.IsZero() && state != types.InstanceStateNameRunning && state != types.InstanceStateNamePending {
		v.StateTransitionReason = new(fmt.Sprintf("User initiated (%s GMT)", i.ended.UTC().Format(time.DateTime)))
	}
	v.BlockDeviceMappings = viewMappings(i, state)
	v.NetworkInterfaces = []types.InstanceNetworkInterface{}
	v.SecurityGroups = []types.GroupIdentifier{}
	v.PrivateDnsName, v.PublicDnsName = new(""), new("")
	for _, n := range i.interfaces {
		shown := ofInstance(g.viewInterface(n))
		v.NetworkInterfaces = append(v.NetworkInterfaces, shown)
		if *shown.Attachment.DeviceIndex == 0 && *shown.Attachment.NetworkCardIndex == 0 {
			lend(&v, shown)
		}
	}
	monitoring, metadata := *v.Monitoring, *v.MetadataOptions
	if state != types.InstanceStateNamePending {
		metadata.State = types.InstanceMetadataOptionsStateApplied
		if monitoring.State == types.MonitoringStatePending {
			monitoring.State = types.MonitoringStateEnabled
		}
	}
	v.Monitoring, v.MetadataOptions = &monitoring, &metadata
	return v
}

// lend gives an instance the addresses, the subnet and the groups of its primary
// network interface.
func lend(v *types.Instance, n types.InstanceNetworkInterface) {
	v.SubnetId, v.VpcId, v.SecurityGroups = n.SubnetId, n.VpcId, n.Groups
	v.SourceDestCheck = n.SourceDestCheck
	if n.PrivateIpAddress != nil {
		v.PrivateIpAddress, v.PrivateDnsName = n.PrivateIpAddress, n.PrivateDnsName
	}
	if n.Association != nil {
		v.PublicIpAddress, v.PublicDnsName = n.Association.PublicIp, n.Association.PublicDnsName
	}
	if len(n.Ipv6Addresses) > 0 {
		v.Ipv6Address = n.Ipv6Addresses[0].Ipv6Address
	}
}

// stateReason returns why the instance is in that state, and nil while it runs.
func (i *instance) stateReason(state types.InstanceStateName) *types.StateReason {
	switch {
	case i.reason != nil:
		return i.reason
	case state == types.InstanceStateNamePending:
		return &types.StateReason{Code: new("pending"), Message: new("pending")}
	case state == types.InstanceStateNameRunning:
		return nil
	}
	return &types.StateReason{Code: new("Client.UserInitiatedShutdown"), Message: new("Client.UserInitiatedShutdown: User initiated shutdown")}
}

// describeState pairs a state with its documented code.
func describeState(name types.InstanceStateName) *types.InstanceState {
	code, _ := stateCode(name)
	return &types.InstanceState{Code: &code, Name: name}
}

func stateCode(name types.InstanceStateName) (code int32, ok bool) {
	switch name {
	case types.InstanceStateNamePending:
		return 0, true
	case types.InstanceStateNameRunning:
		return 16, true
	case types.InstanceStateNameShuttingDown:
		return 32, true
	case types.InstanceStateNameTerminated:
		return 48, true
	case types.InstanceStateNameStopping:
		return 64, true
	case types.InstanceStateNameStopped:
		return 80, true
	}
	return 0, false
}

// An Instance is one instance as the server knows it, whether or not requests
// can see it.
type Instance struct {
	ID            string
	ReservationID string
	ClientToken   string
	Zone          string
	State         types.InstanceStateName
}

// Instances returns every instance launched so far in the order of launch.
func (g *Region) Instances() []Instance {
	g.mu.Lock()
	defer g.mu.Unlock()
	instances := make([]Instance, 0, len(g.instances.order))
	for id, i := range g.instances.all {
		instances = append(instances, Instance{id, i.reservation.id, value(i.ClientToken), i.zone.Name, g.state(i)})
	}
	return instances
}

// Alive returns the number of instances that are neither terminated nor shutting
// down.
func (g *Region) Alive() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	alive := 0
	for _, n := range g.alive {
		alive += n
	}
	return alive
}

// SetState puts an instance into a state in which it stays until a request sends
// it elsewhere, and gives that state a reason.
func (g *Region) SetState(id string, state types.InstanceStateName, code, message string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	i, ok := g.instances.byID[id]
	if !ok {
		return fmt.Errorf("no instance %q to set the state of", id)
	}
	if _, ok := stateCode(state); !ok {
		return fmt.Errorf("no instance state %q; want one of %q", state, state.Values())
	}
	g.count(i, -1)
	i.fixed = state
	g.count(i, 1)
	i.reason = &types.StateReason{Code: &code, Message: &message}
	if state == types.InstanceStateNameTerminated {
		g.release(i)
	}
	return nil
}
