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
		ours, allocs := median(*rounds, c.run)
		theirs, _ := median(*rounds, c.beside)
		fmt.Fprintf(w, "%s\t%.0f\t%d\t%s\t%.0f\t%.3f\t\n", c.name, ours, allocs, c.against, theirs, ours/theirs)
	}
	w.Flush()

	fmt.Println("\nGrowth of the check: ns for each element, which stays level where the cost is linear.")
	for _, g := range growths() {
		fmt.Fprintf(w, "%s\t", g.name)
		for _, n := range g.sizes {
			in := g.request(n)
			ns, _ := median(*rounds, func() { check(in) })
			fmt.Fprintf(w, "%d: %.0f\t", n, ns/float64(n))
		}
		fmt.Fprintln(w)
	}
	w.Flush()
}

// median runs f often, several times over, and returns what one run takes.
func median(rounds int, f func()) (ns float64, allocs int64) {
	var all []float64
	for range rounds {
		r := testing.Benchmark(func(b *testing.B) {
			for b.Loop() {
				f()
			}
		})
		all = append(all, float64(r.T.Nanoseconds())/float64(r.N))
		allocs = r.AllocsPerOp()
	}
	slices.Sort(all)
	return all[len(all)/2], allocs
}
