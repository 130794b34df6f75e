package cloud

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// maxDeletedFleets is the documented number of instant fleets that one request
// deletes.
const maxDeletedFleets = 25

// describeFleets serves DescribeFleets. A fleet of type instant is listed only
// if it is named.
func (g *Region) describeFleets(in *ec2.DescribeFleetsInput) (*ec2.DescribeFleetsOutput, error) {
	found, next, err := list(g, &g.fleets, query{
		action: "DescribeFleets", ids: in.FleetIds, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, together: true, least: 1, look: true,
	}, func(_ string, f *fleet) (types.FleetData, bool) {
		return g.viewFleet(f), len(in.FleetIds) > 0
	})
	return &ec2.DescribeFleetsOutput{Fleets: found, NextToken: next}, err
}

// viewFleet returns a fleet as EC2 would describe it now.
func (g *Region) viewFleet(f *fleet) types.FleetData {
	v := f.FleetData
	if !f.deleted {
		return v
	}
	v.FleetState = types.FleetStateCodeDeleted
	for _, i := range f.instances {
		if g.state(i) != types.InstanceStateNameTerminated {
			v.FleetState = types.FleetStateCodeDeletedTerminatingInstances
		}
	}
	return v
}

// describeFleetInstances serves DescribeFleetInstances, which EC2 does not
// support for fleets of type instant.
func (g *Region) describeFleetInstances(in *ec2.DescribeFleetInstancesInput) (*ec2.DescribeFleetInstancesOutput, error) {
	if value(in.FleetId) == "" {
		return nil, wire.Missing("FleetId")
	}
	if _, err := g.fleets.find(*in.FleetId); err != nil {
		return nil, err
	}
	return nil, wire.Refuse("UnsupportedOperation",
		"DescribeFleetInstances does not support fleets of type instant. Use DescribeFleets with the ID of the fleet.")
}

// deleteFleets serves DeleteFleets, which terminates the instances of a fleet of
// type instant.
func (g *Region) deleteFleets(in *ec2.DeleteFleetsInput) (*ec2.DeleteFleetsOutput, error) {
	switch {
	case len(in.FleetIds) == 0:
		return nil, wire.Missing("FleetId")
	case in.TerminateInstances == nil:
		return nil, wire.Missing("TerminateInstances")
	case len(in.FleetIds) > maxDeletedFleets:
		return nil, wire.Refuse("InvalidParameterValue",
			"A request can delete at most %d fleets of type instant; this one names %d", maxDeletedFleets, len(in.FleetIds))
	}
	if err := dry(in.DryRun); err != nil {
		return nil, err
	}
	g.look()
	out := new(ec2.DeleteFleetsOutput)
	for _, id := range in.FleetIds {
		refuse := func(code types.DeleteFleetErrorCode, message string) {
			out.UnsuccessfulFleetDeletions = append(out.UnsuccessfulFleetDeletions, types.DeleteFleetErrorItem{
				FleetId: &id, Error: &types.DeleteFleetError{Code: code, Message: &message},
			})
		}
		switch f := g.fleets.byID[id]; {
		case f == nil:
			refuse(types.DeleteFleetErrorCodeFleetIdDoesNotExist, "The fleet does not exist.")
		case f.deleted:
			refuse(types.DeleteFleetErrorCodeFleetNotInDeletableState, "The fleet is deleted.")
		case !*in.TerminateInstances:
			refuse(types.DeleteFleetErrorCodeUnexpectedError, "A fleet of type instant cannot be deleted without terminating its instances.")
		default:
			f.deleted = true
			for _, i := range f.instances {
				g.terminate(i)
			}
			out.SuccessfulFleetDeletions = append(out.SuccessfulFleetDeletions, types.DeleteFleetSuccessItem{
				FleetId:            &id,
				PreviousFleetState: types.FleetStateCodeActive,
				CurrentFleetState:  types.FleetStateCodeDeletedTerminatingInstances,
			})
		}
	}
	return out, nil
}
