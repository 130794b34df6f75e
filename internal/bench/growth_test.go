package main

import (
	"slices"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
)

func TestGrowthsCoverAllThatARequestHasManyOf(t *testing.T) {
	var names []string
	for _, g := range growths() {
		names = append(names, g.name)
	}
	want := []string{"volumes", "interfaces", "IPv6 addresses", "tags", "rules", "violations"}
	if !slices.Equal(names, want) {
		t.Errorf("growths are %q, want %q", names, want)
	}
}

// TestOnlyViolationsGrowInNumber keeps the cost of reports out of the other
// growths.
func TestOnlyViolationsGrowInNumber(t *testing.T) {
	for _, g := range growths() {
		for _, n := range g.sizes {
			report := g.check(n)()
			found, least, most := len(report.Violations)+report.Omitted, 0, 1
			if g.name == "violations" {
				least, most = n, n+1
			}
			if found < least || found > most {
				t.Errorf("%d %s make %d violations\n%v", n, g.name, found, report)
			}
		}
	}
}

func TestAGrowthOfRulesHasAsManyRules(t *testing.T) {
	sizes := growths()[4].sizes
	if most := slices.Max(sizes); most > len(launch.Rules()) || len(someRules(most)) != most {
		t.Errorf("there are not %d rules on launches", most)
	}
}

func TestGoroutinesEndWithOneForEachCore(t *testing.T) {
	if got := goroutines(1); !slices.Equal(got, []int{1}) {
		t.Errorf("on one core: %v", got)
	}
	if got := goroutines(6); !slices.Equal(got, []int{1, 2, 4, 6}) {
		t.Errorf("on six cores: %v", got)
	}
}
