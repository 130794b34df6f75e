// Command mutate tells how many faults the tests of a package would find: it
// changes the code in small ways, one at a time, and runs the tests on each.
//
//	go run ./internal/mutate -n 100 ./blockdevice/rules ./network/rules
//
// It prints what survived, and of each package how many of the mutants that the
// tests reach were killed. A mutant is killed by a test that fails or does not
// end; one that does not compile counts for nothing. Nothing in the working tree
// is written. The status is 1 where a mutant survived.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
)

func main() {
	n := flag.Int("n", 50, "mutants of each package, at `most`; 0 for all")
	seed := flag.Uint64("seed", 1, "of the choice among them")
	tests := flag.String("tests", "", "`packages` whose tests are run, beside the package's own")
	files := flag.String("files", "*.go", "`pattern` of the names of the files that are changed")
	short := flag.Bool("short", false, "run the tests with -short")
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	failed := false
	for _, pkg := range flag.Args() {
		score, err := measure(pkg, options{*files, strings.Fields(*tests), *short}, *n, rand.New(rand.NewPCG(*seed, 0)))
		if err != nil {
			fmt.Fprintln(os.Stderr, "mutate:", err)
			os.Exit(2)
		}
		fmt.Printf("%s: %d of %d killed (%.1f %%), %d did not compile\n",
			pkg, score.killed, score.killed+score.survived, score.percent(), score.broken)
		failed = failed || score.survived > 0
	}
	if failed {
		os.Exit(1)
	}
}

// A score counts mutants.
type score struct{ killed, survived, broken int }

func (s score) percent() float64 {
	return 100 * float64(s.killed) / float64(max(1, s.killed+s.survived))
}

// measure tries mutants of a package.
func measure(pkg string, o options, most int, random *rand.Rand) (s score, err error) {
	p, err := load(pkg, o)
	if err != nil {
		return s, err
	}
	mutants, err := p.mutants()
	if err != nil {
		return s, err
	}
	random.Shuffle(len(mutants), func(i, j int) { mutants[i], mutants[j] = mutants[j], mutants[i] })
	for _, m := range mutants {
		if most > 0 && s.killed+s.survived == most {
			break
		}
		switch fate, err := p.try(m); {
		case err != nil:
			return s, err
		case fate == killed:
			s.killed++
		case fate == broken:
			s.broken++
		default:
			s.survived++
			fmt.Println("survived:", m)
		}
	}
	return s, nil
}
