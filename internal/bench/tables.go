package main

import "slices"

// A table has a row for each operation or kind of growth, and a ratio for each
// request or size.
type table []row

type row struct {
	name   string
	ours   bool
	sizes  []int // of a growth
	ratios []float64
	allocs []int64
}

// measureOperations measures all operations on all requests, as ratios against
// the SDK's call with the same request.
func measureOperations(rounds int) table {
	all := operations()
	rows := make(table, len(all))
	base := slices.IndexFunc(all, func(o operation) bool { return o.name == theSDKsCall })
	for _, r := range requests {
		s := newSubject(r)
		runs := make([]func(), len(all))
		for i, o := range all {
			runs[i] = func() { o.run(s) }
		}
		costs := medians(rounds, runs...)
		for i, o := range all {
			rows[i].name, rows[i].ours = o.name, o.ours
			rows[i].ratios = append(rows[i].ratios, costs[i].ns/costs[base].ns)
			rows[i].allocs = append(rows[i].allocs, costs[i].allocs)
		}
	}
	return rows
}

// measureGrowths measures all growths, as ratios against the smallest size.
func measureGrowths(rounds int) (rows table) {
	for _, g := range growths() {
		var runs []func()
		for _, n := range g.sizes {
			check := g.check(n)
			runs = append(runs, func() { check() })
		}
		rows = append(rows, row{name: g.name, ours: true, sizes: g.sizes, ratios: ratios(medians(rounds, runs...))})
	}
	return rows
}

// ratios are those against the first cost.
func ratios(costs []cost) (rs []float64) {
	for _, c := range costs {
		rs = append(rs, c.ns/costs[0].ns)
	}
	return rs
}
