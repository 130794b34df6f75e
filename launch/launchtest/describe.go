package launchtest

import (
	"net/url"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// describeInstances serves DescribeInstances.
func (g *region) describeInstances(form url.Values, requestID string) (any, error) {
	in := new(ec2.DescribeInstancesInput)
	if err := decode(form, describeInstancesParameters, in); err != nil {
		return nil, err
	}
	if len(in.InstanceIds) > 0 && in.MaxResults != nil {
		return nil, refusal("InvalidParameterCombination",
			"The parameter instancesSet cannot be used with the parameter maxResults")
	}
	if in.MaxResults != nil && *in.MaxResults < 1 {
		return nil, refusal("InvalidParameterValue",
			"Value (%d) for parameter maxResults is invalid. It must be at least 1", *in.MaxResults)
	}
	if err := checkFilters(in.Filters); err != nil {
		return nil, err
	}
	if aws.ToBool(in.DryRun) {
		return nil, dryRunPassed()
	}

	g.mu.Lock()
	defer g.mu.Unlock()
	first := 0
	if token := aws.ToString(in.NextToken); token != "" {
		after, err := g.parsePage(token)
		if err != nil {
			return nil, err
		}
		first = after + 1
	} else {
		g.looks++
	}
	chosen, err := g.named(in.InstanceIds)
	if err != nil {
		return nil, err
	}
	var matches []*instance
	for _, i := range chosen {
		if i.number >= first && g.visible(i) && matchesAll(g.view(i), in.Filters) {
			matches = append(matches, i)
		}
	}

	answer := describeInstancesXML{RequestID: requestID}
	if size := g.pageSizeFor(in); size > 0 && len(matches) > size {
		matches = matches[:size]
		answer.NextToken = newPage(matches[size-1])
	}
	for len(matches) > 0 {
		id := matches[0].reservation
		end := slices.IndexFunc(matches, func(i *instance) bool { return i.reservation != id })
		if end < 0 {
			end = len(matches)
		}
		answer.Reservations = append(answer.Reservations, g.describe(id, matches[:end]))
		matches = matches[end:]
	}
	return answer, nil
}

// describe returns instances of one reservation as they are now.
func (g *region) describe(reservation string, instances []*instance) reservationXML {
	r := reservationXML{ReservationID: reservation, OwnerID: accountID}
	for _, i := range instances {
		r.Instances = append(r.Instances, g.view(i))
	}
	return r
}
