package temporal

import "github.com/ec2launch/ec2launch/launch/launcher"

// A Report is what a launch brought to light. It has the IDs of instances and
// not their descriptions, which are larger than what Temporal stores.
type Report struct {
	LaunchID      string
	Attempts      []launcher.Attempt // each batch, and again under each alternative
	Ready         []string           // IDs of the instances that run
	NotReady      string             // why the others do not
	Terminated    []string           // IDs of the instances that a roll-back has ended
	Orphans       []string           // IDs of those that it could not end
	NotTerminated string             // why not
}

// IDs returns the IDs of all instances that were launched.
func (r Report) IDs() []string {
	var ids []string
	for _, a := range r.Attempts {
		ids = append(ids, a.IDs...)
	}
	return ids
}

// unknown returns the number of attempts whose outcome is unknown.
func (r Report) unknown() int { return len(r.result().Unknown()) }

// result returns what the launcher takes for a report.
func (r Report) result() *launcher.Result {
	return &launcher.Result{LaunchID: r.LaunchID, Attempts: r.Attempts}
}
