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
	var instances []Instance
	for _, i := range s.region.Instances() {
		instances = append(instances, Instance(i))
	}
	return instances
}

// Alive returns the number of instances that are neither terminated nor shutting down: what an account would pay for.
func (s *Server) Alive() int { return s.region.Alive() }

// SetState puts an instance into a state in which it stays until a request stops, starts or terminates it, with the
// reason that DescribeInstances shows from then on, for instance Client.VolumeLimitExceeded or
// Server.SpotInstanceTermination. It stands for what happens to an instance without a request: a failed start, an
// interruption, a stop from within. It returns an error if there is no such instance or no such state.
func (s *Server) SetState(id string, state types.InstanceStateName, reasonCode, reasonMessage string) error {
	if err := s.region.SetState(id, state, reasonCode, reasonMessage); err != nil {
		return fmt.Errorf("launchtest: %w", err)
	}
	return nil
}
