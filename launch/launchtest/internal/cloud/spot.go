package cloud

import (
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// requestSpot makes the Spot Instance request of an instance: it is fulfilled.
func (g *Region) requestSpot(i *instance, in *ec2.RunInstancesInput, now time.Time) {
	id := fmt.Sprintf("sir-%08x", g.next("sir"))
	options := new(types.SpotMarketOptions)
	if in.InstanceMarketOptions.SpotOptions != nil {
		options = in.InstanceMarketOptions.SpotOptions
	}
	i.SpotInstanceRequestId = &id
	i.spot = g.spots.add(id, &types.SpotInstanceRequest{
		SpotInstanceRequestId:        &id,
		CreateTime:                   &now,
		InstanceId:                   i.InstanceId,
		InstanceInterruptionBehavior: orElse(options.InstanceInterruptionBehavior, types.InstanceInterruptionBehaviorTerminate),
		LaunchedAvailabilityZone:     &i.zone.Name,
		LaunchedAvailabilityZoneId:   &i.zone.ID,
		ProductDescription:           types.RIProductDescriptionLinuxUnix,
		SpotPrice:                    options.MaxPrice,
		Tags:                         tagged(in.TagSpecifications, types.ResourceTypeSpotInstancesRequest),
		Type:                         orElse(options.SpotInstanceType, types.SpotInstanceTypeOneTime),
		ValidUntil:                   options.ValidUntil,
		LaunchSpecification: &types.LaunchSpecification{
			ImageId:        i.ImageId,
			InstanceType:   in.InstanceType,
			KeyName:        i.KeyName,
			Monitoring:     &types.RunInstancesMonitoringEnabled{Enabled: new(i.Monitoring.State != types.MonitoringStateDisabled)},
			Placement:      &types.SpotPlacement{AvailabilityZone: &i.zone.Name},
			SecurityGroups: i.interfaces[0].Groups,
			SubnetId:       i.interfaces[0].SubnetId,
		},
	})
}

// viewSpot returns a Spot Instance request as EC2 would describe it now.
func (g *Region) viewSpot(id string, s *types.SpotInstanceRequest) (types.SpotInstanceRequest, bool) {
	v := *s
	i := g.instances.byID[*s.InstanceId]
	status := func(code, message string) *types.SpotInstanceStatus {
		return &types.SpotInstanceStatus{Code: &code, Message: &message, UpdateTime: s.CreateTime}
	}
	gone := gone(g.state(i))
	switch {
	case s.State == types.SpotInstanceStateCancelled && !gone:
		v.Status = status("request-canceled-and-instance-running", "Your Spot request was canceled, but your instance is still running.")
	case gone && (s.State == types.SpotInstanceStateCancelled || s.Type == types.SpotInstanceTypeOneTime):
		v.State = orElse(s.State, types.SpotInstanceStateClosed)
		v.Status = status("instance-terminated-by-user", "Spot Instance terminated due to user-initiated termination.")
	default:
		v.State = types.SpotInstanceStateActive
		v.Status = status("fulfilled", "Your spot request is fulfilled.")
	}
	return v, g.visible(i)
}

// describeSpotInstanceRequests serves DescribeSpotInstanceRequests.
func (g *Region) describeSpotInstanceRequests(in *ec2.DescribeSpotInstanceRequestsInput) (*ec2.DescribeSpotInstanceRequestsOutput, error) {
	found, next, err := list(g, &g.spots, query{
		action: "DescribeSpotInstanceRequests", ids: in.SpotInstanceRequestIds, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, together: true, look: true,
	}, g.viewSpot)
	return &ec2.DescribeSpotInstanceRequestsOutput{SpotInstanceRequests: found, NextToken: next}, err
}

// cancelSpotInstanceRequests serves CancelSpotInstanceRequests, which leaves the
// instances alone, and requests that are closed.
func (g *Region) cancelSpotInstanceRequests(in *ec2.CancelSpotInstanceRequestsInput) (*ec2.CancelSpotInstanceRequestsOutput, error) {
	ids, err := g.spots.findAll(in.SpotInstanceRequestIds)
	if err != nil {
		return nil, err
	}
	if err := dry(in.DryRun); err != nil {
		return nil, err
	}
	out := new(ec2.CancelSpotInstanceRequestsOutput)
	for _, id := range ids {
		s := g.spots.byID[id]
		v, _ := g.viewSpot(id, s)
		if v.State != types.SpotInstanceStateClosed {
			v.State = types.SpotInstanceStateCancelled
			s.State = v.State
		}
		out.CancelledSpotInstanceRequests = append(out.CancelledSpotInstanceRequests, types.CancelledSpotInstanceRequest{
			SpotInstanceRequestId: &id, State: types.CancelSpotInstanceRequestState(v.State),
		})
	}
	return out, nil
}
