package launchtest

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// An Instance is one instance as the server knows it, whether or not requests can see it yet.
type Instance struct {
	ID            string // "i-00000000000000001"
	ReservationID string
	ClientToken   string // empty when launched without one
	Zone          string // "us-east-1a"
	State         types.InstanceStateName
}

// Instances returns every instance launched so far in the order of launch, terminated ones included. It is no look: no
// state changes by it.
func (s *Server) Instances() []Instance {
	g := s.region
	g.mu.Lock()
	defer g.mu.Unlock()
	instances := make([]Instance, 0, len(g.instances))
	for _, i := range g.instances {
		instances = append(instances, Instance{
			ID:            i.InstanceID,
			ReservationID: i.reservation,
			ClientToken:   i.ClientToken,
			Zone:          i.zone,
			State:         g.state(i),
		})
	}
	return instances
}

// Alive returns the number of instances that are neither terminated nor shutting down: what an account would pay for.
func (s *Server) Alive() int {
	n := 0
	for _, i := range s.Instances() {
		if !gone(i.State) {
			n++
		}
	}
	return n
}

// SetState puts an instance into a state in which it stays until it is terminated, with the reason that
// DescribeInstances shows from then on, for instance Client.VolumeLimitExceeded or Server.SpotInstanceTermination. It
// stands for what happens to an instance without a request: a failed start, an interruption, a stop from within.
// It returns an error if there is no such instance or no such state.
func (s *Server) SetState(id string, state types.InstanceStateName, reasonCode, reasonMessage string) error {
	g := s.region
	g.mu.Lock()
	defer g.mu.Unlock()
	i, ok := g.byID[id]
	if !ok {
		return fmt.Errorf("launchtest: no instance %q to set the state of", clip(id))
	}
	if _, ok := stateCode(state); !ok {
		return fmt.Errorf("launchtest: no instance state %q; want one of %q", clip(string(state)), state.Values())
	}
	i.fixed = state
	i.Reason = &reasonXML{reasonCode, reasonMessage}
	return nil
}
