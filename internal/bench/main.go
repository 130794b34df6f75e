// Command bench compares what the library costs with what else a launch costs,
// all in one run on one machine:
//
//	go -C internal/bench run .
//
// Each figure is the median of several runs, and is quoted as a ratio against
// the thing it is compared with. Absolute times are those of the machine.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"testing"
	"text/tabwriter"
)

// A comparison is a thing that is measured against another.
type comparison struct {
	name    string
	run     func()
	against string
	beside  func()
}

func main() {
	rounds := flag.Int("rounds", 5, "`runs` of each, of which the median counts")
	flag.Parse()
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "what\tns\tallocs\tagainst\tns\tratio\t")
	for _, c := range comparisons() {
		ns, allocs := medians(*rounds, c.run, c.beside)
		fmt.Fprintf(w, "%s\t%.0f\t%d\t%s\t%.0f\t%.3f\t\n", c.name, ns[0], allocs[0], c.against, ns[1], ns[0]/ns[1])
	}
	w.Flush()

	fmt.Println("\nGrowth of the check: ns for each element, which stays level where the cost is linear.")
	for _, g := range growths() {
		fmt.Fprintf(w, "%s\t", g.name)
		for _, n := range g.sizes {
			in := g.request(n)
			ns, _ := medians(*rounds, func() { check(in) })
			fmt.Fprintf(w, "%d: %.0f\t", n, ns[0]/float64(n))
		}
		fmt.Fprintln(w)
	}
	w.Flush()
}

// medians runs each function often, by turns, so that what else the machine does
// befalls all of them, and returns what one run takes and allocates.
func medians(rounds int, functions ...func()) (ns []float64, allocs []int64) {
	all := make([][]float64, len(functions))
	ns, allocs = make([]float64, len(functions)), make([]int64, len(functions))
	for range rounds {
		for i, f := range functions {
			r := testing.Benchmark(func(b *testing.B) {
				for b.Loop() {
					f()
				}
			})
			all[i] = append(all[i], float64(r.T.Nanoseconds())/float64(r.N))
			allocs[i] = r.AllocsPerOp()
		}
	}
	for i := range all {
		slices.Sort(all[i])
		ns[i] = all[i][rounds/2]
	}
	return ns, allocs
}
