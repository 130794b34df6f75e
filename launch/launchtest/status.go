package launchtest

import (
	"net/url"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// describeInstanceStatus serves DescribeInstanceStatus for instances that are named: by default for running ones only.
// It has neither filters nor pages.
func (g *region) describeInstanceStatus(form url.Values, requestID string) (any, error) {
	in := new(ec2.DescribeInstanceStatusInput)
	if err := decode(form, describeInstanceStatusParameters, in); err != nil {
		return nil, err
	}
	if len(in.InstanceIds) == 0 || len(in.Filters) > 0 || in.MaxResults != nil || in.NextToken != nil {
		return nil, refusal("InvalidParameterCombination",
			"launchtest serves DescribeInstanceStatus by instance IDs alone")
	}
	if aws.ToBool(in.DryRun) {
		return nil, dryRunPassed()
	}

	g.mu.Lock()
	defer g.mu.Unlock()
	g.looks++
	named, err := g.named(in.InstanceIds)
	if err != nil {
		return nil, err
	}
	answer := describeInstanceStatusXML{RequestID: requestID}
	for _, i := range named {
		state := g.state(i)
		if state != types.InstanceStateNameRunning && !aws.ToBool(in.IncludeAllInstances) {
			continue
		}
		checks := g.checks(i, state)
		answer.Statuses = append(answer.Statuses, statusXML{i.InstanceID, i.zone, newStateXML(state), checks, checks})
	}
	return answer, nil
}

// checks returns what the status checks of an instance in that state say, and counts the look at them.
func (g *region) checks(i *instance, state types.InstanceStateName) types.SummaryStatus {
	if state != types.InstanceStateNameRunning {
		return types.SummaryStatusNotApplicable
	}
	i.checked++
	if i.checked <= g.checkLooks {
		return types.SummaryStatusInitializing
	}
	return types.SummaryStatusOk
}
