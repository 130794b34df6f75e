package cloud

import (
	"fmt"
	"net/url"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// A fleet is an EC2 Fleet of type instant: what one request launched.
type fleet struct {
	types.FleetData
	parameters digest // of the request
	answer     *ec2.CreateFleetOutput
	instances  []*instance
	deleted    bool
}

// createFleet serves CreateFleet for fleets of type instant: first On-Demand,
// then Spot capacity. What cannot be launched is no error of the request, but
// one of those that the answer lists.
func (g *Region) createFleet(in *ec2.CreateFleetInput, form url.Values) (*ec2.CreateFleetOutput, error) {
	onDemand, spot, err := capacities(in)
	if err != nil {
		return nil, err
	}
	shares := []share{onDemandShare(in, onDemand), spotShare(in, spot)}
	for n := range shares {
		if err := g.supply(&shares[n], in); err != nil {
			return nil, err
		}
	}
	if err := dry(in.DryRun); err != nil {
		return nil, err
	}
	token := value(in.ClientToken)
	if f := g.fleetTokens[token]; f != nil {
		if f.parameters != canonical(form) {
			return nil, wire.Refuse("IdempotentParameterMismatch",
				"Arguments on this idempotent request are inconsistent with arguments used in previous request(s).")
		}
		return f.answer, nil
	}
	f := g.newFleet(in, canonical(form))
	if token != "" {
		g.fleetTokens[token] = f
	}
	f.FulfilledOnDemandCapacity = new(g.fill(f, shares[0]))
	f.FulfilledCapacity = new(*f.FulfilledOnDemandCapacity + g.fill(f, shares[1]))
	f.ActivityStatus = types.FleetActivityStatusFulfilled
	if *f.FulfilledCapacity < float64(onDemand+spot) {
		f.ActivityStatus = types.FleetActivityStatusError
	}
	return f.answer, nil
}

// newFleet makes a fleet that has launched nothing yet.
func (g *Region) newFleet(in *ec2.CreateFleetInput, parameters digest) *fleet {
	id := fmt.Sprintf("fleet-00000000-0000-4000-8000-%012x", g.next("fleet"))
	f := &fleet{parameters: parameters, answer: &ec2.CreateFleetOutput{FleetId: &id}}
	f.FleetData = types.FleetData{
		FleetId:                     &id,
		ClientToken:                 set(in.ClientToken),
		CreateTime:                  new(g.Now()),
		FleetState:                  types.FleetStateCodeActive,
		Type:                        types.FleetTypeInstant,
		Tags:                        tagged(in.TagSpecifications, types.ResourceTypeFleet),
		LaunchTemplateConfigs:       like[[]types.FleetLaunchTemplateConfig](in.LaunchTemplateConfigs),
		OnDemandOptions:             like[*types.OnDemandOptions](in.OnDemandOptions),
		SpotOptions:                 like[*types.SpotOptions](in.SpotOptions),
		TargetCapacitySpecification: like[*types.TargetCapacitySpecification](in.TargetCapacitySpecification),
	}
	return g.fleets.add(id, f)
}

// fill launches a share of a fleet and returns how much of it there is, in units
// of the fleet's capacity.
func (g *Region) fill(f *fleet, s share) float64 {
	filled := 0.0
	for _, p := range g.allocate(s) {
		described := types.LaunchTemplateAndOverridesResponse{
			LaunchTemplateSpecification: like[*types.FleetLaunchTemplateSpecification](p.source.template),
			Overrides:                   like[*types.FleetLaunchTemplateOverrides](&p.source.override),
		}
		launched, err := g.buy(f, p)
		filled += float64(len(launched)) * p.source.weight
		f.record(launched, s.lifecycle, &described)
		if err != nil {
			f.fail(err, s.lifecycle, &described)
		}
	}
	return filled
}

// buy launches what was planned, and returns why it is less than a fleet wants.
func (g *Region) buy(f *fleet, p purchase) ([]*instance, error) {
	if p.count == 0 {
		return nil, p.err
	}
	in := sized(p.source.in, 1, p.count)
	placing, err := g.place(in)
	if err != nil {
		return nil, err
	}
	if placing.count < p.count { // Another source has taken addresses.
		_, p.err = g.place(sized(p.source.in, p.count, p.count))
	}
	launched := g.launch(in, placing).instances
	for _, i := range launched {
		i.Tags = append(i.Tags, types.Tag{Key: new("aws:ec2:fleet-id"), Value: f.FleetId})
	}
	return launched, p.err
}

// record notes the instances that were launched from a source.
func (f *fleet) record(launched []*instance, lifecycle types.InstanceLifecycle, described *types.LaunchTemplateAndOverridesResponse) {
	if len(launched) == 0 {
		return
	}
	f.instances = append(f.instances, launched...)
	first := launched[0]
	entry := types.CreateFleetInstance{
		AvailabilityZone:           &first.zone.Name,
		AvailabilityZoneId:         &first.zone.ID,
		InstanceType:               first.InstanceType,
		LaunchTemplateAndOverrides: described,
		Lifecycle:                  lifecycle,
		Platform:                   first.Platform,
		SubnetId:                   first.interfaces[0].SubnetId,
	}
	for _, i := range launched {
		entry.InstanceIds = append(entry.InstanceIds, *i.InstanceId)
	}
	f.answer.Instances = append(f.answer.Instances, entry)
	f.Instances = append(f.Instances, like[types.DescribeFleetsInstances](entry))
}

// fail notes why a source gave less than it was asked for.
func (f *fleet) fail(err error, lifecycle types.InstanceLifecycle, described *types.LaunchTemplateAndOverridesResponse) {
	refused := wire.ErrorOf(err)
	entry := types.CreateFleetError{
		ErrorCode: &refused.Code, ErrorMessage: &refused.Message, Lifecycle: lifecycle, LaunchTemplateAndOverrides: described,
	}
	f.answer.Errors = append(f.answer.Errors, entry)
	f.Errors = append(f.Errors, like[types.DescribeFleetError](entry))
}
