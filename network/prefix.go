package network

import (
	"net/netip"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// IPv4Prefixes says which blocks of IPv4 addresses are delegated to an
// interface: an [IPv4PrefixCount] or a list made by [IPv4PrefixList].
type IPv4Prefixes interface {
	ipv4Prefixes() (count *int32, list []types.Ipv4PrefixSpecificationRequest)
}

// IPv4PrefixCount asks for that many /28 blocks, which EC2 chooses from the subnet.
type IPv4PrefixCount int32

func (n IPv4PrefixCount) ipv4Prefixes() (*int32, []types.Ipv4PrefixSpecificationRequest) {
	return new(int32(n)), nil
}

// IPv4PrefixList asks for these /28 blocks of the subnet. It goes only with a
// single instance.
func IPv4PrefixList(prefixes ...netip.Prefix) IPv4Prefixes {
	list := make(ipv4PrefixList, len(prefixes))
	for i, p := range prefixes {
		list[i].Ipv4Prefix = new(p.String())
	}
	return list
}

type ipv4PrefixList []types.Ipv4PrefixSpecificationRequest

func (l ipv4PrefixList) ipv4Prefixes() (*int32, []types.Ipv4PrefixSpecificationRequest) {
	return nil, l
}

// IPv6Prefixes says which blocks of IPv6 addresses are delegated to an
// interface: an [IPv6PrefixCount] or a list made by [IPv6PrefixList].
type IPv6Prefixes interface {
	ipv6Prefixes() (count *int32, list []types.Ipv6PrefixSpecificationRequest)
}

// IPv6PrefixCount asks for that many /80 blocks, which EC2 chooses from the subnet.
type IPv6PrefixCount int32

func (n IPv6PrefixCount) ipv6Prefixes() (*int32, []types.Ipv6PrefixSpecificationRequest) {
	return new(int32(n)), nil
}

// IPv6PrefixList asks for these /80 blocks of the subnet. It goes only with a
// single instance.
func IPv6PrefixList(prefixes ...netip.Prefix) IPv6Prefixes {
	list := make(ipv6PrefixList, len(prefixes))
	for i, p := range prefixes {
		list[i].Ipv6Prefix = new(p.String())
	}
	return list
}

type ipv6PrefixList []types.Ipv6PrefixSpecificationRequest

func (l ipv6PrefixList) ipv6Prefixes() (*int32, []types.Ipv6PrefixSpecificationRequest) {
	return nil, l
}
