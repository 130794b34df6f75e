package cloud

import (
	"fmt"
	"net/netip"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// A subnet hands out addresses, none of them twice.
type subnet struct {
	types.Subnet
	zone   Zone
	v4, v6 pool
}

// addSubnet adds a subnet that is given.
func (g *Region) addSubnet(t types.Subnet) (*subnet, error) {
	s, err := g.newSubnet(t)
	if err != nil {
		return nil, err
	}
	return g.subnets.add(*t.SubnetId, s), nil
}

// newSubnet makes a subnet. It has blocks of its own unless it says which, and
// lies in the first zone unless it says where. An empty list of IPv6 blocks says
// that it has none.
func (g *Region) newSubnet(t types.Subnet) (*subnet, error) {
	n := g.next("block") - 1
	s := &subnet{zone: g.zones[0]}
	var err error
	if name, id := value(t.AvailabilityZone), value(t.AvailabilityZoneId); name+id != "" {
		if s.zone, err = g.findZone(name, id); err != nil {
			return nil, fmt.Errorf("subnet %s: %w", *t.SubnetId, err)
		}
	}
	t.AvailabilityZone, t.AvailabilityZoneId = &s.zone.Name, &s.zone.ID
	block := cidr(n)
	if t.CidrBlock != nil {
		if block, err = netip.ParsePrefix(*t.CidrBlock); err != nil {
			return nil, fmt.Errorf("subnet %s: %w", *t.SubnetId, err)
		}
	}
	t.CidrBlock = new(block.String())
	s.v4 = newPool(block)
	if t.Ipv6CidrBlockAssociationSet == nil {
		t.Ipv6CidrBlockAssociationSet = []types.SubnetIpv6CidrBlockAssociation{{
			AssociationId:      new(fmt.Sprintf("subnet-cidr-assoc-%017x", n+1)),
			Ipv6CidrBlock:      new(cidr6(n).String()),
			Ipv6CidrBlockState: &types.SubnetCidrBlockState{State: types.SubnetCidrBlockStateCodeAssociated},
		}}
	}
	for _, a := range t.Ipv6CidrBlockAssociationSet {
		if block, err = netip.ParsePrefix(value(a.Ipv6CidrBlock)); err != nil {
			return nil, fmt.Errorf("subnet %s: %w", *t.SubnetId, err)
		}
		s.v6 = newPool(block)
	}
	t.OwnerId = or(t.OwnerId, accountID)
	t.VpcId = or(t.VpcId, defaultVPC)
	t.State = orElse(t.State, types.SubnetStateAvailable)
	t.SubnetArn = or(t.SubnetArn, *g.arn("subnet", *t.SubnetId))
	t.DefaultForAz = or(t.DefaultForAz, false)
	t.MapPublicIpOnLaunch = or(t.MapPublicIpOnLaunch, false)
	t.AssignIpv6AddressOnCreation = or(t.AssignIpv6AddressOnCreation, false)
	t.Ipv6Native = or(t.Ipv6Native, false)
	t.EnableDns64 = or(t.EnableDns64, false)
	t.MapCustomerOwnedIpOnLaunch = or(t.MapCustomerOwnedIpOnLaunch, false)
	if t.PrivateDnsNameOptionsOnLaunch == nil {
		t.PrivateDnsNameOptionsOnLaunch = &types.PrivateDnsNameOptionsOnLaunch{
			HostnameType: types.HostnameTypeIpName, EnableResourceNameDnsARecord: new(false), EnableResourceNameDnsAAAARecord: new(false),
		}
	}
	s.Subnet = t
	return s, nil
}

// leave lets a subnet have n addresses that are free; whoever holds the others
// cannot be seen.
func (s *subnet) leave(n int) error {
	free := s.v4.free()
	if n < 0 || n > free {
		return fmt.Errorf("subnet %s: AvailableIpAddressCount is %d; want 0 to %d, which %s has", *s.SubnetId, n, free, s.v4.block)
	}
	s.v4.others = free - n
	return nil
}

// defaultSubnet returns the subnet that an instance joins when its request names
// none.
func (g *Region) defaultSubnet(z Zone) (*subnet, error) {
	for _, s := range g.subnets.all {
		if value(s.DefaultForAz) && s.zone == z {
			return s, nil
		}
	}
	if g.Resources.NoDefaultVPC {
		return nil, wire.Refuse("VPCIdNotSpecified", "No default VPC for this user. GroupName is only supported for EC2-Classic and default VPC.")
	}
	return nil, wire.Refuse("MissingInput", "No default subnet for availability zone: '%s'.", z.Name)
}

// describeSubnets serves DescribeSubnets.
func (g *Region) describeSubnets(in *ec2.DescribeSubnetsInput) (*ec2.DescribeSubnetsOutput, error) {
	found, next, err := list(g, &g.subnets, query{
		action: "DescribeSubnets", ids: in.SubnetIds, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, together: true,
	}, func(_ string, s *subnet) (types.Subnet, bool) {
		t := s.Subnet
		t.AvailableIpAddressCount = new(int32(min(s.v4.free(), 1<<31-1)))
		return t, true
	})
	return &ec2.DescribeSubnetsOutput{Subnets: found, NextToken: next}, err
}

// describeVPCs serves DescribeVpcs. A VPC has the blocks of its subnets.
func (g *Region) describeVPCs(in *ec2.DescribeVpcsInput) (*ec2.DescribeVpcsOutput, error) {
	found, next, err := list(g, &g.vpcs, query{
		action: "DescribeVpcs", ids: in.VpcIds, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, together: true,
	}, func(id string, v *types.Vpc) (types.Vpc, bool) {
		t := *v
		if t.CidrBlockAssociationSet != nil {
			return t, true
		}
		blocks := []string{*t.CidrBlock}
		vpc, _ := netip.ParsePrefix(blocks[0])
		for _, s := range g.subnets.all {
			if *s.VpcId == id && !vpc.Overlaps(s.v4.block) && !slices.Contains(blocks, *s.CidrBlock) {
				blocks = append(blocks, *s.CidrBlock)
			}
		}
		for n, block := range blocks {
			t.CidrBlockAssociationSet = append(t.CidrBlockAssociationSet, types.VpcCidrBlockAssociation{
				AssociationId:  new(fmt.Sprintf("vpc-cidr-assoc-%017x", n+1)),
				CidrBlock:      &block,
				CidrBlockState: &types.VpcCidrBlockState{State: types.VpcCidrBlockStateCodeAssociated},
			})
		}
		return t, true
	})
	return &ec2.DescribeVpcsOutput{Vpcs: found, NextToken: next}, err
}
