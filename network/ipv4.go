package network

import (
	"net/netip"
	"slices"

	"github.com/ec2launch/ec2launch/internal/part"
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

func (l ipv4Addrs) Equal(m ipv4Addrs) bool { return slices.Equal(l, m) }

// ipv4Of returns what v stands for, which for nil is nothing, and what of it is
// no IPv4 address.
func ipv4Of(method, member string, v IPv4) (count *int32, list []string, faults []part.Fault) {
	if v == nil {
		return nil, nil, nil
	}
	addrs, ok := part.Made(func() (addrs []netip.Addr) {
		count, addrs = v.ipv4()
		return addrs
	})
	if !ok {
		return nil, nil, []part.Fault{missing(method, member)}
	}
	for _, a := range addrs {
		if a.Is4() {
			list = append(list, a.String())
		} else {
			faults = append(faults, wrong(method, member, "IPv4 addresses", a.WithZone("")))
		}
	}
	return count, list, faults
}

// privateIP spells a primary IPv4 address; what is none is a fault.
func privateIP(a netip.Addr) (address *string, faults []part.Fault) {
	if !a.Is4() {
		return nil, []part.Fault{wrong("PrivateIP", "PrivateIpAddress", "an IPv4 address", a.WithZone(""))}
	}
	return new(a.String()), nil
}

// missing is the fault of a method that was given nothing it can use.
func missing(method, member string) part.Fault {
	return part.Fault{Path: member, Missing: true, Message: method + " must not be given nil"}
}

// wrong is the fault of a method that was given something else than it takes.
func wrong(method, member, want string, got interface {
	IsValid() bool
	String() string
}) part.Fault {
	text := "an invalid one"
	if got.IsValid() {
		text = got.String()
	}
	return part.Fault{Path: member, Message: method + " must be given " + want + ", not " + text}
}
