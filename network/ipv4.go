package network

import (
	"net/netip"
	"slices"
)

// IPv4 says which private IPv4 addresses an interface has beside its primary
// one: an [IPv4Count] or a list made by [IPv4Addrs].
type IPv4 interface {
	ipv4() (count *int32, list []netip.Addr)
}

// IPv4Count asks for that many addresses, which EC2 chooses from the subnet.
type IPv4Count int32

func (n IPv4Count) ipv4() (*int32, []netip.Addr) { return new(int32(n)), nil }

// IPv4Addrs asks for these addresses of the subnet. It goes only with a single
// instance.
func IPv4Addrs(addrs ...netip.Addr) IPv4 { return ipv4Addrs(slices.Clone(addrs)) }

type ipv4Addrs []netip.Addr

func (l ipv4Addrs) ipv4() (*int32, []netip.Addr) { return nil, l }

// ipv4Of returns what v stands for, which for nil is nothing.
func ipv4Of(v IPv4) (count *int32, list []netip.Addr) {
	if v == nil {
		return nil, nil
	}
	return v.ipv4()
}
