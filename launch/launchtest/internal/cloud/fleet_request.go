package cloud

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// A source is an override of a fleet, or a launch template without one, from
// which instances of one lifecycle can be launched.
type source struct {
	template *types.FleetLaunchTemplateSpecificationRequest
	override types.FleetLaunchTemplateOverridesRequest
	weight   float64                // units of capacity of an instance
	in       *ec2.RunInstancesInput // launches from it
	err      error                  // why nothing can be launched from it
}

// capacities refuses a fleet that is none of those that are served, or that EC2
// refuses on sight, and returns how many units it wants of each kind.
func capacities(in *ec2.CreateFleetInput) (onDemand, spot int32, err error) {
	if kind := orElse(in.Type, types.FleetTypeMaintain); kind != types.FleetTypeInstant {
		return 0, 0, wire.Refuse("UnsupportedOperation",
			"launchtest serves fleets of type instant only; this one is of type %s", wire.Clip(string(kind)))
	}
	c := in.TargetCapacitySpecification
	switch {
	case c == nil || c.TotalTargetCapacity == nil:
		return 0, 0, wire.Missing("TargetCapacitySpecification.TotalTargetCapacity")
	case len(in.LaunchTemplateConfigs) == 0:
		return 0, 0, wire.Missing("LaunchTemplateConfigs")
	case value(in.ClientToken) != "" && len(*in.ClientToken) > 64:
		return 0, 0, wire.Refuse("InvalidClientToken",
			"A client token must have at most 64 characters; this one has %d bytes", len(*in.ClientToken))
	}
	total := *c.TotalTargetCapacity
	onDemand, spot = value(c.OnDemandTargetCapacity), value(c.SpotTargetCapacity)
	rest := total - onDemand - spot
	switch {
	case total < 1 || total > maxLaunch:
		return 0, 0, wire.Refuse("InvalidFleetConfig", "TotalTargetCapacity must be 1 to %d; it is %d", maxLaunch, total)
	case onDemand < 0 || spot < 0 || onDemand > total || spot > total || rest < 0:
		return 0, 0, wire.Refuse("InvalidFleetConfig",
			"OnDemandTargetCapacity (%d) and SpotTargetCapacity (%d) must together be at most TotalTargetCapacity (%d)",
			onDemand, spot, total)
	case rest == 0:
		return onDemand, spot, nil
	}
	switch c.DefaultTargetCapacityType {
	case types.DefaultTargetCapacityTypeOnDemand:
		return onDemand + rest, spot, nil
	case types.DefaultTargetCapacityTypeSpot:
		return onDemand, spot + rest, nil
	case "":
		return 0, 0, wire.Refuse("InvalidFleetConfig",
			"DefaultTargetCapacityType must say what the %d units are that are neither On-Demand nor Spot", rest)
	}
	return 0, 0, wire.Refuse("UnsupportedOperation",
		"launchtest serves the default target capacity types on-demand and spot only; this one is %s",
		wire.Clip(string(c.DefaultTargetCapacityType)))
}

// maxSources bounds the overrides of a request: far more than a fleet has, but
// not without end.
const maxSources = 2_000

// supply finds what a share that wants anything may be launched from, in the
// order of the request. An override that nothing can be launched from does not
// spoil the others; a template that does not exist spoils the whole request.
func (g *Region) supply(s *share, in *ec2.CreateFleetInput) error {
	if s.target == 0 {
		return nil
	}
	for _, config := range in.LaunchTemplateConfigs {
		named := config.LaunchTemplateSpecification
		if named == nil || value(named.LaunchTemplateId)+value(named.LaunchTemplateName) == "" {
			return wire.Missing("LaunchTemplateConfigs.LaunchTemplateSpecification")
		}
		overrides := config.Overrides
		if len(overrides) == 0 {
			overrides = make([]types.FleetLaunchTemplateOverridesRequest, 1)
		}
		for _, o := range overrides {
			if len(s.sources) == maxSources {
				return wire.Refuse("InvalidFleetConfig", "A fleet must not have more than %d overrides", maxSources)
			}
			if o.InstanceRequirements != nil {
				return wire.Refuse("UnsupportedOperation",
					"launchtest does not choose instance types by InstanceRequirements: name them in overrides")
			}
			weight := value(or(o.WeightedCapacity, 1))
			if weight <= 0 {
				return wire.Refuse("InvalidParameterValue", "WeightedCapacity must be above 0; it is %v", weight)
			}
			if strings.Contains(value(o.SubnetId), ",") {
				return wire.Refuse("InvalidParameterValue", "An override of a fleet of type instant can have only one subnet ID")
			}
			run, err := g.effective(asked(in, named, o))
			if err != nil {
				return err
			}
			from := &source{template: named, override: o, weight: weight, in: placed(run, o, s.lifecycle)}
			if from.err = checkRun(from.in); from.err == nil {
				from.err = g.exists(from.in)
			}
			s.sources = append(s.sources, from)
		}
	}
	return nil
}

// asked returns the request for one instance of an override, by its template.
func asked(
	in *ec2.CreateFleetInput, named *types.FleetLaunchTemplateSpecificationRequest, o types.FleetLaunchTemplateOverridesRequest,
) *ec2.RunInstancesInput {
	run := &ec2.RunInstancesInput{
		BlockDeviceMappings: like[[]types.BlockDeviceMapping](o.BlockDeviceMappings),
		IamInstanceProfile:  like[*types.IamInstanceProfileSpecification](o.IamInstanceProfile),
		ImageId:             o.ImageId,
		InstanceType:        o.InstanceType,
		KeyName:             o.KeyName,
		LaunchTemplate:      like[*types.LaunchTemplateSpecification](named),
		MetadataOptions:     like[*types.InstanceMetadataOptionsRequest](o.MetadataOptions),
		MinCount:            new(int32(1)),
		MaxCount:            new(int32(1)),
	}
	if o.Placement != nil || o.AvailabilityZone != nil || o.AvailabilityZoneId != nil {
		run.Placement = new(types.Placement)
		if o.Placement != nil {
			*run.Placement = *o.Placement
		}
		if o.AvailabilityZone != nil || o.AvailabilityZoneId != nil {
			run.Placement.AvailabilityZone, run.Placement.AvailabilityZoneId = o.AvailabilityZone, o.AvailabilityZoneId
		}
	}
	for _, spec := range in.TagSpecifications {
		if spec.ResourceType != types.ResourceTypeFleet {
			run.TagSpecifications = append(run.TagSpecifications, spec)
		}
	}
	return run
}

// placed returns a request with the lifecycle that a fleet wants and in the
// subnet that its override names, which is that of every network interface of
// the template.
func placed(
	in *ec2.RunInstancesInput, o types.FleetLaunchTemplateOverridesRequest, lifecycle types.InstanceLifecycle,
) *ec2.RunInstancesInput {
	in.InstanceMarketOptions = nil
	if lifecycle == types.InstanceLifecycleSpot {
		in.InstanceMarketOptions = &types.InstanceMarketOptionsRequest{
			MarketType: types.MarketTypeSpot, SpotOptions: &types.SpotMarketOptions{MaxPrice: o.MaxPrice},
		}
	}
	if value(o.SubnetId) == "" {
		return in
	}
	if len(in.NetworkInterfaces) == 0 {
		in.SubnetId = o.SubnetId
	}
	for n := range in.NetworkInterfaces {
		in.NetworkInterfaces[n].SubnetId = o.SubnetId
	}
	return in
}
