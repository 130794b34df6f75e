package launchtest

import (
	"net/url"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// terminateInstances serves TerminateInstances. A protected instance spares all
// that are named in its zone and makes the request fail, while those of other
// zones are terminated.
func (g *region) terminateInstances(form url.Values, requestID string) (any, error) {
	in := new(ec2.TerminateInstancesInput)
	if err := decode(form, terminateInstancesParameters, in); err != nil {
		return nil, err
	}
	if len(in.InstanceIds) == 0 {
		return nil, missing("InstanceId")
	}

	g.mu.Lock()
	defer g.mu.Unlock()
	g.looks++
	named, err := g.named(in.InstanceIds)
	if err != nil {
		return nil, err
	}
	if aws.ToBool(in.DryRun) {
		return nil, dryRunPassed()
	}
	if err := g.spend("TerminateInstances instances", len(named)); err != nil {
		return nil, err
	}

	var protected []string
	spared := map[string]bool{} // zones
	for _, i := range named {
		if i.protected && !gone(g.state(i)) {
			protected = append(protected, i.InstanceID)
			spared[i.zone] = true
		}
	}
	answer := terminateInstancesXML{RequestID: requestID}
	for _, i := range named {
		if !spared[i.zone] {
			answer.Changes = append(answer.Changes, g.terminate(i))
		}
	}
	if len(protected) > 0 {
		return nil, refusal("OperationNotPermitted",
			"The instances '%s' may not be terminated. Modify their 'disableApiTermination' instance attribute and try "+
				"again.",
			strings.Join(protected, ", "))
	}
	return answer, nil
}

// terminate ends an instance, or reports the state of one that has ended already.
func (g *region) terminate(i *instance) stateChangeXML {
	previous := g.state(i)
	if !gone(previous) {
		i.fixed = ""
		i.ended = g.looks
		i.Reason = &reasonXML{"Client.UserInitiatedShutdown", "Client.UserInitiatedShutdown: User initiated shutdown"}
	}
	return stateChangeXML{
		InstanceID: i.InstanceID,
		Previous:   newStateXML(previous),
		Current:    newStateXML(g.state(i)),
	}
}
