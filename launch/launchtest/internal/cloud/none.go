package cloud

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Below is what the account has none of, so that whoever asks is told so.

// none answers a query for things of which there are none.
func none[V any](g *Region, q query) error {
	_, _, err := list(g, new(collection[V]), q, func(_ string, v *V) (V, bool) { return *v, true })
	return err
}

// describeFastSnapshotRestores serves DescribeFastSnapshotRestores: no snapshot
// has any.
func (g *Region) describeFastSnapshotRestores(in *ec2.DescribeFastSnapshotRestoresInput) (*ec2.DescribeFastSnapshotRestoresOutput, error) {
	return new(ec2.DescribeFastSnapshotRestoresOutput), none[types.DescribeFastSnapshotRestoreSuccessItem](g, query{
		action: "DescribeFastSnapshotRestores", filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, least: 1,
	})
}

// describeSecurityGroupVPCAssociations serves
// DescribeSecurityGroupVpcAssociations: each group is of its own VPC alone.
func (g *Region) describeSecurityGroupVPCAssociations(
	in *ec2.DescribeSecurityGroupVpcAssociationsInput,
) (*ec2.DescribeSecurityGroupVpcAssociationsOutput, error) {
	return new(ec2.DescribeSecurityGroupVpcAssociationsOutput), none[types.SecurityGroupVpcAssociation](g, query{
		action: "DescribeSecurityGroupVpcAssociations", filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun,
	})
}

// describeSpotPriceHistory serves DescribeSpotPriceHistory: there are no prices.
func (g *Region) describeSpotPriceHistory(in *ec2.DescribeSpotPriceHistoryInput) (*ec2.DescribeSpotPriceHistoryOutput, error) {
	return new(ec2.DescribeSpotPriceHistoryOutput), none[types.SpotPrice](g, query{
		action: "DescribeSpotPriceHistory", filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, least: 1,
	})
}

// describeSecondarySubnets serves DescribeSecondarySubnets. There are none but
// those that a request names, unless the Region is strict.
func (g *Region) describeSecondarySubnets(in *ec2.DescribeSecondarySubnetsInput) (*ec2.DescribeSecondarySubnetsOutput, error) {
	q := query{
		action: "DescribeSecondarySubnets", filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, together: true,
	}
	if !g.Strict {
		q.ids = in.SecondarySubnetIds
	}
	found, next, err := list(g, &g.secondaries, q, func(_ string, s *types.SecondarySubnet) (types.SecondarySubnet, bool) {
		return *s, true
	})
	return &ec2.DescribeSecondarySubnetsOutput{SecondarySubnets: found, NextToken: next}, err
}
