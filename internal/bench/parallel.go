package main

import "sync"

// goroutines are how many check at the same time: one, then twice as many each
// time, up to one for each core.
func goroutines(cores int) (counts []int) {
	for n := 1; n < cores; n *= 2 {
		counts = append(counts, n)
	}
	return append(counts, cores)
}

// checkBy has n goroutines check one request with one validator, a hundred times
// each, so that starting them counts for nothing.
func checkBy(n int) func() {
	in := must(rich().Build()).Input()
	return func() {
		var all sync.WaitGroup
		for range n {
			all.Go(func() {
				for range 100 {
					rules.Check(in)
				}
			})
		}
		all.Wait()
	}
}
