package cloud

import (
	"net/netip"
)

// A pool hands out the addresses of a block.
type pool struct {
	block  netip.Prefix
	used   map[netip.Addr]bool
	inside int        // how many of those used are in the block
	last   netip.Addr // handed out without being asked for by name
}

// newPool returns a pool of all addresses of a block but the first four, which
// EC2 keeps for itself.
func newPool(block netip.Prefix) pool {
	last := block.Masked().Addr()
	for range 3 {
		last = last.Next()
	}
	return pool{block: block.Masked(), used: map[netip.Addr]bool{}, last: last}
}

// next hands out the next free address. There must be one: see free.
func (p *pool) next() netip.Addr {
	for range len(p.used) + 2 {
		p.last = p.last.Next()
		if !p.block.Contains(p.last.Next()) { // EC2 keeps the last one too.
			p.last = newPool(p.block).last.Next()
		}
		if !p.used[p.last] {
			break
		}
	}
	p.take(p.last)
	return p.last
}

// take hands out an address by name and reports whether it was free.
func (p *pool) take(a netip.Addr) bool {
	if p.used[a] {
		return false
	}
	p.used[a] = true
	if p.block.Contains(a) {
		p.inside++
	}
	return true
}

// release takes an address back.
func (p *pool) release(a netip.Addr) {
	if p.used[a] && p.block.Contains(a) {
		p.inside--
	}
	delete(p.used, a)
}

// free returns how many addresses are left to hand out, or a large number.
func (p *pool) free() int {
	bits := p.block.Addr().BitLen() - p.block.Bits()
	if bits > 30 {
		return 1 << 30
	}
	return 1<<bits - 5 - p.inside
}
