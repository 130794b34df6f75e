package format

import "net/netip"

// IPv4 parses a dotted-quad address.
func IPv4(s string) (netip.Addr, bool) {
	a, err := netip.ParseAddr(s)
	return a, err == nil && a.Is4()
}

// IPv6 parses an IPv6 address: no zone, no mapped IPv4 address.
func IPv6(s string) (netip.Addr, bool) {
	a, err := netip.ParseAddr(s)
	return a, err == nil && a.Is6() && !a.Is4In6() && a.Zone() == ""
}

// Host reports whether an address can belong to a single interface.
func Host(a netip.Addr) bool {
	return a.IsValid() && !a.IsUnspecified() && !a.IsLoopback() && !a.IsMulticast() &&
		!a.IsLinkLocalUnicast() && a != netip.AddrFrom4([4]byte{255, 255, 255, 255})
}

// Prefix parses a CIDR block with that many bits of IPv6 or IPv4. Host bits may
// be set: EC2 does not say that it refuses them.
func Prefix(s string, bits int, is6 bool) (netip.Prefix, bool) {
	p, err := netip.ParsePrefix(s)
	ok := err == nil && p.Bits() == bits && p.Addr().Is6() == is6 && !p.Addr().Is4In6()
	return p, ok
}
