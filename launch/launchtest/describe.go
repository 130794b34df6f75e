package launchtest

import (
	"encoding/base64"
	"net/url"
	"regexp"
	"slices"
	"strings"

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
		return nil, refusal("InvalidParameterCombination", "The parameter instancesSet cannot be used with the parameter maxResults")
	}
	if in.MaxResults != nil && *in.MaxResults < 1 {
		return nil, refusal("InvalidParameterValue", "Value (%d) for parameter maxResults is invalid. It must be at least 1", *in.MaxResults)
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

// named returns the instances with the given IDs in the order of their launch, or all instances if no ID is given. Like
// EC2 it refuses the lot for one ID that is malformed or unknown.
func (g *region) named(ids []string) ([]*instance, error) {
	if len(ids) == 0 {
		return g.instances, nil
	}
	var named []*instance
	var unknown []string
	for _, id := range ids {
		if !instanceID.MatchString(id) {
			return nil, refusal("InvalidInstanceID.Malformed", "Invalid id: %q (expecting \"i-...\" with 8 or 17 hexadecimal digits)", clip(id))
		}
		if i, ok := g.byID[id]; ok && g.visible(i) {
			named = append(named, i)
		} else {
			unknown = append(unknown, id)
		}
	}
	switch {
	case len(unknown) == 1:
		return nil, refusal("InvalidInstanceID.NotFound", "The instance ID '%s' does not exist", unknown[0])
	case len(unknown) > 1:
		return nil, refusal("InvalidInstanceID.NotFound", "The instance IDs '%s' do not exist", strings.Join(unknown, ", "))
	}
	slices.SortFunc(named, func(a, b *instance) int { return a.number - b.number })
	return slices.Compact(named), nil
}

// instanceID matches the documented form of instance IDs.
var instanceID = regexp.MustCompile(`^i-([0-9a-f]{8}|[0-9a-f]{17})$`)

// pageSizeFor returns the most instances to answer a request with; 0 is no limit.
func (g *region) pageSizeFor(in *ec2.DescribeInstancesInput) int {
	asked := int(aws.ToInt32(in.MaxResults))
	switch {
	case len(in.InstanceIds) > 0 || g.pageSize == 0:
		return asked
	case asked == 0:
		return g.pageSize
	}
	return min(asked, g.pageSize)
}

// newPage returns the token for what comes after an instance.
func newPage(last *instance) string {
	return base64.RawURLEncoding.EncodeToString([]byte(last.InstanceID))
}

// parsePage returns the number of the instance that a token comes after.
func (g *region) parsePage(token string) (int, error) {
	id, err := base64.RawURLEncoding.DecodeString(token)
	if i, ok := g.byID[string(id)]; ok && err == nil {
		return i.number, nil
	}
	return 0, refusal("InvalidNextToken", "The token %q is not one that this endpoint gave out", clip(token))
}
