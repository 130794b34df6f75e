package network

import (
	"net/netip"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
)

// IPv6 says which IPv6 addresses an interface has: an [IPv6Count], or a list
// made by [IPv6Addrs] or [IPv6PrimaryAddrs].
type IPv6 interface {
	ipv6() (count *int32, list []netip.Addr, primary bool)
}

// IPv6Count asks for that many addresses, which EC2 chooses from the subnet. Zero
// asks for none, even in a subnet that assigns addresses by itself.
type IPv6Count int32

func (n IPv6Count) ipv6() (*int32, []netip.Addr, bool) { return new(int32(n)), nil, false }

// IPv6Addrs asks for these addresses of the subnet. It goes only with a single
// instance.
func IPv6Addrs(addrs ...netip.Addr) IPv6 { return ipv6Addrs(slices.Clone(addrs)) }

type ipv6Addrs []netip.Addr

func (l ipv6Addrs) ipv6() (*int32, []netip.Addr, bool) { return nil, l, false }

func (l ipv6Addrs) Equal(m ipv6Addrs) bool { return slices.Equal(l, m) }

// IPv6PrimaryAddrs is like [IPv6Addrs] and marks the first address as the primary
// one, which must be a global one.
func IPv6PrimaryAddrs(primary netip.Addr, others ...netip.Addr) IPv6 {
	return ipv6PrimaryAddrs(slices.Concat([]netip.Addr{primary}, others))
}

type ipv6PrimaryAddrs []netip.Addr

func (l ipv6PrimaryAddrs) ipv6() (*int32, []netip.Addr, bool) { return nil, l, true }

func (l ipv6PrimaryAddrs) Equal(m ipv6PrimaryAddrs) bool { return slices.Equal(l, m) }

// ipv6Of returns what v stands for, which for nil is nothing, and what of it is
// no IPv6 address.
func ipv6Of(v IPv6) (count *int32, list []types.InstanceIpv6Address, faults []part.Fault) {
	const method, member = "IPv6", "Ipv6Addresses"
	if v == nil {
		return nil, nil, nil
	}
	var primary bool
	addrs, ok := part.Made(func() (addrs []netip.Addr) {
		count, addrs, primary = v.ipv6()
		return addrs
	})
	if !ok {
		return nil, nil, []part.Fault{missing(method, member)}
	}
	for i, a := range addrs {
		if !a.Is6() {
			faults = append(faults, wrong(method, member, "IPv6 addresses", a))
			continue
		}
		address := types.InstanceIpv6Address{Ipv6Address: new(a.String())}
		if primary && i == 0 {
			address.IsPrimaryIpv6 = new(true)
		}
		list = append(list, address)
	}
	return count, list, faults
}
