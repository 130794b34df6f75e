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
		for _, n := range g.sizes {
			g.check(n)()
		}
	}
	want := []string{"volumes", "interfaces", "IPv6 addresses", "tags", "rules", "violations"}
	if !slices.Equal(names, want) {
		t.Errorf("growths are %q, want %q", names, want)
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
