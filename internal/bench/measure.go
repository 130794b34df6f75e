package main

import (
	"flag"
	"slices"
	"testing"
)

// A cost is what one run of something takes and allocates.
type cost struct {
	ns     float64
	allocs int64
}

// setUp has each run take a fiftieth of a second: many short runs by turns meet
// the same disturbances, which few long ones do not.
func setUp() {
	testing.Init()
	if err := flag.Set("test.benchtime", "20ms"); err != nil {
		panic(err)
	}
}

// medians runs each function often, by turns, so that what else the machine does
// befalls all of them.
func medians(rounds int, functions ...func()) []cost {
	all := make([][]float64, len(functions))
	costs := make([]cost, len(functions))
	for range rounds {
		for i, f := range functions {
			r := testing.Benchmark(func(b *testing.B) {
				for b.Loop() {
					f()
				}
			})
			all[i] = append(all[i], float64(r.T.Nanoseconds())/float64(r.N))
			costs[i].allocs = r.AllocsPerOp()
		}
	}
	for i := range all {
		slices.Sort(all[i])
		costs[i].ns = all[i][rounds/2]
	}
	return costs
}
