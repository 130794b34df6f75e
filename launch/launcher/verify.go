package launcher

import (
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Why an answer does not name all that it launched.
var (
	errNoInstances = errors.New("the answer names no instances: the endpoint may not be EC2")
	errNoID        = errors.New("the answer has an instance without an ID")
	errRepeats     = errors.New("the answer names an instance twice")
)

// verify says what instances are short of what was asked for.
func verify(instances []types.Instance, least, most int) error {
	switch {
	case len(instances) > most:
		return fmt.Errorf("EC2 names %s, at most %d were asked for", counted(len(instances), "instance"), most)
	case len(instances) < least:
		return &Shortfall{Got: len(instances), Min: least, Max: most}
	}
	for _, i := range instances {
		if i.State != nil && ended(i.State.Name) {
			return fmt.Errorf("instance %q is %s: the client token had launched it before, so that the launch ID is "+
				"used up",
				aws.ToString(i.InstanceId), i.State.Name)
		}
	}
	return nil
}

// named says why the instances of an answer may not be all that were launched.
func named(instances []types.Instance) error {
	if len(instances) == 0 {
		return errNoInstances
	}
	seen := map[string]bool{}
	for _, i := range instances {
		switch id := aws.ToString(i.InstanceId); {
		case id == "":
			return errNoID
		case seen[id]:
			return errRepeats
		default:
			seen[id] = true
		}
	}
	return nil
}

// ended reports whether an instance is past running.
func ended(s types.InstanceStateName) bool {
	switch s {
	case types.InstanceStateNameShuttingDown, types.InstanceStateNameTerminated,
		types.InstanceStateNameStopping, types.InstanceStateNameStopped:
		return true
	}
	return false
}
