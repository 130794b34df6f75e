package cloud

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// defaultGroupOf returns the ID of the default security group of a VPC.
func (g *Region) defaultGroupOf(vpc string) string {
	for id, group := range g.groups.all {
		if *group.GroupName == "default" && *group.VpcId == vpc {
			return id
		}
	}
	id := g.newID("sg")
	g.addGroup(types.SecurityGroup{GroupId: &id, GroupName: new("default"), VpcId: &vpc, Description: new("default VPC security group")})
	return id
}

// groupNamed returns the ID of the security group of that name in the default
// VPC.
func (g *Region) groupNamed(name string) (string, error) {
	for id, group := range g.groups.all {
		if *group.GroupName == name && *group.VpcId == defaultVPC {
			return id, nil
		}
	}
	if g.Strict {
		return "", wire.Refuse("InvalidGroup.NotFound", "The security group '%s' does not exist in default VPC '%s'", wire.Clip(name), defaultVPC)
	}
	id := g.newID("sg")
	g.addGroup(types.SecurityGroup{GroupId: &id, GroupName: &name})
	return id, nil
}

// identify returns IDs and names of the security groups with the given IDs,
// leaving out those that do not exist.
func (g *Region) identify(ids []string) []types.GroupIdentifier {
	groups := []types.GroupIdentifier{}
	for _, id := range ids {
		if group, err := g.groups.find(id); err == nil {
			groups = append(groups, types.GroupIdentifier{GroupId: group.GroupId, GroupName: group.GroupName})
		}
	}
	return groups
}

// describeSecurityGroups serves DescribeSecurityGroups.
func (g *Region) describeSecurityGroups(in *ec2.DescribeSecurityGroupsInput) (*ec2.DescribeSecurityGroupsOutput, error) {
	ids := slices.Clone(in.GroupIds)
	for _, name := range in.GroupNames {
		id, err := g.groupNamed(name)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	found, next, err := list(g, &g.groups, query{
		action: "DescribeSecurityGroups", ids: ids, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, together: true,
	}, func(_ string, s *types.SecurityGroup) (types.SecurityGroup, bool) { return *s, true })
	return &ec2.DescribeSecurityGroupsOutput{SecurityGroups: found, NextToken: next}, err
}
