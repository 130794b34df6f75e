// Command bench compares what the library costs with what else a launch costs,
// all in one run on one machine:
//
//	go -C internal/bench run .
//
// Every figure is a ratio of medians of several runs: the times themselves are
// those of the machine. With -svg it draws them, too.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"text/tabwriter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

func main() {
	flags := flag.NewFlagSet("bench", flag.ExitOnError)
	rounds := flags.Int("rounds", 25, "`runs` of each, of which the median counts")
	svg := flags.String("svg", "", "`file` to draw the ratios in")
	flags.Parse(os.Args[1:])
	if *rounds < 1 || flags.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "bench: -rounds must be 1 or more, and there are no arguments")
		os.Exit(2)
	}
	setUp()

	costs := measureOperations(*rounds)
	printOperations(os.Stdout, costs)
	printExpressed(os.Stdout)
	printChain(os.Stdout, *rounds)
	printLookUp(os.Stdout, *rounds)
	growing := measureGrowths(*rounds)
	printGrowths(os.Stdout, growing)
	printParallel(os.Stdout, *rounds)
	printStream(os.Stdout, stream(100_000))
	printPrograms(os.Stdout, *rounds)
	if *svg != "" {
		if err := os.WriteFile(*svg, draw(costs, growing), 0o666); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
	}
}

func printOperations(out io.Writer, costs table) {
	fmt.Fprintln(out, "Time, where the SDK's client-side call with the same request takes 1.")
	printMatrix(out, costs, func(r row, i int) string { return figure(r.ratios[i]) })
	fmt.Fprintln(out, "\nAllocations.")
	printMatrix(out, costs, func(r row, i int) string { return fmt.Sprint(r.allocs[i]) })
}

func printMatrix(out io.Writer, costs table, cell func(r row, i int) string) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, r := range requests {
		fmt.Fprint(w, "\t", r.name)
	}
	fmt.Fprintln(w, "\t")
	for _, r := range costs {
		fmt.Fprint(w, r.name)
		for i := range requests {
			fmt.Fprint(w, "\t", cell(r, i))
		}
		fmt.Fprintln(w, "\t")
	}
	w.Flush()
}

func printExpressed(out io.Writer) {
	byTags, all := expressed(mapRulesAccept)
	bySchema, _ := expressed(func(in *ec2.RunInstancesInput) bool { return schemaAccepts(decodedOf(in)) })
	fmt.Fprintf(out, "\nOf the %d rules that the chain tests, validator/v10 expresses %d and JSON Schema %d.\n",
		all, byTags, bySchema)
}

func printChain(out io.Writer, rounds int) {
	in := must(rich().Build()).Input()
	rs := ratios(medians(rounds, func() { byHand(in) }, func() { rules.Check(in) }))
	fmt.Fprintf(out, "\nA check of the rich request takes %.2f times as long as the hand-written chain.\n", rs[1])
}

func printLookUp(out io.Writer, rounds int) {
	names := map[types.InstanceType]int32{}
	for t := range instancetype.All() {
		names[t.Type()], _ = t.VCPUs()
	}
	var sink int32
	rs := ratios(medians(rounds,
		func() { sink = names[types.InstanceTypeM7iLarge] },
		func() {
			info, _ := instancetype.Lookup(types.InstanceTypeM7iLarge)
			sink, _ = info.VCPUs()
		}))
	_ = sink
	fmt.Fprintf(out, "\nThe look-up of a fact takes %s times as long as one in a map.\n", figure(rs[1]))
}

func printGrowths(out io.Writer, growing table) {
	fmt.Fprintln(out, "\nTime of a check with so many elements, where that with the fewest is 1.")
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, r := range growing {
		fmt.Fprint(w, r.name)
		for i, n := range r.sizes {
			fmt.Fprintf(w, "\t%d:\t%s", n, figure(r.ratios[i]))
		}
		fmt.Fprintln(w, "\t")
	}
	w.Flush()
}

func printParallel(out io.Writer, rounds int) {
	fmt.Fprintln(out, "\nChecks in the same time, where one goroutine does 1.")
	counts := goroutines(runtime.GOMAXPROCS(0))
	var runs []func()
	for _, n := range counts {
		runs = append(runs, checkBy(n))
	}
	for i, r := range ratios(medians(rounds, runs...)) {
		fmt.Fprintf(out, "%d goroutines: %s\n", counts[i], figure(float64(counts[i])/r))
	}
}

func printStream(out io.Writer, s streamed) {
	fmt.Fprintf(out, "\n%d documents, %d MiB, were decoded and checked, and %d refused, "+
		"with at most %d MiB in the heap.\n", s.documents, s.bytes>>20, s.refused, s.peakHeap>>20)
}

func printPrograms(out io.Writer, rounds int) {
	folder := must(os.MkdirTemp("", "bench"))
	defer os.RemoveAll(folder)
	built := buildPrograms(folder)
	first := beginnings(built["check"], rounds)
	fmt.Fprintf(out, "\nThe first check in a process takes %s of the time of its first call, or %.2f ms.\n",
		figure(float64(first.check)/float64(first.call)), float64(first.check)/1e6)
	const mb = 1e6
	sdk := float64(built["sdk"].size) / mb
	fmt.Fprintf(out, "A program of %.1f MB with the SDK alone has %.1f MB more with checks of launches, "+
		"and %.1f MB more with a guard of all calls.\n",
		sdk, float64(built["check"].size)/mb-sdk, float64(built["guard"].size)/mb-sdk)
}

// figure writes a ratio with two digits, or all of its whole part.
func figure(ratio float64) string {
	if ratio >= 10 {
		return fmt.Sprintf("%.0f", ratio)
	}
	return fmt.Sprintf("%.2g", ratio)
}
