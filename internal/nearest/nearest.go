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
	to := To(name)
	var near []candidate
	for _, k := range known {
		if edits := to.Distance(k, most); edits <= most {
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
