package network

import (
	"net/netip"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// IPv6 says which IPv6 addresses an interface has: an [IPv6Count], or a list
// made by [IPv6Addrs] or [IPv6PrimaryAddrs].
type IPv6 interface {
	ipv6() (count *int32, list []types.InstanceIpv6Address)
}

// IPv6Count asks for that many addresses, which EC2 chooses from the subnet. Zero
// asks for none, even in a subnet that assigns addresses by itself.
type IPv6Count int32

func (n IPv6Count) ipv6() (*int32, []types.InstanceIpv6Address) { return new(int32(n)), nil }

// IPv6Addrs asks for these addresses of the subnet. It goes only with a single
// instance.
func IPv6Addrs(addrs ...netip.Addr) IPv6 { return listOf(addrs) }

// IPv6PrimaryAddrs is like [IPv6Addrs] and marks the first address as the primary
// one, which must be a global one.
func IPv6PrimaryAddrs(primary netip.Addr, others ...netip.Addr) IPv6 {
	list := append(listOf([]netip.Addr{primary}), listOf(others)...)
	list[0].IsPrimaryIpv6 = new(true)
	return list
}

type ipv6List []types.InstanceIpv6Address

func listOf(addrs []netip.Addr) ipv6List {
	list := make(ipv6List, len(addrs))
	for i, a := range addrs {
		list[i].Ipv6Address = new(a.String())
	}
	return list
}

func (l ipv6List) ipv6() (*int32, []types.InstanceIpv6Address) { return nil, l }

// ipv6Of returns what v stands for, which for nil is nothing.
func ipv6Of(v IPv6) (count *int32, list []types.InstanceIpv6Address) {
	if v == nil {
		return nil, nil
	}
	return v.ipv6()
}
