package launchtest

import (
	"fmt"
	"net/netip"
	"sync"
)

// A region is the state behind the server: what has been launched, under which tokens, and how often it has been looked
// at. Instances change state by looks rather than by time, so that tests need not wait.
type region struct {
	settings

	mu        sync.Mutex // guards what follows, and the instances
	instances []*instance
	byID      map[string]*instance
	bindings  map[scope]*binding
	looks     int
	last      map[string]int     // number of the last ID made, by prefix
	buckets   map[string]*bucket // by limit; nil without throttling
}

func newRegion(s settings) *region {
	g := &region{
		settings: s,
		byID:     map[string]*instance{},
		bindings: map[scope]*binding{},
		last:     map[string]int{},
	}
	if s.throttle {
		g.buckets = newBuckets()
	}
	return g
}

// next numbers things of a kind from 1.
func (g *region) next(kind string) int {
	g.last[kind]++
	return g.last[kind]
}

// newID returns the next ID with the given prefix: i-00000000000000001 and so on.
func (g *region) newID(prefix string) string {
	return fmt.Sprintf("%s-%017x", prefix, g.next(prefix))
}

// newIPv4 returns the next address of 10.0.0.0/8, from 10.0.0.4 on, since EC2 keeps the first four of a subnet.
func (g *region) newIPv4() string {
	n := g.next("IPv4") + 3
	return netip.AddrFrom4([4]byte{10, byte(n >> 16), byte(n >> 8), byte(n)}).String()
}

// newPublicIPv4 returns the next address of 198.18.0.0/15, a range that nobody routes.
func (g *region) newPublicIPv4() string {
	n := g.next("public IPv4")
	return netip.AddrFrom4([4]byte{198, 18 + byte(n>>16)&1, byte(n >> 8), byte(n)}).String()
}

// newIPv6 returns the next address of 2001:db8::/32, the range set aside for documentation.
func (g *region) newIPv6() string {
	n := g.next("IPv6") + 3
	return netip.AddrFrom16([16]byte{0: 0x20, 1: 0x01, 2: 0x0d, 3: 0xb8, 13: byte(n >> 16), 14: byte(n >> 8),
		15: byte(n)}).String()
}
