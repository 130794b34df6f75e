// Package phash finds a string's place in a fixed list without comparing it
// with more than one entry: a perfect hash by hash-and-displace. Build runs in
// the generator; Sum and Slot at look-up.
package phash

import (
	"cmp"
	"errors"
	"slices"
)

// Sum hashes s, eight bytes at a time; the last eight may overlap those before.
func Sum(s string) uint64 {
	h := uint64(len(s)) * 0x9E3779B97F4A7C15
	if len(s) < 8 {
		var word uint64
		for i := range len(s) {
			word = word<<8 | uint64(s[i])
		}
		return mix(h, word)
	}
	for rest := s; len(rest) > 8; rest = rest[8:] {
		h = mix(h, load(rest))
	}
	return mix(h, load(s[len(s)-8:]))
}

func mix(h, word uint64) uint64 {
	h = (h ^ word) * 0xBF58476D1CE4E5B9
	return h ^ h>>32
}

// load reads the first eight bytes of s; the compiler makes one instruction of
// it.
func load(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Slot returns the slot of a string with the hash h among the slots, given the
// displacements that Build chose.
func Slot(h uint64, displacement []uint16, slots int) int {
	d := uint64(displacement[h&uint64(len(displacement)-1)])
	return int((h>>20 + d*(h>>40|1)) & uint64(slots-1))
}

// Build places names in the slots; buckets and size must be powers of two. In
// its result slots holds the index of a name plus one, 0 where there is none.
// Buckets are placed largest first, each under the smallest displacement that
// finds all its names a free slot, so the result depends on names, buckets and
// size alone.
func Build(names []string, buckets, size int) (displacement, slots []uint16, err error) {
	displacement, slots = make([]uint16, buckets), make([]uint16, size)
	members := make([][]int, buckets)
	for i, name := range names {
		b := Sum(name) % uint64(buckets)
		members[b] = append(members[b], i)
	}
	order := make([]int, buckets)
	for b := range order {
		order[b] = b
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(members[b]), len(members[a])) })
	for _, b := range order {
		if !place(names, members[b], b, displacement, slots) {
			return nil, nil, errors.New("no displacement fits: use more slots")
		}
	}
	return displacement, slots, nil
}

func place(names []string, members []int, bucket int, displacement, slots []uint16) bool {
	for d := range 1 << 16 {
		displacement[bucket] = uint16(d)
		var taken []int
		for _, i := range members {
			s := Slot(Sum(names[i]), displacement, len(slots))
			if slots[s] != 0 {
				break
			}
			slots[s] = uint16(i + 1)
			taken = append(taken, s)
		}
		if len(taken) == len(members) {
			return true
		}
		for _, s := range taken {
			slots[s] = 0
		}
	}
	return false
}
