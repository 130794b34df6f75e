package cloud

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// describeImages serves DescribeImages. An owner is an account, "self" or an
// alias such as "amazon".
func (g *Region) describeImages(in *ec2.DescribeImagesInput) (*ec2.DescribeImagesOutput, error) {
	found, next, err := list(g, &g.images, query{
		action: "DescribeImages", ids: in.ImageIds, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, least: 1,
	}, func(_ string, i *types.Image) (types.Image, bool) {
		owned := func(owner string) bool {
			return owner == *i.OwnerId || owner == value(i.ImageOwnerAlias) || owner == "self" && *i.OwnerId == accountID
		}
		return *i, len(in.Owners) == 0 || slices.ContainsFunc(in.Owners, owned)
	})
	return &ec2.DescribeImagesOutput{Images: found, NextToken: next}, err
}

// describeSnapshots serves DescribeSnapshots.
func (g *Region) describeSnapshots(in *ec2.DescribeSnapshotsInput) (*ec2.DescribeSnapshotsOutput, error) {
	found, next, err := list(g, &g.snapshots, query{
		action: "DescribeSnapshots", ids: in.SnapshotIds, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun,
	}, func(_ string, s *types.Snapshot) (types.Snapshot, bool) {
		owned := func(owner string) bool {
			return owner == *s.OwnerId || owner == "self" && *s.OwnerId == accountID || owner == "amazon" && *s.OwnerId == amazonID
		}
		return *s, len(in.OwnerIds) == 0 || slices.ContainsFunc(in.OwnerIds, owned)
	})
	return &ec2.DescribeSnapshotsOutput{Snapshots: found, NextToken: next}, err
}

// describeKeyPairs serves DescribeKeyPairs, which has no pages.
func (g *Region) describeKeyPairs(in *ec2.DescribeKeyPairsInput) (*ec2.DescribeKeyPairsOutput, error) {
	names := slices.Clone(in.KeyNames)
	for _, id := range in.KeyPairIds {
		name := ""
		for n, k := range g.keyPairs.all {
			if *k.KeyPairId == id {
				name = n
			}
		}
		if name == "" {
			return nil, wire.Refuse("InvalidKeyPair.NotFound", "The key pair ID '%s' does not exist", wire.Clip(id))
		}
		names = append(names, name)
	}
	found, _, err := list(g, &g.keyPairs, query{
		action: "DescribeKeyPairs", ids: names, filters: in.Filters, dryRun: in.DryRun,
	}, func(_ string, k *types.KeyPairInfo) (types.KeyPairInfo, bool) {
		v := *k
		if !value(in.IncludePublicKey) {
			v.PublicKey = nil
		}
		return v, true
	})
	return &ec2.DescribeKeyPairsOutput{KeyPairs: found}, err
}

// describePlacementGroups serves DescribePlacementGroups, which has no pages.
func (g *Region) describePlacementGroups(in *ec2.DescribePlacementGroupsInput) (*ec2.DescribePlacementGroupsOutput, error) {
	names := slices.Clone(in.GroupNames)
	for _, id := range in.GroupIds {
		p := g.placementGroupOf(id)
		if p == nil {
			return nil, wire.Refuse("InvalidPlacementGroup.Unknown", "The Placement Group '%s' is unknown.", wire.Clip(id))
		}
		names = append(names, *p.GroupName)
	}
	found, _, err := list(g, &g.placementGroups, query{
		action: "DescribePlacementGroups", ids: names, filters: in.Filters, dryRun: in.DryRun,
	}, func(_ string, p *types.PlacementGroup) (types.PlacementGroup, bool) { return *p, true })
	return &ec2.DescribePlacementGroupsOutput{PlacementGroups: found}, err
}

// describeCapacityReservations serves DescribeCapacityReservations.
func (g *Region) describeCapacityReservations(in *ec2.DescribeCapacityReservationsInput) (*ec2.DescribeCapacityReservationsOutput, error) {
	found, next, err := list(g, &g.reservations, query{
		action: "DescribeCapacityReservations", ids: in.CapacityReservationIds, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, together: true, least: 1,
	}, func(_ string, r *types.CapacityReservation) (types.CapacityReservation, bool) {
		v := *r
		if v.TotalInstanceCount != nil && v.AvailableInstanceCount == nil {
			v.AvailableInstanceCount = new(int32(g.left(r)))
		}
		return v, true
	})
	return &ec2.DescribeCapacityReservationsOutput{CapacityReservations: found, NextToken: next}, err
}

// describeHosts serves DescribeHosts.
func (g *Region) describeHosts(in *ec2.DescribeHostsInput) (*ec2.DescribeHostsOutput, error) {
	found, next, err := list(g, &g.hosts, query{
		action: "DescribeHosts", ids: in.HostIds, filters: in.Filter,
		maxResults: in.MaxResults, nextToken: in.NextToken,
	}, func(_ string, h *types.Host) (types.Host, bool) { return *h, true })
	return &ec2.DescribeHostsOutput{Hosts: found, NextToken: next}, err
}
