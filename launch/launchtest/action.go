package launchtest

import (
	"fmt"
	"slices"

	"github.com/ec2launch/ec2launch/internal/nearest"
	"github.com/ec2launch/ec2launch/launch/launchtest/internal/cloud"
)

// misspelt is by how many letters a misspelt action differs at most. No action of
// EC2 differs as little from another that the server serves.
const misspelt = 2

// spelt complains of an action that a method is given misspelt, so that no request
// asks for it.
func (s *Server) spelt(method, action string) {
	served := cloud.Actions()
	near := nearest.Names(action, served, 1)
	if len(near) == 0 || slices.Contains(served, action) || nearest.To(action).Distance(near[0], misspelt) > misspelt {
		return
	}
	complaint := fmt.Sprintf("launchtest: %s: there is no action %q; did you mean %q?", method, action, near[0])
	if s.tb == nil {
		panic(complaint)
	}
	s.tb.Helper()
	s.tb.Error(complaint)
}
