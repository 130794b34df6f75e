package cloud

import (
	"maps"
	"net/netip"
)

// A pool hands out the addresses of a block, and prefixes of it.
type pool struct {
	block    netip.Prefix
	used     map[netip.Addr]bool
	prefixes map[netip.Prefix]bool // handed out
	within   map[netip.Prefix]int  // how much of each prefix is used; only those of the block
	inside   int                   // how many of the used addresses are in the block
	others   int                   // how many addresses are held by whom the pool does not know
	last     netip.Addr            // handed out without being asked for by name
	lowest   netip.Addr            // of the last prefix that was handed out so
}

// newPool returns a pool of all addresses of a block but the first four and the
// last, which EC2 keeps for itself.
func newPool(block netip.Prefix) pool {
	last := block.Masked().Addr()
	for range 3 {
		last = last.Next()
	}
	p := pool{
		block: block.Masked(), last: last, lowest: block.Masked().Addr(),
		used: map[netip.Addr]bool{}, prefixes: map[netip.Prefix]bool{}, within: map[netip.Prefix]int{},
	}
	p.within[p.prefixOf(p.block.Addr())]++
	p.within[p.prefixOf(end(p.block))]++
	return p
}

// end returns the last address of a block.
func end(block netip.Prefix) netip.Addr {
	a := block.Masked().Addr().AsSlice()
	for bit := block.Bits(); bit < 8*len(a); bit++ {
		a[bit/8] |= 0x80 >> (bit % 8)
	}
	last, _ := netip.AddrFromSlice(a)
	return last
}

// prefixOf returns the prefix with an address that could be handed out: /28 of
// IPv4, /80 of IPv6.
func (p *pool) prefixOf(a netip.Addr) netip.Prefix {
	bits := 28
	if a.Is6() {
		bits = 80
	}
	prefix, _ := a.Prefix(bits) // It fails for other numbers of bits only.
	return prefix
}

// taken reports whether an address is handed out, by itself or in a prefix.
func (p *pool) taken(a netip.Addr) bool { return p.used[a] || p.prefixes[p.prefixOf(a)] }

// next hands out the next free address. There must be one: see free.
func (p *pool) next() netip.Addr {
	for range len(p.used) + prefixSize*len(p.prefixes) + 2 {
		p.last = p.last.Next()
		if !p.block.Contains(p.last.Next()) { // EC2 keeps the last one too.
			p.last = newPool(p.block).last.Next()
		}
		if !p.taken(p.last) {
			break
		}
	}
	p.take(p.last)
	return p.last
}

// take hands out an address by name and reports whether it was free.
func (p *pool) take(a netip.Addr) bool {
	if p.taken(a) {
		return false
	}
	p.used[a] = true
	if p.block.Contains(a) {
		p.inside++
		p.within[p.prefixOf(a)]++
	}
	return true
}

// release takes an address back.
func (p *pool) release(a netip.Addr) {
	if p.used[a] && p.block.Contains(a) {
		p.inside--
		p.leave(p.prefixOf(a))
	}
	delete(p.used, a)
}

// leave notes that less of a prefix is used.
func (p *pool) leave(prefix netip.Prefix) {
	if p.within[prefix]--; p.within[prefix] == 0 {
		delete(p.within, prefix)
	}
}

// prefixSize is the number of addresses of an IPv4 prefix.
const prefixSize = 16

// nextPrefix hands out a prefix of which nothing is used, from the end of the
// block, and false if there is none.
func (p *pool) nextPrefix() (netip.Prefix, bool) {
	if p.freePrefixes() <= 0 {
		return netip.Prefix{}, false
	}
	for {
		a := p.lowest.Prev()
		if !p.block.Contains(a) {
			a = end(p.block)
		}
		prefix := p.prefixOf(a)
		p.lowest = prefix.Addr()
		if p.within[prefix] == 0 {
			p.takePrefix(prefix)
			return prefix, true
		}
	}
}

// clone returns a pool of its own that hands out the same.
func (p *pool) clone() *pool {
	clone := *p
	clone.used, clone.prefixes, clone.within = maps.Clone(p.used), maps.Clone(p.prefixes), maps.Clone(p.within)
	return &clone
}

// takePrefix hands out a prefix by name, if it is one that could be handed out.
func (p *pool) takePrefix(prefix netip.Prefix) {
	if p.prefixes[prefix] || prefix != p.prefixOf(prefix.Addr()) || !p.block.Overlaps(prefix) {
		return
	}
	p.prefixes[prefix] = true
	p.within[prefix]++
}

// releasePrefix takes a prefix back.
func (p *pool) releasePrefix(prefix netip.Prefix) {
	if p.prefixes[prefix] {
		delete(p.prefixes, prefix)
		p.leave(prefix)
	}
}

// free returns how many addresses are left to hand out, or a large number.
func (p *pool) free() int {
	bits := p.block.Addr().BitLen() - p.block.Bits()
	if bits > 30 {
		return 1 << 30
	}
	return 1<<bits - 5 - p.inside - p.others - prefixSize*len(p.prefixes)
}

// freePrefixes returns how many prefixes are left to hand out.
func (p *pool) freePrefixes() int {
	unbroken := 1<<min(max(p.prefixOf(p.block.Addr()).Bits()-p.block.Bits(), 0), 30) - len(p.within)
	return min(unbroken, p.free()/prefixSize)
}
