// Package nearest finds the known names that a mistyped name most likely meant.
//
//	nearest.Names("Iop", []string{"Encrypted", "Iops"}, 1) // [Iops]
package nearest

import (
	"cmp"
	"slices"
)

// Names returns at most n of the known names that lie close to name, the
// closest first and equally close ones in the order of known. It returns nil
// when none is close.
//
// Close means at most one edit for every three bytes of name, and always at
// least one. An edit inserts, drops or replaces a byte, or swaps two
// neighbours. The case of ASCII letters counts for nothing. The time is bounded
// by the lengths of the known names, however long name is.
func Names(name string, known []string, n int) []string {
	type candidate struct {
		name  string
		edits int
	}
	most := max(1, len(name)/3)
	var near []candidate
	for _, k := range known {
		if edits := Distance(name, k, most); edits <= most {
			near = append(near, candidate{k, edits})
		}
	}
	slices.SortStableFunc(near, func(a, b candidate) int { return cmp.Compare(a.edits, b.edits) })

	var names []string
	for _, c := range near[:min(max(n, 0), len(near))] {
		names = append(names, c.name)
	}
	return names
}

// Distance counts the edits that turn a into b; a result above most says no
// more than that.
func Distance(a, b string, most int) int {
	if d := len(a) - len(b); d > most || -d > most {
		return most + 1
	}
	// Three rows of the usual table: row[j] is the distance of a[:i] and b[:j].
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			replace := last[j-1]
			if !same(a[i-1], b[j-1]) {
				replace++
			}
			row[j] = min(replace, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && same(a[i-1], b[j-2]) && same(a[i-2], b[j-1]) {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}

// same ignores the case of ASCII letters only: Unicode folding would take the
// Kelvin sign for a k.
func same(a, b byte) bool { return lower(a) == lower(b) }

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
