package cloud

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// know fills the instance types and their offerings when they are first asked
// for: those that were given, and the library's catalogue. Offered is what was
// given, else every type in every zone.
func (g *Region) know() {
	if len(g.instanceTypes.order) > 0 {
		return
	}
	for _, t := range g.Resources.InstanceTypes {
		g.instanceTypes.add(string(t.InstanceType), &t)
	}
	for info := range instancetype.All() {
		if g.instanceTypes.byID[string(info.Type())] == nil {
			g.instanceTypes.add(string(info.Type()), new(describeType(info)))
		}
	}
	for _, o := range g.Resources.Offerings {
		o.LocationType = orElse(o.LocationType, types.LocationTypeAvailabilityZone)
		g.offer(o.LocationType, value(o.Location), o.InstanceType)
	}
	if len(g.Resources.Offerings) > 0 {
		return
	}
	for t := range g.instanceTypes.all {
		t := types.InstanceType(t)
		g.offer(types.LocationTypeRegion, g.Settings.Region, t)
		for _, z := range g.zones {
			g.offer(types.LocationTypeAvailabilityZone, z.Name, t)
			g.offer(types.LocationTypeAvailabilityZoneId, z.ID, t)
		}
	}
}

func (g *Region) offer(kind types.LocationType, location string, t types.InstanceType) {
	g.offerings.add(fmt.Sprintf("%s %s %s", kind, location, t),
		&types.InstanceTypeOffering{InstanceType: t, LocationType: kind, Location: &location})
}

// offered reports whether an instance type is to be had in a zone.
func (g *Region) offered(t types.InstanceType, z Zone) bool {
	g.know()
	for kind, location := range map[types.LocationType]string{
		types.LocationTypeRegion:             g.Settings.Region,
		types.LocationTypeAvailabilityZone:   z.Name,
		types.LocationTypeAvailabilityZoneId: z.ID,
	} {
		if kind == types.LocationTypeRegion && len(g.Resources.Offerings) == 0 {
			continue
		}
		if g.offerings.byID[fmt.Sprintf("%s %s %s", kind, location, t)] != nil {
			return true
		}
	}
	return false
}

// typeInfo returns what is known of an instance type.
func (g *Region) typeInfo(t types.InstanceType) types.InstanceTypeInfo {
	for _, given := range g.Resources.InstanceTypes {
		if given.InstanceType == t {
			return given
		}
	}
	info, _ := instancetype.Lookup(t)
	return describeType(info)
}

// describeInstanceTypes serves DescribeInstanceTypes.
func (g *Region) describeInstanceTypes(in *ec2.DescribeInstanceTypesInput) (*ec2.DescribeInstanceTypesOutput, error) {
	g.know()
	var ids []string
	for _, t := range in.InstanceTypes {
		ids = append(ids, string(t))
	}
	if value(in.MaxResults) > 100 {
		return nil, wire.Refuse("InvalidParameterValue", "Value (%d) for parameter maxResults is invalid. Expecting a value between 5 and 100", *in.MaxResults)
	}
	q := query{
		action: "DescribeInstanceTypes", ids: ids, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun,
	}
	found, next, err := list(g, &g.instanceTypes, q.pagedBy(100), func(_ string, t *types.InstanceTypeInfo) (types.InstanceTypeInfo, bool) { return *t, true })
	return &ec2.DescribeInstanceTypesOutput{InstanceTypes: found, NextToken: next}, err
}

// describeInstanceTypeOfferings serves DescribeInstanceTypeOfferings.
func (g *Region) describeInstanceTypeOfferings(in *ec2.DescribeInstanceTypeOfferingsInput) (*ec2.DescribeInstanceTypeOfferingsOutput, error) {
	g.know()
	kind := orElse(in.LocationType, types.LocationTypeRegion)
	if !slices.Contains(kind.Values(), kind) {
		return nil, wire.Refuse("InvalidParameterValue", "Value (%s) for parameter locationType is invalid. Expecting one of %s",
			wire.Clip(string(kind)), kind.Values())
	}
	q := query{
		action: "DescribeInstanceTypeOfferings", filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun,
	}
	found, next, err := list(g, &g.offerings, q.pagedBy(1000), func(_ string, o *types.InstanceTypeOffering) (types.InstanceTypeOffering, bool) {
		return *o, o.LocationType == kind
	})
	return &ec2.DescribeInstanceTypeOfferingsOutput{InstanceTypeOfferings: found, NextToken: next}, err
}
