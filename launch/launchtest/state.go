package launchtest

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// An instance is one launched instance. Its state follows from how often the Region has been looked at since.
type instance struct {
	instanceXML // as described, but for the state

	number      int    // in the order of launch, from 0
	reservation string // ID of
	zone        string // name of

	protected bool                    // from termination
	born      int                     // looks before the launch
	checked   int                     // looks at the status checks while running
	ended     int                     // looks before the termination; 0 while it has not been asked for
	fixed     types.InstanceStateName // by SetState; empty otherwise
}

// A reservation is what one request launched.
type reservation struct {
	id        string
	instances []*instance
}

// visible reports whether requests can see the instance yet.
func (g *region) visible(i *instance) bool { return g.looks-i.born > g.hiddenLooks }

// state returns the state of an instance: pending for as many looks as asked for, then running; after its termination
// shutting-down for one look, then terminated.
func (g *region) state(i *instance) types.InstanceStateName {
	switch {
	case i.fixed != "":
		return i.fixed
	case i.ended > 0 && g.looks > i.ended+1:
		return types.InstanceStateNameTerminated
	case i.ended > 0:
		return types.InstanceStateNameShuttingDown
	case g.looks-i.born > g.hiddenLooks+g.pendingLooks:
		return types.InstanceStateNameRunning
	}
	return types.InstanceStateNamePending
}

// gone reports whether an instance in that state is lost for good.
func gone(state types.InstanceStateName) bool {
	return state == types.InstanceStateNameShuttingDown || state == types.InstanceStateNameTerminated
}

// view returns the instance as EC2 would describe it now.
func (g *region) view(i *instance) instanceXML {
	view := i.instanceXML
	view.State = newStateXML(g.state(i))
	return view
}

// newStateXML pairs a state with its code.
func newStateXML(name types.InstanceStateName) stateXML {
	code, _ := stateCode(name)
	return stateXML{Code: code, Name: name}
}

// stateCode returns the documented code of a state.
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
